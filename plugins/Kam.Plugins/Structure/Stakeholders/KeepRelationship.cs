using System;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Structure.Policies;
using Kam.Rules.Structure;
using Kam.Tables;

namespace Kam.Plugins.Structure.Stakeholders;

/// <summary>Keeps relationship score, coverage, sentiment and single-thread risk of an account at what its stakeholder map says. Three requests; nothing without a policy in use.</summary>
/// <model stage="2 Structure">relationship score = quality x contact density x contact authority (Palmatier 2008); coverage and sentiment weighted by influence; missing roles; single-thread risk</model>
[Step(Message.Create, StakeholderRow.Table, Stage.PostOperation)]
[Step(Message.Update, StakeholderRow.Table, Stage.PostOperation, When =
[
    StakeholderRow.Column.AccountId, StakeholderRow.Column.ContactId, StakeholderRow.Column.Role, StakeholderRow.Column.Influence, StakeholderRow.Column.Attitude,
    StakeholderRow.Column.Relationship, StakeholderRow.Column.StateCode,
])]
[Step(Message.Delete, StakeholderRow.Table, Stage.PostOperation)]
[Image(ImageMoment.Before, StakeholderRow.Column.AccountId)]
[Image(ImageMoment.After, StakeholderRow.Column.AccountId)]
public sealed class KeepRelationship : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        // An account that goes takes its map along.
        if (request.IsPartOf(Message.Delete, AccountRow.Table)) return;
        var dataverse = request.DataverseAsSystem;
        if (new PolicyStore(dataverse).InUse() is not { } policy) return;
        foreach (var accountId in Accounts(request))
        {
            var map = new StakeholderMap(new StakeholderStore(dataverse).Of(accountId).Select(StakeholderStore.Person).ToList(), policy.Targets);
            dataverse.Update(new AccountRow
            {
                Id = accountId,
                RelationshipScore = map.RelationshipScore,
                StakeholderCoveragePercent = map.CoveragePercent,
                SentimentPercent = map.SentimentPercent,
                IsSingleThreaded = map.SingleThread is not null,
            });
        }
    }

    private static Guid[] Accounts(Request request)
    {
        var before = request.Context.MessageName == Message.Create ? null : request.Before<StakeholderRow>().AccountId;
        var after = request.Context.MessageName == Message.Delete ? null : request.After<StakeholderRow>().AccountId;
        return new[] { before?.Id, after?.Id }.OfType<Guid>().Distinct().ToArray();
    }
}
