using System;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Structure;

/// <summary>An A takes 120 hours a year, a B 40, a C 12, a D 3; balanced is 80 to 105 % of the capacity.</summary>
public sealed class PortfolioLoadTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    private void AssertLoad(EntityReference portfolio, decimal hours, decimal? percent, LoadChoice state, int accounts)
    {
        var row = crm.Read<PortfolioRow>(portfolio.Id);
        Assert.Equal(hours, row.LoadHours);
        Assert.Equal(percent, row.UtilisationPercent);
        Assert.Equal(state, row.LoadState);
        Assert.Equal(accounts, row.AccountCount);
    }

    [Fact]
    public void AnEmptyPortfolio_IsUnderLoad() => AssertLoad(crm.Portfolio("West", 300m), 0m, 0m, LoadChoice.UnderLoad, 0);

    [Fact]
    public void Loads_FollowTheAccounts()
    {
        var portfolio = crm.Portfolio("West", 300m);
        var accounts = crm.Fill(portfolio, 2, 80m);
        AssertLoad(portfolio, 240m, 80m, LoadChoice.Balanced, 2);

        crm.Service.Update(new AccountRow { Id = accounts[0], Complexity = 2m });
        AssertLoad(portfolio, 360m, 120m, LoadChoice.OverLoad, 2);

        crm.Value(accounts[0], 10m);
        crm.Segmented(accounts[0]);
        AssertLoad(portfolio, 126m, 42m, LoadChoice.UnderLoad, 2);

        crm.Service.Update(new AccountRow { Id = accounts[1], StateCode = AccountState.Inactive, StatusCode = AccountStatusReason.Inactive });
        AssertLoad(portfolio, 6m, 2m, LoadChoice.UnderLoad, 1);

        crm.Service.Delete(AccountRow.Table, accounts[0]);
        AssertLoad(portfolio, 0m, 0m, LoadChoice.UnderLoad, 0);
    }

    [Fact]
    public void AnAccountThatMoves_ChangesBothLoads()
    {
        var (west, east) = (crm.Portfolio("West", 300m), crm.Portfolio("East", 100m));
        var account = crm.Fill(west, 1, 80m)[0];

        crm.Service.Update(new AccountRow { Id = account, PortfolioId = east });

        AssertLoad(west, 0m, 0m, LoadChoice.UnderLoad, 0);
        AssertLoad(east, 120m, 120m, LoadChoice.OverLoad, 1);
    }

    [Fact]
    public void AnotherCapacity_IsAnotherUtilisation()
    {
        var portfolio = crm.Portfolio("West", 300m);
        crm.Fill(portfolio, 2, 80m);
        crm.Service.Update(new PortfolioRow { Id = portfolio.Id, CapacityHours = 240m });
        AssertLoad(portfolio, 240m, 100m, LoadChoice.Balanced, 2);
        crm.Service.Update(new PortfolioRow { Id = portfolio.Id, CapacityHours = 0m });
        AssertLoad(portfolio, 240m, null, LoadChoice.OverLoad, 2);
    }

    [Fact]
    public void ALoad_IsWhatTheAccountsSay_WhateverIsSent()
    {
        var portfolio = crm.Portfolio("West", 300m);
        crm.Fill(portfolio, 2, 80m);
        crm.Service.Update(new PortfolioRow { Id = portfolio.Id, LoadHours = 1m, LoadState = LoadChoice.UnderLoad, AccountCount = 99 });
        AssertLoad(portfolio, 240m, 80m, LoadChoice.Balanced, 2);
        var account = crm.All<AccountRow>()[0];
        crm.Service.Update(new AccountRow { Id = account.Id, CareHours = 1m });
        Assert.Equal(120m, crm.Read<AccountRow>(account.Id).CareHours);
    }

    [Fact]
    public void OnlyWhatMovesALoad_AsksForIt()
    {
        var portfolio = crm.Portfolio("West", 300m);
        var account = crm.Fill(portfolio, 1, 80m)[0];
        Assert.Empty(crm.SentBy("KeepLoad", () => crm.Service.Update(new AccountRow { Id = account, Name = "Huber AG" })));
        Assert.Empty(crm.SentBy("KeepLoad", () => crm.Account("Without portfolio")));
        Assert.Equal(["RetrieveMultiple kam_segment", "RetrieveMultiple account", "RetrieveMultiple kam_portfolio", "Update kam_portfolio", "RetrieveMultiple kam_portfoliomove"],
            crm.SentBy("KeepLoad", () => crm.Service.Update(new AccountRow { Id = account, Complexity = 3m })));
    }

    [Fact]
    public void WhatIf_SaysTheLoadBeforeAnythingMoves()
    {
        var (west, east) = (crm.Portfolio("West", 300m), crm.Portfolio("East", 100m));
        var account = crm.Fill(west, 2, 80m)[0];
        crm.Fill(east, 1, 60m);

        var there = crm.Call("kam_LoadWhatIf", ("PortfolioId", east.Id), ("AccountId", account));
        var here = crm.Call("kam_LoadWhatIf", ("PortfolioId", west.Id), ("AccountId", account));

        Assert.Equal(160m, there["Hours"]);
        Assert.Equal(160m, there["UtilisationPercent"]);
        Assert.Equal((int)LoadChoice.OverLoad, ((OptionSetValue)there["LoadState"]).Value);
        // It is there already.
        Assert.Equal(240m, here["Hours"]);
        Assert.Equal(west.Id, crm.Read<AccountRow>(account).PortfolioId!.Id);
    }
}
