using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Local.Dataverse.Storage;

/// <summary>
/// How texts compare: without regard to case, accents and trailing spaces; punctuation before digits before letters.
/// It stands for SQL Server's Latin1_General_CI_AI, the platform's collation for the western languages.
/// </summary>
/// <remarks>Simplifications against Windows: hyphen and apostrophe count like other punctuation (no word sort); ß is ss, æ is ae, œ is oe.</remarks>
internal static class TextOrder
{
    /// <summary>Name under which SQLite knows it.</summary>
    public const string Collation = "DATAVERSE";

    private const int Punctuation = 1 << 20, Digit = 2 << 20, Letter = 3 << 20, Ignored = -1;
    private const int Space = Punctuation | ' ';

    // Weights of the basic plane, filled on first use; 0 is "not computed yet".
    private static readonly int[] weights = new int[char.MaxValue + 1];

    private static readonly Dictionary<char, string> expansions = new()
    {
        ['ß'] = "ss",
        ['ẞ'] = "ss",
        ['æ'] = "ae",
        ['Æ'] = "ae",
        ['œ'] = "oe",
        ['Œ'] = "oe",
        ['þ'] = "th",
        ['Þ'] = "th",
    };

    /// <summary>Compares two UTF-8 texts.</summary>
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var shared = Math.Min(left.Length, right.Length);
        var i = 0;
        for (; i < shared; i++)
        {
            byte l = left[i], r = right[i];
            if ((l | r) >= 0x80) return CompareFolded(left[i..], right[i..]);
            if (l == r) continue;
            int lw = Weight((char)l), rw = Weight((char)r);
            if (lw != rw) return lw < rw ? -1 : 1;
        }
        return left.Length == right.Length ? 0 : CompareFolded(left[i..], right[i..]);
    }

    /// <summary>Compares two texts.</summary>
    public static int Compare(string left, string right) => Compare(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));

    /// <summary>A text in the form in which equal texts are the same: upper case, no accents.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (expansions.TryGetValue(c, out var expansion)) folded.Append(expansion.ToUpperInvariant());
            else if (char.IsSurrogate(c)) folded.Append(c);
            else if (Weight(c) is var weight && weight != Ignored) folded.Append((char)(weight & 0xFFFF));
        }
        return folded.ToString();
    }

    private static int CompareFolded(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var l = new Weights(left);
        var r = new Weights(right);
        while (true)
        {
            int lw = l.Next(), rw = r.Next();
            if (lw == 0 && rw == 0) return 0;
            // The shorter text goes on in spaces, so trailing spaces do not count.
            if (lw == 0) lw = Space;
            if (rw == 0) rw = Space;
            if (lw != rw) return lw < rw ? -1 : 1;
        }
    }

    private static int Weight(char c)
    {
        var weight = weights[c];
        if (weight != 0) return weight;
        return weights[c] = ComputeWeight(c);
    }

    private static int ComputeWeight(char c)
    {
        var letter = c;
        if (c >= 0x80 && !char.IsSurrogate(c)) letter = c.ToString().Normalize(NormalizationForm.FormD)[0];
        switch (CharUnicodeInfo.GetUnicodeCategory(letter))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format:
                return Ignored;
            case UnicodeCategory.DecimalDigitNumber:
                return Digit | letter;
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter:
                return Letter | char.ToUpperInvariant(letter);
            default:
                return Punctuation | letter;
        }
    }

    private ref struct Weights(ReadOnlySpan<byte> rest)
    {
        private ReadOnlySpan<byte> rest = rest;
        private int pending;

        /// <summary>Weight of the next character that counts; 0 at the end.</summary>
        public int Next()
        {
            if (pending != 0)
            {
                var second = pending;
                pending = 0;
                return second;
            }
            while (!rest.IsEmpty)
            {
                Rune.DecodeFromUtf8(rest, out var rune, out var consumed);
                rest = rest[consumed..];
                if (!rune.IsBmp) return Letter | rune.Value;
                var c = (char)rune.Value;
                if (c >= 0x80 && expansions.TryGetValue(c, out var expansion))
                {
                    pending = Weight(expansion[1]);
                    return Weight(expansion[0]);
                }
                var weight = Weight(c);
                if (weight != Ignored) return weight;
            }
            return 0;
        }
    }
}
