using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Segments;

/// <summary>Keeps the care hours of an account at those of its segment times its complexity, in the same save. One request where it has a segment.</summary>
/// <model stage="2 Structure">load = Σ coverage hours x complexity factor</model>
[Step(Message.Create, AccountRow.Table, Stage.PreOperation)]
[Step(Message.Update, AccountRow.Table, Stage.PreOperation, When = [AccountRow.Column.Complexity, AccountRow.Column.CareHours])]
[Image(ImageMoment.Before, AccountRow.Column.SegmentId, AccountRow.Column.Complexity)]
public sealed class DeriveCare : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (OwnWrites.ComeFrom(request, OwnWrites.SegmentAccount, OwnWrites.SegmentPortfolio)) return;
        var account = request.Merged<AccountRow>();
        request.Target<AccountRow>().CareHours = CareHours.Of(account.Complexity, CoverageHours(request, account.SegmentId));
    }

    private static decimal? CoverageHours(Request request, EntityReference? segment) => segment is null
        ? null
        : request.DataverseAsSystem.Retrieve(SegmentRow.Table, segment.Id, new ColumnSet(SegmentRow.Column.CoverageHours)).ToEntity<SegmentRow>().CoverageHours;
}
