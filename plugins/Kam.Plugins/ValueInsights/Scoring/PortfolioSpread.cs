using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kam.Rules.ValueInsights;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>How the measures a model ranks are spread over the portfolio, computed once for a run and kept with it.</summary>
internal static class PortfolioSpread
{
    /// <summary>Measures that a percentile curve or a median needs, of the model and its submodels.</summary>
    public static IReadOnlyCollection<Measure> Needed(ModelInUse model) => new HashSet<Measure>(
        model.Others.Values.SelectMany(m => m.Criteria)
            .Where(c => c.Measure is not null && (c.Curve == CurveShape.Percentile || c.MissingValue == MissingValuePolicy.PortfolioMedian))
            .Select(c => c.Measure!.Value));

    public static IReadOnlyDictionary<Measure, Distribution> Of(IReadOnlyCollection<Measure> needed, IReadOnlyList<MeasuredAccount> accounts, MeasureBasis basis)
    {
        var measures = accounts.Select(a => AccountMeasures.Of(a.Figures, basis)).ToList();
        return needed.ToDictionary(m => m, m => Distribution.Of(measures.Select(a => a[m].Value).Where(v => v is not null).Select(v => v!.Value)));
    }

    /// <summary>One line for each measure: its number, how many values, the knots.</summary>
    public static string Write(IReadOnlyDictionary<Measure, Distribution> spread) => string.Join("\n", spread.OrderBy(s => s.Key).Select(s =>
        string.Join(" ", new[] { ((int)s.Key).ToString(CultureInfo.InvariantCulture), s.Value.Count.ToString(CultureInfo.InvariantCulture) }
            .Concat(s.Value.Knots.Select(k => k.ToString(CultureInfo.InvariantCulture))))));

    public static IReadOnlyDictionary<Measure, Distribution> Read(string? text) => (text ?? "").Split(['\n'], StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .ToDictionary(
            cells => (Measure)int.Parse(cells[0], CultureInfo.InvariantCulture),
            cells => Distribution.Stored(cells.Skip(2).Select(c => decimal.Parse(c, CultureInfo.InvariantCulture)), int.Parse(cells[1], CultureInfo.InvariantCulture)));
}
