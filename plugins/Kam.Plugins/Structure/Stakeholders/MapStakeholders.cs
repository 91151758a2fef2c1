using System;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Structure.Policies;
using Kam.Rules.Structure;
using Kam.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Stakeholders;

/// <summary>Custom API kam_MapStakeholders: the buying centre of an account, whom we reach, how they stand to us, which roles are missing, and who everything hangs on.</summary>
/// <remarks>Read with the rights of the caller, so the map shows nobody they could not see elsewhere, and of the same person in other accounts only accounts they may see. Four requests, three for an empty map.</remarks>
/// <model stage="2 Structure">Stakeholder map (buying centre) … Drawn as a map on the form</model>
public sealed class MapStakeholders : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var accountId = request.Required<Guid>("AccountId");
        request.Dataverse.Retrieve(AccountRow.Table, accountId, new ColumnSet(AccountRow.Column.Name));
        var policy = new PolicyStore(request.DataverseAsSystem).Needed();
        var store = new StakeholderStore(request.Dataverse);
        var rows = store.Drawn(accountId);
        var map = new StakeholderMap(rows.Select(StakeholderStore.Person).ToList(), policy.Targets);

        request.Answer("Map", MapText.Write(rows, store.Elsewhere(accountId, rows), map, policy.Targets));
        request.Answer("RelationshipScore", map.RelationshipScore);
        request.Answer("CoveragePercent", map.CoveragePercent);
        request.Answer("SentimentPercent", map.SentimentPercent);
        request.Answer("MissingRoles", map.MissingRoles.Select(role => role.ToString()).ToArray());
        request.Answer("SingleThreadId", map.SingleThread?.Id);
    }
}
