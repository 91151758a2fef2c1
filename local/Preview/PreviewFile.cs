using System;
using System.Collections.Concurrent;
using System.IO;
using System.Security.Cryptography;

namespace Local.Preview;

/// <summary>A file of the front end, out of this assembly.</summary>
internal sealed record PreviewFile(byte[] Content, string ContentType, string Tag)
{
    private static readonly ConcurrentDictionary<string, PreviewFile?> known = new(StringComparer.Ordinal);

    /// <summary>The file of a name, or null.</summary>
    public static PreviewFile? Find(string name) => known.GetOrAdd(name, static wanted =>
    {
        using var stream = typeof(PreviewFile).Assembly.GetManifestResourceStream(wanted);
        if (stream is null) return null;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return Of(content.ToArray(), TypeOf(Path.GetExtension(wanted)));
    });

    public static PreviewFile Of(byte[] content, string contentType) =>
        new(content, contentType, $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12))}\"");

    private static string TypeOf(string extension) => extension switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
