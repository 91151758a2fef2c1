using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Structure;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.Structure.Portfolios;

/// <summary>Custom API kam_ApplyPortfolio: carries out an accepted proposal, all handovers or none. Each account goes into the other portfolio and belongs to its manager.</summary>
/// <remarks>
/// It refuses, naming every one, when an account has since changed hands, its hours or whether it stays, when its new manager does not speak its language or cover its territory any more, or when a portfolio is gone or full. With the rights of the caller, who must be able to assign the accounts.
/// Five reading requests, one writing request for each handover, three reading and one for each portfolio whose load changes, one for the proposal.
/// </remarks>
/// <model stage="2 Structure">applied only when a lead accepts</model>
public sealed class ApplyPortfolio : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var proposals = new ProposalStore(request.Dataverse);
        var proposal = proposals.One(request.Required<Guid>("PortfolioProposalId"));
        if (proposal.StatusCode != PortfolioProposalStatusReason.Accepted)
            throw new RefusalException(StructureReasons.ProposalNotAccepted, nameof(proposal.StatusCode), $"{proposal.StatusCode}", Argument.Text(proposal.Name ?? ""));
        var moves = proposals.Moves(proposal.Id);
        var portfolios = moves.Count == 0 ? [] : new PortfolioStore(request.Dataverse).ByIds(Touched(moves)).ToDictionary(portfolio => portfolio.Id);
        RefusalException.WhenAny(WhatChanged(request, moves, portfolios));

        foreach (var move in moves)
        {
            var to = portfolios[move.ToPortfolioId!.Id];
            request.Dataverse.Update(new AccountRow { Id = move.AccountId!.Id, PortfolioId = to.ToEntityReference(), OwnerId = to.KeyAccountManagerId });
        }
        new LoadKeeping(request.DataverseAsSystem).Keep(Touched(moves).Cast<Guid?>());
        proposals.Settle(proposal.Id, request.Context.OperationCreatedOn);

        request.Answer("AppliedCount", moves.Count);
    }

    private static List<Guid> Touched(IEnumerable<PortfolioMoveRow> moves) => moves.SelectMany(move => new[] { move.FromPortfolioId!.Id, move.ToPortfolioId!.Id }).Distinct().ToList();

    private static List<Violation> WhatChanged(Request request, IReadOnlyList<PortfolioMoveRow> moves, Dictionary<Guid, PortfolioRow> portfolios)
    {
        if (moves.Count == 0) return [];
        var store = new PortfolioStore(request.Dataverse);
        var territories = store.FurtherTerritoriesOf(portfolios.Keys.ToList());
        var accounts = store.Accounts(moves.Select(move => move.AccountId!.Id).ToList());
        var changed = new List<Violation>();
        foreach (var move in moves)
        {
            var isThere = accounts.TryGetValue(move.AccountId!.Id, out var account);
            var to = portfolios.TryGetValue(move.ToPortfolioId!.Id, out var known) ? known : null;
            var isSame = isThere && account!.StateCode == AccountState.Active && account.PortfolioId?.Id == move.FromPortfolioId!.Id && (account.CareHours ?? 0m) == (move.Hours ?? 0m);
            var mayCome = isThere && (to is null || PortfolioStore.Managed(to, territories[to.Id]).ObstaclesTo(PortfolioStore.Member(account!, 0m)).Count == 0);
            if (!isSame || !mayCome) changed.Add(Outdated(nameof(move.AccountId), account?.Name ?? move.AccountId.Name ?? move.AccountId.Id.ToString()));
            if (to?.StateCode != PortfolioState.Active) changed.Add(Outdated(nameof(move.ToPortfolioId), to?.Name ?? move.ToPortfolioId.Name ?? ""));
        }
        foreach (var full in portfolios.Values.Where(portfolio => moves.Any(move => move.ToPortfolioId!.Id == portfolio.Id) && AccountsAfter(portfolio, moves) > (portfolio.MaximumAccounts ?? int.MaxValue)))
            changed.Add(Outdated(nameof(full.MaximumAccounts), full.Name ?? ""));
        return changed;
    }

    private static int AccountsAfter(PortfolioRow portfolio, IReadOnlyList<PortfolioMoveRow> moves) =>
        (portfolio.AccountCount ?? 0) + moves.Count(move => move.ToPortfolioId!.Id == portfolio.Id) - moves.Count(move => move.FromPortfolioId!.Id == portfolio.Id);

    private static Violation Outdated(string field, string name) => Violation.Of(StructureReasons.ProposalOutdated, field, name, Argument.Text(name));
}
