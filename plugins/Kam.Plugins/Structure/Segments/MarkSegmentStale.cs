using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.Structure.Segments;

/// <summary>Marks an account whose segment stands on something that changes, in the same save, so that it is segmented anew afterwards. No request.</summary>
/// <remarks>A run over the whole portfolio marks nothing: five thousand jobs for one night's scoring would say what kam_SegmentPortfolio says right after it.</remarks>
/// <model stage="2 Structure">Segmentation from value score, potential and willingness to partner</model>
[Step(Message.Update, AccountRow.Table, Stage.PreOperation, When =
    [AccountRow.Column.ValueScore, AccountRow.Column.PotentialRevenue, AccountRow.Column.WillingnessToPartner])]
public sealed class MarkSegmentStale : KamPlugin
{
    private const string WholePortfolio = "kam_ScorePortfolio";

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (!OwnWrites.ComeFrom(request, WholePortfolio)) request.Target<AccountRow>().SegmentStaleOn = request.Context.OperationCreatedOn;
    }
}
