using System;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.Structure;

/// <summary>Buyers are told of delivery four times a year, the decider of a key account of value; nothing else is planned for them.</summary>
public sealed class NextContentTests : IDisposable
{
    private readonly Crm crm;
    private readonly Member manager;
    private readonly Guid account;
    private readonly ContentTopicRow delivery, value;

    public NextContentTests(PackedSolution solution)
    {
        crm = new Crm(solution);
        manager = new Member(crm, "KAM");
        account = manager.Given(AccountRow.Table, crm.Scored("Meier AG", 80m));
        delivery = crm.All<ContentTopicRow>(ContentTopicRow.Column.Name, "Terms and delivery performance").Single();
        value = crm.All<ContentTopicRow>(ContentTopicRow.Column.Name, "Value review with the decider").Single();
    }

    public void Dispose() => crm.Dispose();

    [Fact]
    public void WhoComesOnAMap_IsToBeToldAtOnce_AndAgainAfterItsPartOfTheYear()
    {
        var buyer = Add(Contact("Buyer"), StakeholderRoleChoice.Buyer);
        Assert.Equal((delivery.Id, Crm.Today), Next(buyer));

        Tell(buyer, delivery, Crm.Day(2026, 3, 1));

        Assert.Equal((delivery.Id, Crm.Day(2026, 5, 31)), Next(buyer));
    }

    [Fact]
    public void WhatWasToldToAPerson_CountsOnEveryMapTheyAreOn()
    {
        var person = Contact("Buyer");
        var here = Add(person, StakeholderRoleChoice.Buyer);
        var there = Add(person, StakeholderRoleChoice.Buyer, manager.Given(AccountRow.Table, crm.Account("Huber AG")));

        var told = Tell(here, delivery, Crm.Day(2026, 3, 1));
        Assert.Equal(Crm.Day(2026, 5, 31), Next(there)!.Value.On);
        manager.Service.Update(new ContentToldRow { Id = told, ToldOn = Crm.Day(2026, 3, 11) });
        Assert.Equal(Crm.Day(2026, 6, 10), Next(there)!.Value.On);
        manager.Service.Delete(ContentToldRow.Table, told);
        Assert.Equal(Crm.Today, Next(there)!.Value.On);
    }

    [Fact]
    public void AnotherRole_AnotherSegmentOrAnotherTopic_IsAnotherNextContent()
    {
        var person = Add(Contact("Frei"), StakeholderRoleChoice.Buyer);
        manager.Service.Update(new StakeholderRow { Id = person, Role = StakeholderRoleChoice.Decider });
        Assert.Null(Next(person));

        // A key account now: the nightly run knows.
        crm.Segmented(account);
        Refresh();
        Assert.Equal((value.Id, Crm.Today), Next(person));

        crm.Service.Update(new ContentTopicRow { Id = value.Id, StateCode = ContentTopicState.Inactive, StatusCode = ContentTopicStatusReason.Inactive });
        Refresh();
        Assert.Null(Next(person));
    }

    [Fact]
    public void WhatIsOverdue_StaysDueSinceThen_AndRepeatingTheRunChangesNothing()
    {
        var buyer = Add(Contact("Buyer"), StakeholderRoleChoice.Buyer);
        crm.Clock.Advance(TimeSpan.FromDays(20));

        Assert.Equal(0, Refresh());

        Assert.Equal((delivery.Id, Crm.Today), Next(buyer));
    }

    [Fact]
    public void WhatIsSentForIt_IsWorkedOutAnew()
    {
        var buyer = Add(Contact("Buyer"), StakeholderRoleChoice.Buyer);
        Tell(buyer, delivery, Crm.Day(2026, 3, 1));
        manager.Service.Update(new StakeholderRow { Id = buyer, NextContentOn = Crm.Day(2030, 1, 1), NextTopicId = value.ToEntityReference() });
        Assert.Equal((delivery.Id, Crm.Day(2026, 5, 31)), Next(buyer));
    }

