using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Structure;
using Xunit;

namespace Kam.Rules.Tests.Structure;

/// <summary>A portfolio made by dice, the same for the same seed: unequal managers, languages, kept accounts, a limit on moves.</summary>
internal sealed record RandomPortfolio(ManagedPortfolio[] Managers, PortfolioMember[] Accounts, int MostMoves)
{
    private static readonly int[] Languages = [1031, 1036, 1040];

    internal static RandomPortfolio Of(int seed, int? managers = null, int? accounts = null, int? mostMoves = null)
    {
        var dice = new Random(seed);
        var managerCount = managers ?? dice.Next(3, 6);
        var accountCount = accounts ?? dice.Next(12, 28);
        var all = Enumerable.Range(0, managerCount).Select(place => new ManagedPortfolio(
            Id(1, place),
            dice.Next(8, 17) * 100m,
            (accountCount / managerCount) + dice.Next(1, 5),
            Languages.Where(_ => dice.Next(3) > 0).ToArray(),
            [])).ToArray();
        var members = Enumerable.Range(0, accountCount).Select(place => new PortfolioMember(
            Id(2, place),
            all[Math.Min(dice.Next(managerCount), dice.Next(managerCount))].Id,
            dice.Next(10, 300),
            dice.Next(2, 30),
            dice.Next(4) == 0 ? null : Languages[dice.Next(Languages.Length)],
            null,
            dice.Next(8) == 0)).ToArray();
        return new RandomPortfolio(all, members, mostMoves ?? dice.Next(2, 7));
    }

    internal static bool Fits(ManagedPortfolio manager, PortfolioMember account) =>
        !account.IsKept && (account.Language is null || manager.Languages.Count == 0 || manager.Languages.Contains(account.Language.Value));

    /// <summary>Checks a proposal by plain counting: who may go where, how many, and that the imbalance is what it says.</summary>
    internal void AssertPermitted(PortfolioProposal proposal)
    {
        Assert.True(proposal.Moves.Count <= MostMoves);
        Assert.Distinct(proposal.Moves.Select(move => move.AccountId));
        Assert.All(proposal.Moves, move => Assert.NotEqual(move.FromPortfolioId, move.ToPortfolioId));
        Assert.All(proposal.Moves, move => Assert.True(Fits(
            Managers.Single(manager => manager.Id == move.ToPortfolioId), Accounts.Single(account => account.Id == move.AccountId && account.PortfolioId == move.FromPortfolioId))));
        var target = proposal.Moves.ToDictionary(move => move.AccountId, move => move.ToPortfolioId);
        var load = Accounts.ToLookup(account => target.GetValueOrDefault(account.Id, account.PortfolioId));
        Assert.All(proposal.Moves.Select(move => move.ToPortfolioId).Distinct(), manager => Assert.True(load[manager].Count() <= Managers.Single(one => one.Id == manager).MaximumAccounts));
        Assert.InRange(proposal.ImbalanceAfter - Imbalance(load), -0.01m, 0.01m);
        Assert.InRange(proposal.ImbalanceBefore - Imbalance(Accounts.ToLookup(account => account.PortfolioId)), -0.01m, 0.01m);
    }

    internal decimal FairShare(ManagedPortfolio manager) =>
        manager.CapacityHours * Accounts.Sum(account => account.Hours) / Managers.Sum(one => one.CapacityHours);

    private decimal Imbalance(ILookup<Guid, PortfolioMember> load) =>
        Managers.Sum(manager => Math.Abs(load[manager.Id].Sum(account => account.Hours) - FairShare(manager)));

    private static Guid Id(int kind, int place) => new(place, (short)kind, 0, new byte[8]);
}
