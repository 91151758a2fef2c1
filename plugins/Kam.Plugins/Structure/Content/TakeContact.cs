using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Content;

/// <summary>Gives what was told the person of the stakeholder: the plan counts people, who may be on several maps. One request.</summary>
/// <model stage="2 Structure">content topic (what is communicated to which segment, role and channel, how often)</model>
[Step(Message.Create, ContentToldRow.Table, Stage.PreOperation)]
[Step(Message.Update, ContentToldRow.Table, Stage.PreOperation, When = [ContentToldRow.Column.StakeholderId, ContentToldRow.Column.ContactId])]
[Image(ImageMoment.Before, ContentToldRow.Column.StakeholderId)]
public sealed class TakeContact : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (request.Merged<ContentToldRow>().StakeholderId is not { } stakeholder) return;
        request.Target<ContentToldRow>().ContactId = request.DataverseAsSystem.Retrieve(StakeholderRow.Table, stakeholder.Id, new ColumnSet(StakeholderRow.Column.ContactId)).ToEntity<StakeholderRow>().ContactId;
    }
}
