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
/// It refuses, naming every one, when an account has since changed hands, its hours or whether it stays, or when a portfolio is gone or full. With the rights of the caller, who must be able to assign the accounts.
/// Four reading requests, one writing request for each handover, three reading and one for each portfolio whose load changes, one for the proposal.
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
        var accounts = new PortfolioStore(request.Dataverse).Accounts(moves.Select(move => move.AccountId!.Id).ToList());
        var changed = new List<Violation>();
        foreach (var move in moves)
        {
            var isThere = accounts.TryGetValue(move.AccountId!.Id, out var account);
            var isSame = isThere && account!.StateCode == AccountState.Active && account.PortfolioId?.Id == move.FromPortfolioId!.Id && (account.CareHours ?? 0m) == (move.Hours ?? 0m) && account.IsKeptWithManager != true;
            if (!isSame) changed.Add(Outdated(nameof(move.AccountId), account?.Name ?? move.AccountId.Name ?? move.AccountId.Id.ToString()));
            if (!portfolios.TryGetValue(move.ToPortfolioId!.Id, out var to) || to.StateCode != PortfolioState.Active) changed.Add(Outdated(nameof(move.ToPortfolioId), to?.Name ?? move.ToPortfolioId.Name ?? ""));
        }
        foreach (var full in portfolios.Values.Where(portfolio => moves.Any(move => move.ToPortfolioId!.Id == portfolio.Id) && AccountsAfter(portfolio, moves) > (portfolio.MaximumAccounts ?? int.MaxValue)))
            changed.Add(Outdated(nameof(full.MaximumAccounts), full.Name ?? ""));
        return changed;
    }

    private static int AccountsAfter(PortfolioRow portfolio, IReadOnlyList<PortfolioMoveRow> moves) =>
        (portfolio.AccountCount ?? 0) + moves.Count(move => move.ToPortfolioId!.Id == portfolio.Id) - moves.Count(move => move.FromPortfolioId!.Id == portfolio.Id);

    private static Violation Outdated(string field, string name) => Violation.Of(StructureReasons.ProposalOutdated, field, name, Argument.Text(name));
}
