using System;
using System.Linq;
using System.Text.Json;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Structure;

/// <summary>A key account's decider is told of value twice a year; its buyer of delivery four times.</summary>
public sealed class PlanContentTests : IDisposable
{
    private readonly Crm crm;
    private readonly Member manager;
    private readonly Guid account, buyer;

    public PlanContentTests(PackedSolution solution)
    {
        crm = new Crm(solution);
        manager = new Member(crm, "KAM");
        account = manager.Given(AccountRow.Table, crm.Scored("Meier AG", 80m));
        Add("Decider", StakeholderRoleChoice.Decider);
        buyer = Add("Buyer", StakeholderRoleChoice.Buyer);
    }

    public void Dispose() => crm.Dispose();

    private Guid Add(string name, StakeholderRoleChoice role) => manager.Service.Create(new StakeholderRow
    {
        AccountId = new EntityReference(AccountRow.Table, account),
        ContactId = new EntityReference(ContactRow.Table, manager.Given(ContactRow.Table, crm.Create(new ContactRow { LastName = name }))),
        Role = role,
        Influence = 3,
        Relationship = 3,
    });

    private string[] Plan(DateTime until) => JsonDocument.Parse((string)manager.Call("kam_PlanContent", ("AccountId", account), ("Until", until))["Plan"]).RootElement
        .EnumerateArray().Select(entry => $"{entry.GetProperty("dueOn").GetString()} {entry.GetProperty("person").GetString()}: {entry.GetProperty("topic").GetString()}").Order(StringComparer.Ordinal).ToArray();

    [Fact]
    public void WhatWasNeverTold_IsDueToday_ForSegmentAndRole()
    {
        Assert.Equal(["2026-03-31 Buyer: Terms and delivery performance"], Plan(Crm.Today));
        crm.Segmented(account);
        Assert.Equal(["2026-03-31 Buyer: Terms and delivery performance", "2026-03-31 Decider: Value review with the decider"], Plan(Crm.Today));
    }

    [Fact]
    public void WhatWasTold_IsDueAgainAfterItsPartOfTheYear()
    {
        var topic = crm.All<ContentTopicRow>(ContentTopicRow.Column.Name, "Terms and delivery performance").Single();
        var told = manager.Service.Create(new ContentToldRow { ContentTopicId = topic.ToEntityReference(), StakeholderId = new EntityReference(StakeholderRow.Table, buyer), ToldOn = Crm.Day(2026, 3, 1) });
        Assert.Equal(crm.Read<StakeholderRow>(buyer).ContactId!.Id, crm.Read<ContentToldRow>(told).ContactId!.Id);
        Assert.Empty(Plan(Crm.Day(2026, 5, 30)));
        Assert.Equal(["2026-05-31 Buyer: Terms and delivery performance"], Plan(Crm.Day(2026, 5, 31)));
    }

    [Fact]
    public void RequestsAreFour() => Assert.Equal(4, crm.SentBy("PlanContent", () => Plan(Crm.Today)).Count);

    [Fact]
    public void ADayInThePast_IsRefused() => Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => Plan(Crm.Today.AddDays(-1))));
}
