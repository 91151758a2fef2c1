using Kam.Plugins.Pipeline;
using Kam.Plugins.Structure.Policies;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Segments;

/// <summary>Segments an account anew after it was marked: a job that reads the rows as they are when it runs, so it covers all that changed until then.</summary>
/// <remarks>A job that finds the mark gone has been overtaken by another one and does nothing: one request. Without a policy in use the mark stays: two.</remarks>
/// <model stage="2 Structure">every change is a history row</model>
[Step(Message.Update, AccountRow.Table, Stage.PostOperation, When = [AccountRow.Column.SegmentStaleOn, AccountRow.Column.ValueScore, AccountRow.Column.PotentialRevenue, AccountRow.Column.WillingnessToPartner], Mode = Mode.Asynchronous)]
public sealed class RefreshSegment : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var dataverse = request.DataverseAsSystem;
        var account = dataverse.Retrieve(AccountRow.Table, request.Context.PrimaryEntityId, new ColumnSet(AccountRow.Column.SegmentStaleOn, AccountRow.Column.StateCode)).ToEntity<AccountRow>();
        if (account.SegmentStaleOn is null || account.StateCode != AccountState.Active || new PolicyStore(dataverse).InUse() is null) return;
        dataverse.Execute(new OrganizationRequest(OwnWrites.SegmentAccount) { ["AccountId"] = account.Id });
    }
}
