using System;
using System.Collections.Generic;
using System.Text;

namespace Local.Dataverse.Storage;

/// <summary>Numbers for the different texts of one grouping: texts that <see cref="TextOrder"/> takes for equal get the same.</summary>
/// <remarks>SQLite groups by sorting, and numbers sort several times faster than texts in a collation. Known in SQL as <c>dv_code</c>.</remarks>
internal sealed class TextCodes
{
    private readonly Dictionary<byte[], long> ofBytes = new(new BytesComparer());
    private readonly Dictionary<string, long> ofFolded = new(StringComparer.Ordinal);
    private Dictionary<byte[], long>.AlternateLookup<ReadOnlySpan<byte>> lookup;

    public TextCodes() => lookup = ofBytes.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>The number of a text in UTF-8; the first is 1.</summary>
    public long Of(ReadOnlySpan<byte> text)
    {
        if (lookup.TryGetValue(text, out var code)) return code;
        var folded = TextOrder.Fold(Encoding.UTF8.GetString(text)).TrimEnd(' ');
        if (!ofFolded.TryGetValue(folded, out code)) ofFolded[folded] = code = ofFolded.Count + 1;
        ofBytes[text.ToArray()] = code;
        return code;
    }

    /// <summary>Begins anew: numbers count only within one statement.</summary>
    public void Clear()
    {
        ofBytes.Clear();
        ofFolded.Clear();
    }
}
