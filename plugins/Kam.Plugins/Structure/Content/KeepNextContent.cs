using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.Structure.Content;

/// <summary>Says of somebody who comes on a map, or changes account or role there, what they are to be told next, whatever was sent for it. Three requests, and one when it changes.</summary>
/// <model stage="2 Structure">content topic (what is communicated to which segment, role and channel, how often)</model>
[Step(Message.Create, StakeholderRow.Table, Stage.PostOperation)]
[Step(Message.Update, StakeholderRow.Table, Stage.PostOperation, When =
[
    StakeholderRow.Column.AccountId, StakeholderRow.Column.ContactId, StakeholderRow.Column.Role, StakeholderRow.Column.StateCode, StakeholderRow.Column.NextContentOn, StakeholderRow.Column.NextTopicId,
])]
public sealed class KeepNextContent : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        // Its own writes say what was just worked out.
        if (request.IsPartOf(Message.Create, ContentToldRow.Table) || request.IsPartOf(Message.Update, ContentToldRow.Table) || request.IsPartOf(Message.Delete, ContentToldRow.Table)
            || OwnWrites.ComeFrom(request, OwnWrites.RefreshContent)) return;
        var dataverse = request.DataverseAsSystem;
        new NextContentKeeping(dataverse, AsOfDate.Today(request)).Keep(new ContentStore(dataverse).People(StakeholderRow.Column.StakeholderId, [request.Context.PrimaryEntityId], null, out _));
    }
}
