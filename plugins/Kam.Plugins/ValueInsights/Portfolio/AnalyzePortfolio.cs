using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Plugins.ValueInsights.Scoring;
using Kam.Rules.ValueInsights;
using Kam.Tables;

namespace Kam.Plugins.ValueInsights.Portfolio;

/// <summary>Custom API kam_AnalyzePortfolio: how concentrated the portfolio is, its Pareto curve, the value x potential matrix and the churn list, from the snapshots of a day.</summary>
/// <remarks>Reads what the caller may read: a manager sees their portfolio, a controller all. One request for 5,000 accounts, and three more; without a day one more, for that of the latest run.</remarks>
/// <model stage="1 Value Insights">Portfolio view: concentration …, Pareto curve, HHI, value x potential matrix, churn-risk list</model>
public sealed class AnalyzePortfolio : KamPlugin
{
    private const int CurvePoints = 101;

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var store = new PortfolioStore(request.Dataverse);
        var asOf = request.Optional<System.DateTime?>("AsOf") is null ? store.LatestDay() ?? AsOfDate.Today(request) : AsOfDate.Of(request);
        var accounts = store.On(asOf, request.Optional<System.Guid?>("PortfolioId"));
        if (accounts.Count == 0) throw new RefusalException(ValueInsightsReasons.PortfolioNotMeasured, ValueScoreRow.Table, $"{asOf:yyyy-MM-dd}");
        var concentration = new Concentration(accounts);
        var matrix = Matrix(accounts, new ScoringModelStore(request.DataverseAsSystem).InUse().Model.Bands);

        request.Answer("KeyAccountSharePercent", concentration.KeyAccountSharePercent ?? 0m);
        request.Answer("HerfindahlIndex", concentration.HerfindahlIndex ?? 0m);
        request.Answer("Analysis", PortfolioText.Write(asOf, BaseCurrency.Of(request.DataverseAsSystem).Code, accounts, concentration, new ParetoCurve(accounts).Thinned(CurvePoints), new ParetoCurve(accounts).AccountsFor(80m), matrix, ChurnList.Of(accounts)));
    }

    // Value is high from the band High on; potential from the median of the known ones, so that the matrix parts any portfolio.
    private static ValuePotentialMatrix Matrix(System.Collections.Generic.IReadOnlyList<PortfolioAccount> accounts, BandThresholds bands) =>
        new(bands.HighFrom, Distribution.Of(accounts.Where(a => a.Potential is not null).Select(a => a.Potential!.Value)).Median ?? 0m);
}
