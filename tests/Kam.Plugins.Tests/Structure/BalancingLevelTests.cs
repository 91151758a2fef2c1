using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Xunit;

namespace Kam.Plugins.Tests.Structure;

/// <summary>As large as a house gets: 5,000 accounts with 60 managers, a third of them bound to a language.</summary>
public sealed class BalancingLevelTests(PackedSolution solution) : IDisposable
{
    private const int Accounts = 5_000, Managers = 60, MostMoves = 100;
    private static readonly TimeSpan PluginTimeLimit = TimeSpan.FromMinutes(2);
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void FiveThousandAccountsOfSixtyManagers_AreBalancedWithinAPluginsTimeLimit()
    {
        var random = new Random(7);
        var manager = new Member(crm, "KAM").Id;
        var languages = new[] { LanguageChoice.German, LanguageChoice.French, LanguageChoice.Italian };
        var portfolios = Enumerable.Range(0, Managers).Select(number => crm.PortfolioOf(manager, $"Portfolio {number}", 1_400m, 120, languages[number % 3], languages[(number + 1) % 3])).ToList();
        // Half of the managers have twice as many as the others.
        var rows = Enumerable.Range(1, Accounts).Select(number => new AccountRow
        {
            Id = new Guid(number, 0, 0, new byte[8]),
            Name = $"Account {number}",
            PortfolioId = portfolios[random.Next(3) < 2 ? random.Next(Managers / 2) : random.Next(Managers / 2, Managers)],
            CareHours = new[] { 120m, 40m, 12m, 3m }[Math.Min(3, random.Next(10) / 2)],
            CareLanguage = random.Next(3) == 0 ? languages[random.Next(3)] : null,
            IsKeptWithManager = random.Next(20) == 0,
        }).ToList();
        foreach (var batch in rows.Chunk(1_000)) Load(batch);

        var watch = Stopwatch.StartNew();
        OrganizationResponse? answer = null;
        var sent = crm.SentBy("ProposePortfolio", () => answer = crm.Call("kam_ProposePortfolio", ("MostMoves", MostMoves)));
        watch.Stop();

        Assert.True(watch.Elapsed < PluginTimeLimit, $"{watch.Elapsed.TotalSeconds:0} s");
        Assert.Equal(["RetrieveMultiple environmentvariabledefinition", "RetrieveMultiple kam_portfolio", "RetrieveMultiple account", "RetrieveMultiple kam_portfolio_territory", "RetrieveMultiple kam_portfolioproposal", "Create kam_portfolioproposal"], sent);
        var proposal = crm.Read<PortfolioProposalRow>((Guid)answer!["PortfolioProposalId"]);
        Assert.Equal(MostMoves, answer["MoveCount"]);
        // Every handover of a key account levels up to 240 hours and costs 12.
        Assert.InRange(proposal.Gain!.Value, 0.9m * MostMoves * 228m, MostMoves * 228m);
        Assert.Equal(proposal.ImbalanceBefore - proposal.ImbalanceAfter - proposal.HandoverHours, proposal.Gain);
        AssertPermitted(rows.ToDictionary(row => row.Id), crm.All<PortfolioMoveRow>(), portfolios, languages);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Accounts} accounts, {Managers} managers, {MostMoves} handovers: {watch.Elapsed.TotalSeconds:0.0} s");
    }

    private static void AssertPermitted(Dictionary<Guid, AccountRow> accounts, IReadOnlyList<PortfolioMoveRow> moves, List<EntityReference> portfolios, LanguageChoice[] languages)
    {
        foreach (var move in moves)
        {
            var account = accounts[move.AccountId!.Id];
            var to = portfolios.FindIndex(portfolio => portfolio.Id == move.ToPortfolioId!.Id);
            Assert.False(account.IsKeptWithManager);
            Assert.Equal(account.PortfolioId!.Id, move.FromPortfolioId!.Id);
            if (account.CareLanguage is { } language) Assert.Contains(language, new[] { languages[to % 3], languages[(to + 1) % 3] });
        }
        var counts = accounts.Values.GroupBy(account => moves.FirstOrDefault(move => move.AccountId!.Id == account.Id)?.ToPortfolioId!.Id ?? account.PortfolioId!.Id).ToDictionary(same => same.Key, same => same.Count());
        foreach (var receiver in moves.Select(move => move.ToPortfolioId!.Id).Distinct()) Assert.True(counts[receiver] <= 120);
    }

    // As an integration loads them: without the steps, so that care hours stand as they are sent.
    private void Load(IReadOnlyList<AccountRow> rows) => crm.Service.Execute(new CreateMultipleRequest
    {
        Targets = new EntityCollection([.. rows]) { EntityName = AccountRow.Table },
        ["BypassBusinessLogicExecution"] = "CustomSync,CustomAsync",
    });
}
