using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Local.Dataverse.Queries.Changes;
using Local.Dataverse.Schema;
using Local.Dataverse.Tests.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

/// <summary>A client that asks for changes has, after each answer, what the organisation has.</summary>
public sealed class ChangeTrackingTests : IDisposable
{
    private readonly Club club = new(schema: Tracked());

    public void Dispose() => club.Dispose();

    private static DataverseSchema Tracked()
    {
        var schema = MadeUpSchema.Build();
        var tables = schema.Tables.Values.Select(t => t.LogicalName is "member" or "tag" or "club" ? t with { ChangeTracking = true } : t);
        return new DataverseSchema(tables.ToDictionary(t => t.LogicalName), schema.OneToMany, schema.ManyToMany, schema.GlobalOptionSets);
    }

    [Fact]
    public void WithoutToken_EveryRowIsNewAndNothingIsDeleted()
    {
        var kept = Member("Ann", 1);
        club.Delete("member", Member("Bob", 2));

        var changes = Changes(null);

        var only = Assert.IsType<NewOrUpdatedItem>(Assert.Single(changes.Changes));
        Assert.Equal((ChangeType.NewOrUpdated, kept, "Ann"), (only.Type, only.NewOrUpdatedEntity.Id, only.NewOrUpdatedEntity["name"]));
        Assert.Matches(@"^\d+!03/18/2026 14:30:15$", changes.DataToken);
        Assert.False(changes.MoreRecords);
    }

    [Fact]
    public void SinceAToken_ChangesComeInTheirOrderAndDeletionsLast()
    {
        Guid ann = Member("Ann", 1), bob = Member("Bob", 2), cyd = Member("Cyd", 3);
        var token = Changes(null).DataToken;
        club.Delete("member", bob);
        var dan = Member("Dan", 4);
        club.Update(new Entity("member", ann) { ["age"] = 10 });

        var changes = Changes(token).Changes;

        Assert.Equal([dan, ann, bob], changes.Select(IdOf));
        var deleted = Assert.IsType<RemovedOrDeletedItem>(changes[2]);
        Assert.Equal((ChangeType.RemoveOrDeleted, "member", bob), (deleted.Type, deleted.RemovedItem.LogicalName, deleted.RemovedItem.Id));
        Assert.DoesNotContain(cyd, changes.Select(IdOf));
    }

    [Fact]
    public void ARowCreatedAndDeletedBetweenTwoQuestions_IsADeletion()
    {
        var token = Changes(null).DataToken;
        var id = Member("Ann", 1);
        club.Delete("member", id);

        Assert.Equal(id, Assert.IsType<RemovedOrDeletedItem>(Assert.Single(Changes(token).Changes)).RemovedItem.Id);
    }

    [Fact]
    public void ARowDeletedAndCreatedAnew_IsThere()
    {
        var id = Member("Ann", 1);
        var token = Changes(null).DataToken;
        club.Delete("member", id);
        club.Create(new Entity("member", id) { ["name"] = "Ann again" });

        Assert.IsType<NewOrUpdatedItem>(Assert.Single(Changes(token).Changes));
    }

    [Fact]
    public void ALinkRemovedByTheDeletionOfItsTarget_IsAChange()
    {
        var mentor = Member("Mentor", 1);
        var pupil = club.Create(new Entity("member") { ["name"] = "Pupil", ["mentorid"] = new EntityReference("member", mentor) });
        var token = Changes(null).DataToken;
        club.Delete("member", mentor);

        Assert.Equal([pupil, mentor], Changes(token).Changes.Select(IdOf));
    }

    [Fact]
    public void PairsOfAnIntersectTable_AreTrackedWithTheirTables()
    {
        var member = Member("Ann", 1);
        var tags = new[] { "a", "b" }.Select(n => new EntityReference("tag", club.Create(new Entity("tag") { ["name"] = n }))).ToList();
        club.Operations.Associate(club.As(), new EntityReference("member", member), new Relationship("member_tag"), [.. tags]);
        var token = Changes(null, "member_tag").DataToken;
        club.Operations.Disassociate(club.As(), new EntityReference("member", member), new Relationship("member_tag"), [tags[0]]);
        club.Delete("tag", tags[1].Id);

        Assert.Equal(2, Changes(token, "member_tag").Changes.OfType<RemovedOrDeletedItem>().Count());
    }

