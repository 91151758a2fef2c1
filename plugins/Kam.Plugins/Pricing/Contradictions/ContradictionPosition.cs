using System;
using System.Globalization;

namespace Kam.Plugins.Pricing.Contradictions;

/// <summary>Where a search stands: the page of products, how many of them are done, and how many contradictions of the next one are written.</summary>
internal sealed record ContradictionPosition(string ProductPage, int ProductsDone, int Written)
{
    public static ContradictionPosition Begin { get; } = new("", 0, 0);

    public string Text => string.Join("|", ProductsDone.ToString(CultureInfo.InvariantCulture), Written.ToString(CultureInfo.InvariantCulture), ProductPage);

    /// <exception cref="FormatException">The text is none of ours.</exception>
    public static ContradictionPosition Read(string text)
    {
        if (text.Length == 0) return Begin;
        var parts = text.Split(['|'], 3);
        if (parts.Length != 3) throw new FormatException("The cursor is no position.");
        return new ContradictionPosition(parts[2], Count(parts[0]), Count(parts[1]));
    }

    private static int Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw new FormatException("The cursor is no position.");
}
