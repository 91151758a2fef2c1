using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>How a measure is named and written: its text key, and whether its values are money, percent or numbers.</summary>
/// <model stage="1 Value Insights">Every computed number carries its explanation … readable by the sales person</model>
public static class MeasureUnits
{
    /// <summary>Whether the measure is an amount in base currency.</summary>
    public static bool IsMoney(this Measure measure) => measure is
        Measure.RevenueRolling or Measure.RevenuePrior or Measure.MarginRolling or Measure.MarginPrior or
        Measure.CostToServe or Measure.LifetimeValue or Measure.OpenPipeline;

    /// <summary>Whether the measure is a percentage.</summary>
    public static bool IsPercent(this Measure measure) => measure is
        Measure.GrowthPercent or Measure.MarginPercent or Measure.ShareOfWalletPercent;

    /// <summary>Whether the value tells cost or margin, so that only those who may read cost may read it.</summary>
    public static bool TellsCost(this Measure measure) => measure is
        Measure.MarginRolling or Measure.MarginPrior or Measure.MarginPercent or Measure.CostToServe or Measure.LifetimeValue;

    /// <summary>Key of the measure's name in the texts.</summary>
    public static string NameKey(this Measure measure) => "valueInsights.measure" + measure;

    /// <summary>A value of the measure as an argument of a sentence: its unit, two decimals (none where a plain number is whole), "unknown" when null.</summary>
    /// <remarks>What tells cost is written as "confidential": sentences are read by people who may not see cost and margin.</remarks>
    /// <param name="measure">What the value measures; null for the score of a submodel.</param>
    /// <param name="value">In the measure's unit.</param>
    /// <param name="currencyCode">ISO code of the base currency.</param>
    public static Argument Argue(this Measure? measure, decimal? value, string currencyCode)
    {
        if (measure?.TellsCost() == true) return Argument.TextKey("valueInsights.confidential");
        if (value is not { } known) return Argument.TextKey("valueInsights.unknown");
        var shown = Decimals.Two(known);
        if (measure?.IsMoney() == true) return Argument.Money(shown, currencyCode);
        return measure?.IsPercent() == true ? Argument.Percent(shown) : Argument.Number(Decimals.TwoOrNone(known));
    }
}
