using System;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Local.Dataverse.Storage;

/// <summary>
/// Ids of new rows: version 7 UUIDs that ascend in the order in which they are given, so that the index of a key grows at its end.
/// The platform's own ids are sequential for the same reason.
/// </summary>
internal sealed class RowIds
{
    private long millisecond;
    private int counter;

    public Guid Next(DateTime utcNow)
    {
        var now = (utcNow.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        if (now > millisecond)
        {
            millisecond = now;
            counter = 0;
        }
        else
        {
            counter++;
        }
        // 48 bit time, version, 12 + 14 bit counter with the variant between them, 48 bit chance.
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, millisecond << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | ((counter >> 14) & 0xFFF)));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[8..], (ushort)(0x8000 | (counter & 0x3FFF)));
        RandomNumberGenerator.Fill(bytes[10..]);
        return new Guid(bytes, bigEndian: true);
    }
}
