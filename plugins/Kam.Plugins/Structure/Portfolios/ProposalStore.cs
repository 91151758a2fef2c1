using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Structure;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Portfolios;

/// <summary>Reads and writes balancing proposals.</summary>
internal sealed class ProposalStore
{
    private readonly IOrganizationService dataverse;

    /// <param name="dataverse">With the rights of the caller: a lead proposes for his own branch.</param>
    public ProposalStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    public PortfolioProposalRow One(Guid id) => dataverse.Retrieve(PortfolioProposalRow.Table, id,
        new ColumnSet(PortfolioProposalRow.Column.Name, PortfolioProposalRow.Column.StatusCode, PortfolioProposalRow.Column.AcceptedById)).ToEntity<PortfolioProposalRow>();

    /// <summary>The handovers of a proposal in their order. One request.</summary>
    public IReadOnlyList<PortfolioMoveRow> Moves(Guid proposalId)
    {
        var query = new QueryExpression(PortfolioMoveRow.Table)
        {
            ColumnSet = new ColumnSet(PortfolioMoveRow.Column.AccountId, PortfolioMoveRow.Column.FromPortfolioId, PortfolioMoveRow.Column.ToPortfolioId, PortfolioMoveRow.Column.Hours),
        };
        query.Criteria.AddCondition(PortfolioMoveRow.Column.PortfolioProposalId, ConditionOperator.Equal, proposalId);
        query.AddOrder(PortfolioMoveRow.Column.Sequence, OrderType.Ascending);
        return dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<PortfolioMoveRow>()).ToList();
    }

    /// <summary>Stores a proposal with its handovers: one request.</summary>
    public Guid Add(PortfolioProposal proposal, int mostMoves, DateTime now, Func<Guid, string> accountName)
    {
        var row = new PortfolioProposalRow
        {
            Name = $"{now:yyyy-MM-dd HH:mm}",
            ProposedOn = now,
            MostMoves = mostMoves,
            ImbalanceBefore = proposal.ImbalanceBefore,
            ImbalanceAfter = proposal.ImbalanceAfter,
            HandoverHours = proposal.HandoverHours,
            Gain = proposal.Gain,
            FairUtilisationPercent = proposal.FairUtilisationPercent,
        };
        var moves = proposal.Moves.Select((move, place) => new PortfolioMoveRow
        {
            Name = accountName(move.AccountId),
            AccountId = new EntityReference(AccountRow.Table, move.AccountId),
            FromPortfolioId = new EntityReference(PortfolioRow.Table, move.FromPortfolioId),
            ToPortfolioId = new EntityReference(PortfolioRow.Table, move.ToPortfolioId),
            Hours = move.Hours,
            HandoverHours = move.HandoverHours,
            Sequence = place + 1,
        }.ToEntity<Entity>()).ToList();
        if (moves.Count > 0) row.RelatedEntities[new Relationship("kam_PortfolioProposal_PortfolioMove")] = new EntityCollection(moves) { EntityName = PortfolioMoveRow.Table };
        return dataverse.Create(row);
    }

    /// <summary>Marks the open proposals the caller may read as outdated: a new one takes their place. One request, and one for each.</summary>
    public void OutdateOpen()
    {
        var query = new QueryExpression(PortfolioProposalRow.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(PortfolioProposalRow.Column.StateCode, ConditionOperator.Equal, (int)PortfolioProposalState.Active);
        Outdate(dataverse, dataverse.RetrieveMultiple(query).Entities.Select(row => row.Id));
    }

    /// <summary>Marks the open proposals that would move an account as outdated: it is no longer what they were made for. One request, and one for each.</summary>
    public static void Outdate(IOrganizationService dataverse, Guid accountId)
    {
        var query = new QueryExpression(PortfolioMoveRow.Table) { ColumnSet = new ColumnSet(PortfolioMoveRow.Column.PortfolioProposalId) };
        query.Criteria.AddCondition(PortfolioMoveRow.Column.AccountId, ConditionOperator.Equal, accountId);
        var proposal = query.AddLink(PortfolioProposalRow.Table, PortfolioMoveRow.Column.PortfolioProposalId, PortfolioProposalRow.Column.PortfolioProposalId);
        proposal.LinkCriteria.AddCondition(PortfolioProposalRow.Column.StateCode, ConditionOperator.Equal, (int)PortfolioProposalState.Active);
        Outdate(dataverse, dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<PortfolioMoveRow>().PortfolioProposalId!.Id));
    }

    /// <summary>The proposal has been carried out.</summary>
    public void Settle(Guid id, DateTime now) =>
        dataverse.Update(new PortfolioProposalRow { Id = id, StateCode = PortfolioProposalState.Inactive, StatusCode = PortfolioProposalStatusReason.Applied, AppliedOn = now });

    private static void Outdate(IOrganizationService dataverse, IEnumerable<Guid> proposalIds)
    {
        foreach (var id in proposalIds.Distinct().ToList())
            dataverse.Update(new PortfolioProposalRow { Id = id, StateCode = PortfolioProposalState.Inactive, StatusCode = PortfolioProposalStatusReason.Outdated });
    }
}
