using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Stakeholders;

/// <summary>Before two accounts become one: who is on both maps in the same role stays as the kept account sees him, with everything that was told to him.</summary>
/// <remarks>One request when nobody is on both; else one more, one for each topic that was told, one for each person. Who reported to the row that goes reports to nobody until somebody says so.</remarks>
/// <model stage="2 Structure">Stakeholder map (buying centre) … one person in several accounts</model>
[Step(Message.Merge, AccountRow.Table, Stage.PreOperation)]
public sealed class JoinMaps : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var doubles = MergeDoubles.Of(request, StakeholderRow.Table, StakeholderRow.Column.AccountId, StakeholderRow.Column.ContactId, StakeholderRow.Column.Role);
        if (doubles.Count == 0) return;
        var dataverse = request.DataverseAsSystem;
        var query = new QueryExpression(ContentToldRow.Table) { ColumnSet = new ColumnSet(ContentToldRow.Column.StakeholderId) };
        query.Criteria.AddCondition(ContentToldRow.Column.StakeholderId, ConditionOperator.In, doubles.Keys.Cast<object>().ToArray());
        // What was told would go with the row it hangs on.
        foreach (var told in dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<ContentToldRow>()))
            dataverse.Update(new ContentToldRow { Id = told.Id, StakeholderId = new EntityReference(StakeholderRow.Table, doubles[told.StakeholderId!.Id]) });
        foreach (var id in doubles.Keys) dataverse.Delete(StakeholderRow.Table, id);
    }
}
