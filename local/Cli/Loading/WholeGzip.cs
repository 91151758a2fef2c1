using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;

namespace Local.Cli.Loading;

/// <summary>
/// Unpacks a gzip file and refuses one that was cut off, which <see cref="GZipStream"/> takes for an end: the last four bytes of a whole file are the
/// number of bytes unpacked (RFC 1952, ISIZE). A file of several gzip members one after the other is refused, too.
/// </summary>
internal sealed class WholeGzip(FileStream file) : Stream
{
    private readonly GZipStream unpacked = new(file, CompressionMode.Decompress);
    private uint count;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="InvalidDataException">The file ends before its content does.</exception>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="InvalidDataException">The file ends before its content does.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = unpacked.Read(buffer);
        count = unchecked(count + (uint)read);
        if (read == 0 && buffer.Length > 0 && count != UnpackedSize()) throw new InvalidDataException("the gzip file was cut off");
        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacked.Dispose();
        base.Dispose(disposing);
    }

    private uint UnpackedSize()
    {
        Span<byte> last = stackalloc byte[sizeof(uint)];
        if (file.Length < last.Length) return uint.MaxValue;
        file.Seek(-last.Length, SeekOrigin.End);
        file.ReadExactly(last);
        return BinaryPrimitives.ReadUInt32LittleEndian(last);
    }
}
