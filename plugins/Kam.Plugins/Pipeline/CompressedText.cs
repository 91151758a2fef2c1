using System;
using System.IO;
using System.IO.Compression;

namespace Kam.Plugins.Pipeline;

/// <summary>Bytes as text for a text column of a million characters: deflated, base 64.</summary>
internal static class CompressedText
{
    public static string Write(Action<Stream> write)
    {
        using var memory = new MemoryStream();
        using (var deflate = new DeflateStream(memory, CompressionLevel.Optimal, leaveOpen: true)) write(deflate);
        return Convert.ToBase64String(memory.ToArray());
    }

    /// <exception cref="FormatException">No base 64.</exception>
    /// <exception cref="InvalidDataException">Not deflated; told when the stream is read.</exception>
    public static T Read<T>(string text, Func<Stream, T> read)
    {
        using var deflate = new DeflateStream(new MemoryStream(Convert.FromBase64String(text)), CompressionMode.Decompress);
        return read(deflate);
    }
}
