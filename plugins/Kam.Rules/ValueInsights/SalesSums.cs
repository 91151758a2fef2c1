using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>Sums of an account's sales lines: what a store asks the database for, said once in plain code.</summary>
/// <remarks>Lines after the as-of date do not count at all, so an order dated in the future changes nothing.</remarks>
/// <model stage="1 Value Insights">Cancelled orders do not count. Returns/negative lines reduce revenue.</model>
public static class SalesSums
{
    /// <summary>The figures of one account that come from its lines; everything else is left at nothing.</summary>
    public static AccountFigures Of(IEnumerable<SalesLine> lines, MeasureBasis basis)
    {
        var past = lines.Where(line => Period.DayOf(line.On) <= basis.AsOf).ToArray();
        var rolling = past.Where(line => basis.Rolling.Contains(line.On)).ToArray();
        var days = past.Select(line => Period.DayOf(line.On)).ToArray();
        return new AccountFigures
        {
            Rolling = Window(rolling),
            Prior = Window(past.Where(line => basis.Prior.Contains(line.On)).ToArray()),
            OrderDays = rolling.Select(line => Period.DayOf(line.On)).Distinct().Count(),
            FirstOrderOn = days.Length == 0 ? null : days.Min(),
            LastOrderOn = days.Length == 0 ? null : days.Max(),
            Families = [.. rolling.Where(line => line.ProductFamilyId is not null).Select(line => line.ProductFamilyId!.Value).Distinct()],
        };
    }

    private static WindowFigures Window(SalesLine[] lines)
    {
        var covered = lines.Where(line => line.Cost is not null).ToArray();
        return new WindowFigures
        {
            Revenue = lines.Sum(line => line.Revenue),
            CoveredRevenue = covered.Sum(line => line.Revenue),
            Cost = covered.Sum(line => line.Cost!.Value),
            LineCount = lines.Length,
            CoveredLineCount = covered.Length,
        };
    }
}
