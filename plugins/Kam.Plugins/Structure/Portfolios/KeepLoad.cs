using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.Structure.Portfolios;

/// <summary>Keeps the load of portfolios current when an account comes, goes, or takes another number of care hours. No request for an account without portfolio.</summary>
/// <remarks>Runs over many accounts (kam_SegmentPortfolio, kam_ApplyPortfolio) work the loads out once at their end.</remarks>
/// <model stage="2 Structure">load = Σ coverage hours x complexity factor; utilisation against the manager's capacity; over- and under-load flagged</model>
[Step(Message.Create, AccountRow.Table, Stage.PostOperation)]
[Step(Message.Update, AccountRow.Table, Stage.PostOperation, When =
    [AccountRow.Column.PortfolioId, AccountRow.Column.CareHours, AccountRow.Column.Complexity, AccountRow.Column.SegmentId, AccountRow.Column.StateCode])]
[Step(Message.Delete, AccountRow.Table, Stage.PostOperation)]
[Image(ImageMoment.Before, AccountRow.Column.PortfolioId, AccountRow.Column.CareHours, AccountRow.Column.StateCode)]
[Image(ImageMoment.After, AccountRow.Column.PortfolioId, AccountRow.Column.CareHours, AccountRow.Column.StateCode)]
public sealed class KeepLoad : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (OwnWrites.ComeFrom(request, OwnWrites.SegmentPortfolio, OwnWrites.ApplyPortfolio)) return;
        var before = request.Context.MessageName == Message.Create ? null : request.Before<AccountRow>();
        var after = request.Context.MessageName == Message.Delete ? null : request.After<AccountRow>();
        if (before is not null && after is not null && before.PortfolioId?.Id == after.PortfolioId?.Id && before.CareHours == after.CareHours && before.StateCode == after.StateCode) return;
        new LoadKeeping(request.DataverseAsSystem).Keep([before?.PortfolioId?.Id, after?.PortfolioId?.Id]);
        if (before?.PortfolioId is not null) ProposalStore.Outdate(request.DataverseAsSystem, before.Id);
    }
}
