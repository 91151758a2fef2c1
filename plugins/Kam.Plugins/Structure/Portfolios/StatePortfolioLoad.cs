using Kam.Plugins.Pipeline;
using Kam.Plugins.Structure.Policies;
using Kam.Tables;

namespace Kam.Plugins.Structure.Portfolios;

/// <summary>States the load of a portfolio against its capacity in the same save, whatever was sent for it: two requests, none for a new one but the policy.</summary>
/// <model stage="2 Structure">utilisation against the manager's capacity; over- and under-load flagged</model>
[Step(Message.Create, PortfolioRow.Table, Stage.PreOperation)]
[Step(Message.Update, PortfolioRow.Table, Stage.PreOperation, When =
    [PortfolioRow.Column.CapacityHours, PortfolioRow.Column.LoadHours, PortfolioRow.Column.UtilisationPercent, PortfolioRow.Column.LoadState, PortfolioRow.Column.AccountCount])]
[Image(ImageMoment.Before, PortfolioRow.Column.CapacityHours)]
public sealed class StatePortfolioLoad : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        // Whoever moves accounts has just worked it out.
        if (OwnWrites.ComeFrom(request, OwnWrites.SegmentPortfolio, OwnWrites.ApplyPortfolio) || IsFromAccount(request)) return;
        var dataverse = request.DataverseAsSystem;
        var portfolio = request.Merged<PortfolioRow>();
        var care = request.Context.MessageName == Message.Create ? new CareSum(0m, 0) : new PortfolioStore(dataverse).CareOf([portfolio.Id])[portfolio.Id];
        var load = LoadKeeping.LoadOf(portfolio, care, new PolicyStore(dataverse).InUse());
        var target = request.Target<PortfolioRow>();
        target.LoadHours = load.LoadHours;
        target.UtilisationPercent = load.UtilisationPercent;
        target.LoadState = load.LoadState;
        target.AccountCount = load.AccountCount;
    }

    private static bool IsFromAccount(Request request) =>
        request.IsPartOf(Message.Create, AccountRow.Table) || request.IsPartOf(Message.Update, AccountRow.Table) || request.IsPartOf(Message.Delete, AccountRow.Table);
}