    [Fact]
    public void TheRun_GoesFromPageToPage_WithThreeRequestsAndOneForEachChange()
    {
        var people = Enumerable.Range(1, 5).Select(number => Add(Contact($"Buyer {number}"), StakeholderRoleChoice.Buyer)).ToList();
        crm.Service.Update(new ContentTopicRow { Id = delivery.Id, StateCode = ContentTopicState.Inactive, StatusCode = ContentTopicStatusReason.Inactive });

        var first = crm.Call("kam_RefreshContent", ("PageSize", 3));
        Assert.Equal([(object)false, 3, 3], new[] { first["IsComplete"], first["StakeholderCount"], first["ChangedCount"] });
        OrganizationResponse second = null!;
        var sent = crm.SentBy("RefreshContent", () => second = crm.Call("kam_RefreshContent", ("PageSize", 3), ("Cursor", first["NextCursor"])));

        Assert.Equal([(object)true, 2, 2], new[] { second["IsComplete"], second["StakeholderCount"], second["ChangedCount"] });
        Assert.Equal(["RetrieveMultiple kam_stakeholder", "RetrieveMultiple kam_contenttopic", "RetrieveMultiple kam_contenttold", "Update kam_stakeholder", "Update kam_stakeholder"], sent);
        Assert.All(people, person => Assert.Null(Next(person)));
    }

    [Fact]
    public void ItsKeepingTakesFewRequests()
    {
        var buyer = Add(Contact("Buyer"), StakeholderRoleChoice.Buyer);
        string[] asked = ["RetrieveMultiple kam_stakeholder", "RetrieveMultiple kam_contenttopic", "RetrieveMultiple kam_contenttold"];
        Assert.Equal([.. asked, "Update kam_stakeholder"], crm.SentBy("KeepNextContentOfPerson", () => Tell(buyer, delivery, Crm.Day(2026, 3, 1))));
        Assert.Equal([.. asked, "Update kam_stakeholder"], crm.SentBy("KeepNextContent", () => manager.Service.Update(new StakeholderRow { Id = buyer, Role = StakeholderRoleChoice.Gatekeeper })).Take(4));
        Assert.Empty(crm.SentBy("KeepNextContent", () => manager.Service.Update(new StakeholderRow { Id = buyer, Attitude = 1 })));
    }

    [Theory]
    [InlineData("PageSize", 0), InlineData("PageSize", 1_001), InlineData("Cursor", "nonsense")]
    public void APageThatCannotBe_IsRefused(string parameter, object given) => Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_RefreshContent", (parameter, given))));

    [Fact]
    public void TheView_ListsWhatIsToBeToldNext_TheMostOverdueFirst()
    {
        var late = Add(Contact("Late"), StakeholderRoleChoice.Buyer);
        Tell(late, delivery, Crm.Day(2025, 1, 1));
        var later = Add(Contact("Later"), StakeholderRoleChoice.Buyer);
        Tell(later, delivery, Crm.Day(2026, 3, 1));
        Add(Contact("Nothing"), StakeholderRoleChoice.Gatekeeper);

        var query = new QueryExpression("savedquery") { ColumnSet = new ColumnSet("fetchxml") };
        query.Criteria.AddCondition("name", ConditionOperator.Equal, "Content to tell next");
        var view = crm.Service.RetrieveMultiple(query).Entities.Single();

        Assert.Equal([late, later], manager.Service.RetrieveMultiple(new FetchExpression(view.GetAttributeValue<string>("fetchxml"))).Entities.Select(row => row.Id));
    }

    private (Guid Topic, DateTime On)? Next(Guid stakeholder)
    {
        var row = crm.Read<StakeholderRow>(stakeholder);
        Assert.Equal(row.NextTopicId is null, row.NextContentOn is null);
        return row.NextTopicId is { } topic ? (topic.Id, row.NextContentOn!.Value) : null;
    }

    private int Refresh() => (int)crm.Call("kam_RefreshContent")["ChangedCount"];

    private EntityReference Contact(string name) => new(ContactRow.Table, manager.Given(ContactRow.Table, crm.Create(new ContactRow { LastName = name })));

    private Guid Add(EntityReference contact, StakeholderRoleChoice role, Guid? at = null) => manager.Service.Create(new StakeholderRow
    {
        AccountId = new EntityReference(AccountRow.Table, at ?? account),
        ContactId = contact,
        Role = role,
        Influence = 3,
        Relationship = 3,
    });

    private Guid Tell(Guid stakeholder, ContentTopicRow topic, DateTime on) =>
        manager.Service.Create(new ContentToldRow { ContentTopicId = topic.ToEntityReference(), StakeholderId = new EntityReference(StakeholderRow.Table, stakeholder), ToldOn = on });
}
