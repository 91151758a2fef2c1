using System.ServiceModel;
using Kam.Plugins.Pipeline;
using Kam.Plugins.ValueInsights.Scoring;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Upkeep;

/// <summary>Values an account anew after it was marked stale: a job that reads the rows as they are when it runs, so it covers all that changed until then.</summary>
/// <remarks>
/// A job that finds the mark gone has been overtaken by another one and does nothing: one request. A valuation that breaks off sets the mark again, which tries anew until the
/// platform's guard against loops ends it.
/// </remarks>
/// <model stage="1 Value Insights">value score (snapshot, never overwritten)</model>
[Step(Message.Update, AccountRow.Table, Stage.PostOperation, When = [AccountRow.Column.ScoreStaleOn], Mode = Mode.Asynchronous)]
public sealed class RefreshScore : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var accountId = request.Target<AccountRow>().Id;
        if (request.Target<AccountRow>().ScoreStaleOn is null) return;
        var dataverse = request.DataverseAsSystem;
        var account = dataverse.Retrieve(AccountRow.Table, accountId, new ColumnSet(AccountRow.Column.ScoreStaleOn, AccountRow.Column.StateCode)).ToEntity<AccountRow>();
        if (account.ScoreStaleOn is null || account.StateCode != AccountState.Active) return;
        var now = request.Context.OperationCreatedOn;
        try
        {
            AccountScoring.Score(dataverse, accountId, ScoreScopeChoice.Account, AsOfDate.Today(request), now);
        }
        catch (RefusalException refusal)
        {
            // Nothing to refresh before a model is in use and the portfolio was valued once: the mark stays, and the trace says why.
            request.Trace.Trace("Not refreshed: {0}", refusal.Message);
        }
        catch (FaultException<OrganizationServiceFault>)
        {
            dataverse.Update(new AccountRow { Id = accountId, ScoreStaleOn = account.ScoreStaleOn });
            throw;
        }
    }
}
