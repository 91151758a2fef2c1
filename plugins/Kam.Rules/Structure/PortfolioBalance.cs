using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Structure;

/// <summary>Searches at most so many handovers that bring every manager closest to the same utilisation.</summary>
/// <remarks>
/// What is made small is Σ |load − fair share| + Σ handover cost, in hours; the fair share of a manager is the utilisation of all times the own capacity. The search begins with the best
/// single moves, then tries moves, swaps and exchanges at random, taking worse ones ever more rarely (simulated annealing, Kirkpatrick, Gelatt and Vecchi, Science 220, 1983), and ends with the best
/// single moves again. Its dice are fixed: the same portfolio gives the same proposal. The tests hold it to an exact solver.
/// </remarks>
/// <model stage="2 Structure">Portfolio balancing: propose at most k moves that level the load under constraints (language, territory, max accounts, keep-with-manager)</model>
public sealed class PortfolioBalance
{
    private const int Dice = 20260331;
    private const int RoundsPerAccount = 400;
    private const int FewestRounds = 60_000;
    private const int MostRounds = 600_000;
    private const double Negligible = 1e-9;

    private readonly ManagedPortfolio[] managers;
    private readonly PortfolioMember[] accounts;

    /// <param name="managers">In any order.</param>
    /// <param name="accounts">Each in one of the managers' portfolios; in any order.</param>
    /// <exception cref="ArgumentException">An account is in no portfolio of these.</exception>
    public PortfolioBalance(IEnumerable<ManagedPortfolio> managers, IEnumerable<PortfolioMember> accounts)
    {
        this.managers = managers.OrderBy(manager => manager.Id).ToArray();
        this.accounts = accounts.OrderBy(account => account.Id).ToArray();
        _ = new BalanceState(this.managers, this.accounts);
    }

    /// <summary>The moves to propose.</summary>
    /// <param name="mostMoves">At most this many, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below zero.</exception>
    public PortfolioProposal Propose(int mostMoves)
    {
        if (mostMoves < 0) throw new ArgumentOutOfRangeException(nameof(mostMoves), mostMoves, "Zero or more.");
        var before = new BalanceState(managers, accounts).Cost;
        var found = new BalanceState(managers, accounts);
        TakeBestMoves(found, mostMoves);
        if (found.AccountCount > 1 && managers.Length > 1 && mostMoves > 0)
        {
            found.Restore(Anneal(found, mostMoves));
            TakeBestMoves(found, mostMoves);
        }

        var moves = InOrderOfGain(found);
        var capacity = managers.Sum(manager => manager.CapacityHours);
        return new PortfolioProposal(
            moves,
            Decimals.Two((decimal)before),
            Decimals.Two((decimal)found.Cost - moves.Sum(move => move.HandoverHours)),
            Percentage.Of(accounts.Sum(account => account.Hours), capacity) is { } fair ? Decimals.Two(fair) : null);
    }

    private static void TakeBestMoves(BalanceState state, int mostMoves)
    {
        while (true)
        {
            var best = state.Cost - Negligible;
            var bestAccount = -1;
            var bestManager = -1;
            for (var account = 0; account < state.AccountCount; account++)
            {
                if (state.MovedCount >= mostMoves && !state.IsMoved(account)) continue;
                for (var manager = 0; manager < state.ManagerCount; manager++)
                {
                    if (manager == state.Holder(account) || !state.MayHold(manager, account)) continue;
                    var cost = state.CostIf(account, manager);
                    if (cost >= best || !StaysWithinNumbers(state, account, manager)) continue;
                    best = cost;
                    bestAccount = account;
                    bestManager = manager;
                }
            }

            if (bestAccount < 0) return;
            state.Give(bestAccount, bestManager);
        }
    }

    private static int[] Anneal(BalanceState state, int mostMoves)
    {
        var dice = new Random(Dice);
        var rounds = Math.Min(MostRounds, Math.Max(FewestRounds, state.AccountCount * RoundsPerAccount));
        var best = state.Holders();
        var bestCost = state.Cost;
        var hottest = Math.Max(Negligible, state.Cost / state.ManagerCount);
        for (var round = 0; round < rounds; round++)
        {
            var temperature = hottest * Math.Pow(1e-4, (double)round / rounds);
            Try(state, dice, mostMoves, temperature);
            if (state.Cost >= bestCost - Negligible) continue;
            bestCost = state.Cost;
            best = state.Holders();
        }

        return best;
    }

    // One step: an account goes elsewhere; so that the number of moves holds, another one may come home; or two change places.
    private static void Try(BalanceState state, Random dice, int mostMoves, double temperature)
    {
        var first = state.MovedCount > 0 && dice.Next(3) == 0 ? state.Moved(dice.Next(state.MovedCount)) : dice.Next(state.AccountCount);
        var target = dice.Next(state.ManagerCount);
        var firstFrom = state.Holder(first);
        if (target == firstFrom || !state.MayHold(target, first)) return;
        var cost = state.Cost;
        state.Give(first, target);

        var second = -1;
        var secondFrom = -1;
        if (state.MovedCount > mostMoves || (state.MovedCount > 0 && dice.Next(4) == 0))
        {
            second = state.Moved(dice.Next(state.MovedCount));
            secondFrom = state.Holder(second);
            state.Give(second, state.Home(second));
        }
        else if (dice.Next(2) == 0)
        {
            second = dice.Next(state.AccountCount);
            secondFrom = state.Holder(second);
            if (second != first && secondFrom == target && state.MayHold(firstFrom, second)) state.Give(second, firstFrom);
            else second = -1;
        }

        var isAllowed = state.MovedCount <= mostMoves && state.OverfullCount == 0;
        if (isAllowed && (state.Cost <= cost || dice.NextDouble() < Math.Exp((cost - state.Cost) / temperature))) return;
        if (second >= 0) state.Give(second, secondFrom);
        state.Give(first, firstFrom);
    }

    private static bool StaysWithinNumbers(BalanceState state, int account, int manager)
    {
        var from = state.Holder(account);
        state.Give(account, manager);
        var isWithin = state.OverfullCount == 0;
        state.Give(account, from);
        return isWithin;
    }

    // Told in the order in which each helps most, the ones before it made.
    private List<PortfolioMove> InOrderOfGain(BalanceState found)
    {
        var state = new BalanceState(managers, accounts);
        var left = Enumerable.Range(0, found.MovedCount).Select(found.Moved).OrderBy(account => account).ToList();
        var moves = new List<PortfolioMove>();
        while (left.Count > 0)
        {
            var next = left.OrderBy(account => state.CostIf(account, found.Holder(account))).ThenBy(account => account).First();
            state.Give(next, found.Holder(next));
            moves.Add(state.Move(next));
            left.Remove(next);
        }

        return moves;
    }
}
