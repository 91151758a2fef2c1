using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Structure;

/// <summary>West has four key accounts of 120 hours and East none, both with 480 hours: two handovers of 12 hours each level it.</summary>
public sealed class BalancingTests : IDisposable
{
    private readonly Crm crm;
    private readonly Member lead, west, east;
    private readonly EntityReference westOnes, eastOnes;
    private readonly IReadOnlyList<Guid> accounts;

    public BalancingTests(PackedSolution solution)
    {
        crm = new Crm(solution);
        lead = new Member(crm, "KAM Lead");
        west = new Member(crm, "KAM");
        east = new Member(crm, "KAM");
        westOnes = crm.PortfolioOf(west.Id, "West", 480m);
        eastOnes = crm.PortfolioOf(east.Id, "East", 480m);
        accounts = crm.Fill(westOnes, 4, 80m);
        foreach (var account in accounts) west.Given(AccountRow.Table, account);
    }

    public void Dispose() => crm.Dispose();

    private OrganizationResponse Propose(int mostMoves = 10) => lead.Call("kam_ProposePortfolio", ("MostMoves", mostMoves));

    private Guid Accepted()
    {
        var id = (Guid)Propose()["PortfolioProposalId"];
        lead.Service.Update(new PortfolioProposalRow { Id = id, StatusCode = PortfolioProposalStatusReason.Accepted });
        return id;
    }

    private OrganizationResponse Apply(Guid id) => lead.Call("kam_ApplyPortfolio", ("PortfolioProposalId", id));

    private PortfolioProposalStatusReason? StatusOf(Guid id) => crm.Read<PortfolioProposalRow>(id).StatusCode;

    private int In(EntityReference portfolio) => crm.All<AccountRow>(AccountRow.Column.PortfolioId, portfolio.Id).Count;

    [Fact]
    public void AProposal_NamesTheHandoversAndWhatTheySave_AndMovesNothing()
    {
        var answer = Propose();

        // 240 hours too many and 240 too few become none, at two tenths of 120 hours.
        var proposal = crm.Read<PortfolioProposalRow>((Guid)answer["PortfolioProposalId"]);
        Assert.Equal(2, answer["MoveCount"]);
        Assert.Equal(456m, answer["Gain"]);
        Assert.Equal(24m, answer["HandoverHours"]);
        Assert.Equal(480m, proposal.ImbalanceBefore);
        Assert.Equal(0m, proposal.ImbalanceAfter);
        Assert.Equal(50m, proposal.FairUtilisationPercent);
        var moves = crm.All<PortfolioMoveRow>(PortfolioMoveRow.Column.PortfolioProposalId, proposal.Id);
        Assert.Equal([1, 2], moves.Select(move => move.Sequence!.Value).Order());
        Assert.All(moves, move => Assert.Equal(eastOnes.Id, move.ToPortfolioId!.Id));
        Assert.All(moves, move => Assert.Equal(120m, move.Hours));
        Assert.Equal(4, In(westOnes));
    }

