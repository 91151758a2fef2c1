using System;

namespace Local.Dataverse.Import;

/// <summary>The checksum a zip keeps of each file (ISO 3309). The reader of the framework does not compare it.</summary>
internal static class Crc32
{
    private static readonly uint[] table = Table();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes) crc = table[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] Table()
    {
        var values = new uint[256];
        for (uint i = 0; i < values.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
            values[i] = value;
        }
        return values;
    }
}