    [Fact]
    public void WhoFollowsAllPages_HasWhatThereIs() => Gen.Select(Gen.Int[0, 5].List[0, 30], Gen.Int[1, 4]).Sample(
        (steps, size) =>
        {
            using var transaction = club.Store.Begin();
            var copy = new Dictionary<Guid, int>();
            string? token = null;
            var alive = new List<Guid>();
            foreach (var step in steps)
            {
                Change(step, alive);
                if (step % 3 == 0) token = Follow(token, size, copy, alive);
            }
            // Once more, so that what changed between the last pages is known too.
            Follow(Follow(token, size, copy, []), size, copy, []);

            var rows = club.Operations.RetrieveMultiple(club.As(), new QueryExpression("member") { ColumnSet = new ColumnSet("age") });
            Assert.Equal(rows.Entities.ToDictionary(r => r.Id, r => (int)r["age"]).OrderBy(p => p.Key), copy.OrderBy(p => p.Key));
        },
        iter: 100, threads: 1);

    [Theory]
    [InlineData("booking", null, 0x80072491u)]
    [InlineData("member", "nonsense", 0x80040203u)]
    [InlineData("member", "12!yesterday", 0x80040203u)]
    [InlineData("member", "12!03/18/2020 10:00:00", 0x80044352u)]
    [InlineData("nosuch", null, 0x80041102u)]
    public void WhatCannotBeAsked_IsRefusedWithItsCode(string table, string? token, uint code) => Club.Refused(code, () => Changes(token, table));

    [Fact]
    public void AnIntersectOfUntrackedTables_IsRefused()
    {
        using var plain = new Club();
        Club.Refused(0x80072492, () => plain.Operations.RetrieveChanges(plain.As(), "member_tag", new ColumnSet(true), null, null));
    }

    [Fact]
    public void AForeignCookie_IsRefused()
    {
        foreach (var cookie in new[] { "<cookie page='1'><name last='a' first='a'/></cookie>", "no xml" })
        {
            Club.Refused(0x8004112A, () => Changes(null, page: new PagingInfo { Count = 2, PageNumber = 2, PagingCookie = cookie }));
        }
    }

    private string Follow(string? token, int size, Dictionary<Guid, int> copy, List<Guid> alive)
    {
        var page = new PagingInfo { Count = size, PageNumber = 1 };
        while (true)
        {
            var changes = Changes(token, page: page);
            Assert.True(changes.Changes.Count <= size);
            foreach (var change in changes.Changes)
            {
                if (change is NewOrUpdatedItem item) copy[item.NewOrUpdatedEntity.Id] = (int)item.NewOrUpdatedEntity["age"];
                else copy.Remove(IdOf(change));
            }
            if (!changes.MoreRecords) return changes.DataToken;
            page.PageNumber++;
            page.PagingCookie = changes.PagingCookie;
            // Something happens between two pages.
            if (alive.Count > 0) Change(page.PageNumber, alive);
        }
    }

    private void Change(int step, List<Guid> alive)
    {
        if (alive.Count == 0 || step < 2) alive.Add(Member("m", step));
        else if (step < 4) club.Update(new Entity("member", alive[step % alive.Count]) { ["age"] = 40 + step });
        else
        {
            club.Delete("member", alive[0]);
            alive.RemoveAt(0);
        }
    }

    private BusinessEntityChanges Changes(string? token, string table = "member", PagingInfo? page = null) => club.Operations.RetrieveChanges(
        club.As(), table, table == "member" ? new ColumnSet("name", "age") : new ColumnSet(true), page, ChangeToken.Read(token, Club.Now, 7));

    private static Guid IdOf(IChangedItem change) => change is NewOrUpdatedItem item ? item.NewOrUpdatedEntity.Id : ((RemovedOrDeletedItem)change).RemovedItem.Id;

    private Guid Member(string name, int age) => club.Create(new Entity("member") { ["name"] = name, ["age"] = age });
}
