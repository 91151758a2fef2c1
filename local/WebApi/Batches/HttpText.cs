using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Json;
using Local.WebApi.Requests;
using Microsoft.AspNetCore.WebUtilities;

namespace Local.WebApi.Batches;

/// <summary>Requests and answers as text, the way they stand in a batch.</summary>
internal static class HttpText
{
    /// <summary>Reads a request: a line, headers, an empty line, a body.</summary>
    /// <param name="section">The part it stands in.</param>
    /// <param name="content">The part's content.</param>
    /// <param name="root">Service root, which an absolute URL begins with.</param>
    public static ApiRequest Request(MultipartSection section, ReadOnlyMemory<byte> content, string root)
    {
        var at = 0;
        var line = Line(content.Span, ref at);
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var method, var url, "HTTP/1.1"]) throw ODataFaults.Payload(string.Empty, $"The request line '{Shown(line)}' of a batch part is not of the form 'METHOD url HTTP/1.1'.");
        var headers = new Dictionary<string, string>(ApiRequest.HeaderNames);
        while (at < content.Length && Line(content.Span, ref at) is { Length: > 0 } header)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0) throw ODataFaults.Payload(string.Empty, $"'{Shown(header)}' is not a header.");
            headers[header[..colon].Trim()] = header[(colon + 1)..].Trim();
        }
        var relative = Relative(url, root);
        if (relative.StartsWith("$batch", StringComparison.OrdinalIgnoreCase)) throw ODataFaults.Payload(string.Empty, "A batch cannot hold another batch.");
        // The line break before the boundary belongs to the boundary; further ones belong to nothing.
        var body = content[Math.Min(at, content.Length)..];
        while (body.Length > 0 && body.Span[^1] is (byte)'\r' or (byte)'\n') body = body[..^1];
        return new ApiRequest(method.ToUpperInvariant(), relative, headers, body);
    }

    /// <summary>Writes an answer as a part, without the boundary.</summary>
    public static void Write(Stream into, ApiResponse response, string? contentId)
    {
        var head = new StringBuilder("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (contentId is not null) head.Append("Content-ID: ").Append(contentId).Append("\r\n");
        head.Append("\r\nHTTP/1.1 ").Append(response.Status.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(ReasonPhrases.GetReasonPhrase(response.Status)).Append("\r\n");
        foreach (var header in response.Headers) head.Append(header.Key).Append(": ").Append(header.Value).Append("\r\n");
        head.Append("OData-Version: 4.0\r\n\r\n");
        Write(into, head.ToString());
        if (response.RawBody is { } raw) into.Write(raw);
        if (response.JsonBody is not { } json) return;
        using var writer = new Utf8JsonWriter(into, JsonOutput.Options);
        json(writer);
        writer.Flush();
    }

    public static void Write(Stream into, string text) => into.Write(Encoding.UTF8.GetBytes(text));

    private static string Relative(string url, string root)
    {
        if (url.StartsWith(root, StringComparison.OrdinalIgnoreCase)) return url[root.Length..];
        if (url.StartsWith('/') || url.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            const string Service = "/api/data/v";
            var at = url.IndexOf(Service, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && url.IndexOf('/', at + Service.Length) is var end and > 0) return url[(end + 1)..];
            return url.TrimStart('/');
        }
        return url;
    }

    private static string Line(ReadOnlySpan<byte> text, ref int at)
    {
        if (at >= text.Length) return string.Empty;
        var rest = text[at..];
        var end = rest.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..end];
        at += end < 0 ? rest.Length : end + 1;
        return Encoding.UTF8.GetString(line).TrimEnd('\r');
    }

    private static string Shown(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
