using System;
using System.Globalization;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>Where the scoring of a run stands: the page, and how many of its accounts are done.</summary>
internal sealed record ScorePosition(int Page, int Done)
{
    public static ScorePosition Begin { get; } = new(1, 0);

    public string Write() => string.Format(CultureInfo.InvariantCulture, "{0}:{1}", Page, Done);

    /// <exception cref="FormatException">The text is none of ours.</exception>
    public static ScorePosition Read(string text)
    {
        var colon = text.IndexOf(':');
        if (colon < 1) throw new FormatException("The position is no place in a page.");
        return new ScorePosition(int.Parse(text.Substring(0, colon), CultureInfo.InvariantCulture), int.Parse(text.Substring(colon + 1), CultureInfo.InvariantCulture));
    }
}
