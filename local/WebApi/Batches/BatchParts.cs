using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Local.WebApi.Requests;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Local.WebApi.Batches;

/// <summary>A part of a batch: one request, or a change set of several.</summary>
/// <param name="Requests">With the content id each has, or null.</param>
/// <param name="IsChangeSet">They stand and fall together.</param>
internal sealed record BatchPart(IReadOnlyList<(ApiRequest Request, string? ContentId)> Requests, bool IsChangeSet);

/// <summary>Reads the body of a batch: multipart/mixed with requests and change sets ("OData: Batch Requests").</summary>
internal sealed class BatchParts(string root, int most)
{
    private const int LongestHeader = 64 * 1024;

    private int count;

    /// <summary>Reads all parts.</summary>
    /// <param name="contentType">Of the batch, with its boundary.</param>
    /// <param name="body">Of the batch.</param>
    /// <param name="cancellation">When the caller has gone.</param>
    public async Task<List<BatchPart>> Read(string? contentType, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        try
        {
            return await ReadParts(contentType, body, cancellation);
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException)
        {
            throw ODataFaults.Payload(string.Empty, $"The batch cannot be read: {unreadable.Message}");
        }
    }

    private async Task<List<BatchPart>> ReadParts(string? contentType, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var parts = new List<BatchPart>();
        var reader = Reader(contentType, body);
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            var content = await Content(section, cancellation);
            if (IsMultipart(section.ContentType)) parts.Add(new BatchPart(await ChangeSet(section.ContentType, content, cancellation), IsChangeSet: true));
            else parts.Add(new BatchPart([(HttpText.Request(Counted(section), content, root), ContentId(section))], IsChangeSet: false));
        }
        return parts;
    }

    private async Task<List<(ApiRequest, string?)>> ChangeSet(string? contentType, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var requests = new List<(ApiRequest, string?)>();
        var reader = Reader(contentType, body);
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (IsMultipart(section.ContentType)) throw ODataFaults.Payload(string.Empty, "A change set cannot hold another change set.");
            var content = await Content(section, cancellation);
            requests.Add((HttpText.Request(Counted(section), content, root), ContentId(section)));
        }
        return requests;
    }

    private static MultipartReader Reader(string? contentType, ReadOnlyMemory<byte> body)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || type.MediaType != "multipart/mixed" || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
        {
            throw ODataFaults.Payload(string.Empty, $"The content type '{contentType}' is not that of a batch: multipart/mixed with a boundary is needed.");
        }
        return new MultipartReader(boundary, new MemoryStream(body.ToArray(), writable: false)) { HeadersLengthLimit = LongestHeader };
    }

    private MultipartSection Counted(MultipartSection section)
    {
        if (++count > most) throw ODataFaults.Of(0x80040315, $"The batch holds more than the {most} requests it may.");
        return section.ContentType?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) == true
            ? section
            : throw ODataFaults.Payload(string.Empty, $"A part of a batch has the content type application/http or multipart/mixed, not '{section.ContentType}'.");
    }

    private static bool IsMultipart(string? contentType) => contentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    private static string? ContentId(MultipartSection section) =>
        section.Headers?.TryGetValue("Content-ID", out var id) == true && id.Count == 1 ? id[0] : null;

    private static async Task<ReadOnlyMemory<byte>> Content(MultipartSection section, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        await section.Body.CopyToAsync(buffer, cancellation);
        return buffer.ToArray();
    }
}