    [Fact]
    public void WhatAHandoverUsuallyCosts_IsSaidByTheHouse_UnlessTheAccountSaysIt()
    {
        crm.Set("kam_HandoverSharePercent", "25");
        Assert.Equal(60m, Propose()["HandoverHours"]);
        foreach (var account in accounts) crm.Service.Update(new AccountRow { Id = account, HandoverHours = 5m });
        Assert.Equal(10m, Propose()["HandoverHours"]);
        crm.Set("kam_HandoverSharePercent", "101");
        var refusal = Crm.Refusal(() => Propose());
        Assert.Equal(["KAM-GEN-004"], Crm.CodesOf(refusal));
        Assert.Contains("kam_HandoverSharePercent", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAcceptedProposal_HandsTheAccountsOver_WithTheirOwnerAndBothLoads()
    {
        var id = Accepted();
        Assert.Equal(lead.Id, crm.Read<PortfolioProposalRow>(id).AcceptedById!.Id);

        var answer = Apply(id);

        Assert.Equal(2, answer["AppliedCount"]);
        var moved = crm.All<AccountRow>(AccountRow.Column.PortfolioId, eastOnes.Id);
        Assert.Equal(2, moved.Count);
        Assert.All(moved, account => Assert.Equal(east.Id, account.OwnerId!.Id));
        Assert.Equal(240m, crm.Read<PortfolioRow>(westOnes.Id).LoadHours);
        Assert.Equal(240m, crm.Read<PortfolioRow>(eastOnes.Id).LoadHours);
        Assert.Equal(PortfolioProposalStatusReason.Applied, StatusOf(id));
        Assert.NotNull(crm.Read<PortfolioProposalRow>(id).AppliedOn);
        Assert.Equal(["KAM-STR-061"], Crm.CodesOf(() => Apply(id)));
    }

    [Fact]
    public void WhatNobodyAccepted_IsNotApplied()
    {
        var id = (Guid)Propose()["PortfolioProposalId"];
        Assert.Equal(["KAM-STR-061"], Crm.CodesOf(() => Apply(id)));
        lead.Service.Update(new PortfolioProposalRow { Id = id, StateCode = PortfolioProposalState.Inactive, StatusCode = PortfolioProposalStatusReason.Rejected });
        Assert.Equal(["KAM-STR-061"], Crm.CodesOf(() => Apply(id)));
        Assert.Equal(4, In(westOnes));
    }

    [Fact]
    public void AnAccountThatChangedMeanwhile_OutdatesTheProposal()
    {
        var id = Accepted();
        var account = crm.All<PortfolioMoveRow>(PortfolioMoveRow.Column.PortfolioProposalId, id)[0].AccountId!.Id;
        crm.Service.Update(new AccountRow { Id = account, Complexity = 2m });
        Assert.Equal(PortfolioProposalStatusReason.Outdated, StatusOf(id));
        Assert.Equal(["KAM-STR-061"], Crm.CodesOf(() => Apply(id)));
    }

    [Fact]
    public void WhoIsKeptMeanwhile_IsNotMoved_NorIsAnybodyElse()
    {
        var id = Accepted();
        var moves = crm.All<PortfolioMoveRow>(PortfolioMoveRow.Column.PortfolioProposalId, id);
        crm.Service.Update(new AccountRow { Id = moves[0].AccountId!.Id, IsKeptWithManager = true });
        crm.Service.Update(new PortfolioRow { Id = eastOnes.Id, MaximumAccounts = 1 });

        var refusal = Crm.Refusal(() => Apply(id));

        Assert.Equal(["KAM-STR-062", "KAM-STR-062"], Crm.CodesOf(refusal));
        Assert.Contains("East", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(4, In(westOnes));
        Assert.Equal(PortfolioProposalStatusReason.Accepted, StatusOf(id));
    }

    [Fact]
    public void WhoseLanguageOrTerritoryChangedMeanwhile_IsNotMoved()
    {
        var id = Accepted();
        var moves = crm.All<PortfolioMoveRow>(PortfolioMoveRow.Column.PortfolioProposalId, id);
        crm.Service.Update(new AccountRow { Id = moves[0].AccountId!.Id, CareLanguage = LanguageChoice.Italian });
        crm.Service.Update(new AccountRow { Id = moves[1].AccountId!.Id, TerritoryId = Territory("Ticino") });
        crm.Service.Update(new PortfolioRow { Id = eastOnes.Id, Languages = [new OptionSetValue((int)LanguageChoice.German)] });
        Cover(eastOnes, Territory("Bern"));

        Assert.Equal(["KAM-STR-062", "KAM-STR-062"], Crm.CodesOf(() => Apply(id)));
        Assert.Equal(4, In(westOnes));
    }

    [Fact]
    public void AnAccountWhoseLanguageTheOtherManagerSpeaks_IsHandedOver()
    {
        foreach (var account in accounts) crm.Service.Update(new AccountRow { Id = account, CareLanguage = LanguageChoice.French });
        crm.Service.Update(new PortfolioRow { Id = eastOnes.Id, Languages = [new OptionSetValue((int)LanguageChoice.French)] });
        Assert.Equal(2, Propose()["MoveCount"]);
        // No matter what the giving manager speaks.
        crm.Service.Update(new PortfolioRow { Id = westOnes.Id, Languages = [new OptionSetValue((int)LanguageChoice.German)] });
        Assert.Equal(2, Propose()["MoveCount"]);
    }

    [Fact]
    public void ANewProposal_TakesThePlaceOfTheOpenOne()
    {
        var first = (Guid)Propose()["PortfolioProposalId"];
        var second = (Guid)Propose()["PortfolioProposalId"];
        Assert.Equal(PortfolioProposalStatusReason.Outdated, StatusOf(first));
        Assert.Equal(PortfolioProposalStatusReason.Proposed, StatusOf(second));
    }

    [Fact]
    public void TheLanguageOfAnAccount_AndWhoIsKept_AreRespected()
    {
        foreach (var account in accounts.Take(3)) crm.Service.Update(new AccountRow { Id = account, CareLanguage = LanguageChoice.French });
        crm.Service.Update(new PortfolioRow { Id = eastOnes.Id, Languages = [new OptionSetValue((int)LanguageChoice.German), new OptionSetValue((int)LanguageChoice.Italian)] });
        Assert.Equal(1, Propose()["MoveCount"]);
        crm.Service.Update(new AccountRow { Id = accounts[3], IsKeptWithManager = true });
        Assert.Equal(0, Propose()["MoveCount"]);
    }

    [Fact]
    public void AManagerOfSeveralTerritories_IsHandedAccountsOfEach_AndOfNoOther()
    {
        var (basel, bern, ticino) = (Territory("Basel"), Territory("Bern"), Territory("Ticino"));
        foreach (var (account, territory) in accounts.Zip(new[] { basel, bern, ticino, ticino })) crm.Service.Update(new AccountRow { Id = account, TerritoryId = territory });
        crm.Service.Update(new PortfolioRow { Id = eastOnes.Id, TerritoryId = basel });
        Assert.Equal([accounts[0]], Proposed());

        Cover(eastOnes, bern);
        Assert.Equal(accounts.Take(2).Order(), Proposed().Order());

        // The further ones alone are covered too; without any, all.
        crm.Service.Update(new PortfolioRow { Id = eastOnes.Id, TerritoryId = null });
        Assert.Equal([accounts[1]], Proposed());
        crm.Service.Disassociate(PortfolioRow.Table, eastOnes.Id, new Relationship("kam_portfolio_territory"), [bern]);
        Assert.Equal(2, Proposed().Count);
    }

    [Fact]
    public void WhatIf_NamesWhatSpeaksAgainstAHandover()
    {
        crm.Service.Update(new AccountRow { Id = accounts[0], TerritoryId = Territory("Ticino"), CareLanguage = LanguageChoice.Italian, IsKeptWithManager = true });
        crm.Service.Update(new PortfolioRow { Id = eastOnes.Id, Languages = [new OptionSetValue((int)LanguageChoice.German)], MaximumAccounts = 0 });
        Cover(eastOnes, Territory("Bern"));

        Assert.Equal(["Kept", "Language", "Territory", "Full"], Obstacles(accounts[0], eastOnes));
        Assert.Equal(["Full"], Obstacles(accounts[1], eastOnes));
        Assert.Empty(Obstacles(accounts[0], westOnes));
        Assert.Equal(["Retrieve kam_portfolio", "Retrieve account", "RetrieveMultiple kam_segment", "RetrieveMultiple account", "RetrieveMultiple kam_portfolio_territory"], crm.SentBy("LoadWhatIf", () => Obstacles(accounts[0], eastOnes)));
    }

    private EntityReference Territory(string name) => new(TerritoryRow.Table, crm.Create(new TerritoryRow { Name = name }));

    private void Cover(EntityReference portfolio, EntityReference territory) => crm.Service.Associate(PortfolioRow.Table, portfolio.Id, new Relationship("kam_portfolio_territory"), [territory]);

    private List<Guid> Proposed() => crm.All<PortfolioMoveRow>(PortfolioMoveRow.Column.PortfolioProposalId, (Guid)Propose()["PortfolioProposalId"]).Select(move => move.AccountId!.Id).ToList();

    private string[] Obstacles(Guid account, EntityReference portfolio) => (string[])lead.Call("kam_LoadWhatIf", ("PortfolioId", portfolio.Id), ("AccountId", account))["Obstacles"];

    [Fact]
    public void AProposal_StaysAsItWasComputed()
    {
        var id = (Guid)Propose()["PortfolioProposalId"];
        Assert.Equal(["KAM-STR-060", "KAM-STR-060"], Crm.CodesOf(() => lead.Service.Update(new PortfolioProposalRow { Id = id, Gain = 999m, AcceptedById = new EntityReference(UserRow.Table, east.Id) })));
        Assert.Equal(["KAM-STR-063"], Crm.CodesOf(() => lead.Service.Update(new PortfolioProposalRow { Id = id, StateCode = PortfolioProposalState.Inactive, StatusCode = PortfolioProposalStatusReason.Applied })));
        Assert.Equal(["KAM-STR-063"], Crm.CodesOf(() => crm.Create(new PortfolioProposalRow { Name = "By hand", MostMoves = 1 })));
        var move = crm.All<PortfolioMoveRow>(PortfolioMoveRow.Column.PortfolioProposalId, id)[0];
        Assert.Equal(["KAM-STR-060"], Crm.CodesOf(() => crm.Service.Update(new PortfolioMoveRow { Id = move.Id, Hours = 1m })));
    }

    [Fact]
    public void RequestsAreFew()
    {
        Assert.Equal(["RetrieveMultiple environmentvariabledefinition", "RetrieveMultiple kam_portfolio", "RetrieveMultiple account", "RetrieveMultiple kam_portfolio_territory", "RetrieveMultiple kam_portfolioproposal", "Create kam_portfolioproposal"], crm.SentBy("ProposePortfolio", () => Propose()));
        var id = Accepted();
        var sent = crm.SentBy("ApplyPortfolio", () => Apply(id));
        Assert.Equal(2, sent.Count(one => one == "Update account"));
        Assert.Equal(2, sent.Count(one => one == "Update kam_portfolio"));
        Assert.Equal(5 + 2 + 3 + 2 + 1, sent.Count);
    }

    [Theory, InlineData(0), InlineData(201)]
    public void AnImpossibleNumberOfHandovers_IsRefused(int mostMoves) => Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => Propose(mostMoves)));

    [Fact]
    public void AKeyAccountManager_DoesNotBalance() => Assert.ThrowsAny<Exception>(() => west.Call("kam_ProposePortfolio", ("MostMoves", 1)));
}
