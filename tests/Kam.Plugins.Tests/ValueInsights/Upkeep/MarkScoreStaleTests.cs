using System;
using System.Collections.Generic;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Upkeep;

public sealed class MarkScoreStaleTests(PackedSolution solution) : IDisposable
{
    private static readonly Dictionary<string, AccountRow> Inputs = new()
    {
        ["strategic fit"] = new() { StrategicFit = 4 },
        ["net promoter score"] = new() { NetPromoterScore = -20 },
        ["wallet size"] = new() { WalletSize = new Money(500_000m) },
        ["contract"] = new() { IsContractual = true },
        ["start of the contract"] = new() { ContractStartedOn = Crm.Day(2025, 1, 1) },
        ["end of the contract"] = new() { ContractEndedOn = Crm.Day(2026, 12, 31) },
    };

    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    public static TheoryData<string> Entered => [.. Inputs.Keys];

    [Theory, MemberData(nameof(Entered))]
    public void AnEnteredInput_MarksTheScoreStaleWithoutARequest(string input)
    {
        var account = crm.Account("Meier AG");

        Assert.Empty(crm.SentBy("MarkScoreStale", () => crm.Service.Update(new AccountRow { Id = account, Attributes = [.. Inputs[input].Attributes] })));

        Assert.Equal(PackedSolution.Now.UtcDateTime, crm.Read<AccountRow>(account).ScoreStaleOn);
    }

    [Fact]
    public void AnotherParent_MarksTheScoreStale()
    {
        var account = crm.Account("Plant");

        crm.Service.Update(new AccountRow { Id = account, ParentAccountId = new EntityReference(AccountRow.Table, crm.Account("Holding")) });

        Assert.NotNull(crm.Read<AccountRow>(account).ScoreStaleOn);
    }

    [Fact]
    public void WhatNoScoreStandsOn_MarksNothing()
    {
        var account = crm.Account("Meier AG");

        crm.Service.Update(new AccountRow { Id = account, Name = "Meier & Co. AG", IsKeyAccount = true });

        Assert.Null(crm.Read<AccountRow>(account).ScoreStaleOn);
    }
}
