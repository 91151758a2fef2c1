using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>Contribution margin from sales lines, some of which may lack their cost: unknown rather than invented.</summary>
/// <remarks>
/// Margin is known when the lines with a cost carry at least the minimum share of revenue (the bound itself suffices), and then
/// it is the margin of those lines: revenue without cost is neither counted as pure profit nor extrapolated. No line at all is a
/// known margin of zero. Lines of which none has a cost are unknown even when the minimum is zero.
/// </remarks>
/// <model stage="1 Value Insights">revenue and contribution margin of the rolling 12 months and the 12 before</model>
internal static class MarginRule
{
    internal static MeasuredValue Margin(Measure measure, WindowFigures window, MeasureBasis basis) =>
        WhyUnknown(measure, window, basis) ?? MeasuredValue.Known(measure, window.CoveredMargin);

    internal static MeasuredValue Percent(WindowFigures window, MeasureBasis basis)
    {
        if (WhyUnknown(Measure.MarginPercent, window, basis) is { } unknown) return unknown;
        return window.CoveredRevenue > 0m
            ? MeasuredValue.Known(Measure.MarginPercent, window.CoveredMargin / window.CoveredRevenue * 100m)
            : MeasuredValue.Unknown(Measure.MarginPercent, ValueInsightsReasons.NoRevenueToRelate);
    }

    private static MeasuredValue? WhyUnknown(Measure measure, WindowFigures window, MeasureBasis basis)
    {
        var coverage = window.CostCoveragePercent;
        var hasAnyCost = window.LineCount == 0 || window.CoveredLineCount > 0;
        if (hasAnyCost && coverage >= basis.MinimumCostCoveragePercent) return null;
        return MeasuredValue.Unknown(
            measure,
            ValueInsightsReasons.CostUnknown,
            Argument.Percent(Decimals.Two(coverage)),
            Argument.Percent(Decimals.Two(basis.MinimumCostCoveragePercent)));
    }
}
