namespace Kam.Rules.Vocabulary;

/// <summary>Percentages as people write them: 12.5 means 12.5 %. Not rounded.</summary>
public static class Percentage
{
    /// <summary>What part of the whole something is; null when there is no whole to be a part of.</summary>
    public static decimal? Of(decimal part, decimal whole) => whole == 0m ? null : part / whole * 100m;

    /// <summary>
    /// How much a figure grew; null when it started at zero or below: from there no growth rate means anything
    /// (from -100 to 50 would be "-150 %").
    /// </summary>
    public static decimal? Change(decimal before, decimal after) => before <= 0m ? null : (after - before) / before * 100m;
}
