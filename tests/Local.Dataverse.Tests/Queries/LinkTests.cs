using System;
using System.Linq;
using Local.Dataverse.Tests.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

public sealed class LinkTests : IDisposable
{
    private readonly ClubRows rows = new();

    public void Dispose() => rows.Dispose();

    [Fact]
    public void AnInnerLink_GivesARowForEachPairWithAliasedColumns()
    {
        var query = new QueryExpression("member") { ColumnSet = new ColumnSet("name") };
        var bookings = query.AddLink("booking", "memberid", "memberid");
        bookings.EntityAlias = "b";
        bookings.Columns = new ColumnSet("title", "seats");
        bookings.Orders.Add(new OrderExpression("title", OrderType.Ascending));
        query.AddOrder("name", OrderType.Ascending);

        var found = rows.Run(query).Entities;

        Assert.Equal(["Ann Boat 2", "Ann Gym 1", "Cyd Boat 4"], found.Select(e => $"{e["name"]} {ClubRows.Plain(e["b.title"])} {ClubRows.Plain(e["b.seats"])}"));
        var aliased = Assert.IsType<AliasedValue>(found[0]["b.title"]);
        Assert.Equal(("booking", "title"), (aliased.EntityLogicalName, aliased.AttributeLogicalName));
        Assert.Equal("2", found[0].FormattedValues["b.seats"]);
    }

    [Fact]
    public void AnOuterLink_KeepsRowsWithoutPartner()
    {
        Assert.Equal("Ann Ann Bob Cyd Dän eve", rows.Found("", "<link-entity name='booking' from='memberid' to='memberid' link-type='outer'/>"));
        // A filter of the link narrows the link, not the rows.
        Assert.Equal("Ann Bob Cyd Dän eve", rows.Found("", "<link-entity name='booking' from='memberid' to='memberid' link-type='outer' alias='b'><filter><condition attribute='title' operator='eq' value='gym'/></filter></link-entity>"));
        // A condition on the linked table in the query's own filter finds those without one.
        Assert.Equal("Bob Dän eve", rows.Found("<condition entityname='b' attribute='bookingid' operator='null'/>", "<link-entity name='booking' from='memberid' to='memberid' link-type='outer' alias='b'/>"));
    }

    [Fact]
    public void AnInnerLinkWithFilter_NarrowsTheRows()
    {
        Assert.Equal("Ann Bob", rows.Found("", "<link-entity name='club' from='clubid' to='clubid'><filter><condition attribute='name' operator='eq' value='rowing'/></filter></link-entity>"));
        Assert.Equal("Cyd Dän", rows.Found("<condition entityname='c' attribute='name' operator='eq' value='archery'/>", "<link-entity name='club' from='clubid' to='clubid' alias='c'/>"));
        Assert.Equal("Cyd Dän", rows.Found("<condition entityname='club' attribute='name' operator='eq' value='archery'/>", "<link-entity name='club' from='clubid' to='clubid'/>"));
    }

    [Fact]
    public void LinksInsideLinks_ReachFurtherTables()
    {
        var found = rows.Fetch(
            "<entity name='booking'><attribute name='title'/><order attribute='title'/>" +
            "<link-entity name='member' from='memberid' to='memberid' alias='m'><link-entity name='club' from='clubid' to='clubid' alias='c'><attribute name='name'/><order attribute='name' descending='true'/></link-entity></link-entity></entity>");

        Assert.Equal("Rowing Archery Rowing", ClubRows.Names(found, "c.name"));
    }

    [Theory]
    [InlineData("exists", "Ann Cyd")]
    [InlineData("in", "Ann Cyd")]
    [InlineData("any", "Ann Cyd")]
    [InlineData("not any", "Bob Dän eve")]
    [InlineData("matchfirstrowusingcrossapply", "Ann Cyd")]
    public void ALinkThatAsksForExistence_GivesEachRowOnce(string linkType, string expected)
    {
        Assert.Equal(expected, rows.Found("", $"<link-entity name='booking' from='memberid' to='memberid' link-type='{linkType}'/>"));
    }

    [Theory]
    [InlineData("any", "Ann")]
    [InlineData("not any", "Bob Cyd Dän eve")]
    [InlineData("all", "Cyd")] // rows exist and none satisfies the filter, as documented
    [InlineData("not all", "Ann")]
    public void ExistenceInsideAFilter_CanBeCombinedWithOr(string linkType, string expected)
    {
        var gym = $"<link-entity name='booking' from='memberid' to='memberid' link-type='{linkType}'><filter><condition attribute='title' operator='eq' value='Gym'/></filter></link-entity>";

        Assert.Equal(expected, rows.Found(gym));
        Assert.Equal(5, rows.Fetch($"<entity name='member'><filter type='or'>{gym}<condition attribute='name' operator='not-null'/></filter></entity>").Entities.Count);
    }

    [Fact]
    public void AQueryExpression_AsksForExistenceInItsFilter()
    {
        var query = new QueryExpression("member") { ColumnSet = new ColumnSet("name") };
        query.Criteria.AnyAllFilterLinkEntity = new LinkEntity("member", "booking", "memberid", "memberid", JoinOperator.NotAny);

        Assert.Equal(["Bob", "Dän", "eve"], rows.Run(query).Entities.Select(e => (string)e["name"]).Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void ManyToMany_IsLinkedThroughItsIntersectTable()
    {
        var keen = rows.Club.Create(new Entity("tag") { ["name"] = "keen" });
        rows.Club.Operations.Associate(rows.Club.As(), new EntityReference("tag", keen), new Relationship("member_tag"),
            new EntityReferenceCollection { new("member", rows.Ann), new("member", rows.Eve) });

        Assert.Equal("Ann eve", rows.Found("", "<link-entity name='member_tag' from='memberid' to='memberid' intersect='true'><link-entity name='tag' from='tagid' to='tagid'><filter><condition attribute='name' operator='eq' value='KEEN'/></filter></link-entity></link-entity>"));
    }

    [Fact]
    public void ColumnsOfDifferentTables_CanBeCompared()
    {
        Assert.Equal("Ann Ann Bob Cyd", rows.Found(
            "<condition attribute='createdon' operator='le' valueof='c.createdon'/>",
            "<link-entity name='club' from='clubid' to='clubid' alias='c'/><link-entity name='booking' from='memberid' to='memberid' link-type='outer' alias='b'/>").Replace(" Dän", "", StringComparison.Ordinal));
    }

    [Fact]
    public void WithoutAlias_TheResultsCountTheLinks()
    {
        var found = rows.Fetch("<entity name='booking'><link-entity name='member' from='memberid' to='memberid'><attribute name='name'/></link-entity><filter><condition attribute='title' operator='eq' value='gym'/></filter></entity>");

        Assert.Equal("Ann", ClubRows.Plain(Assert.Single(found.Entities)["member1.name"]));
    }

    [Fact]
    public void LinksThatCannotBe_AreRefused()
    {
        Club.Refused(0x80041117, () => rows.Found("", "<link-entity name='booking' from='memberid' to='memberid' link-type='sideways'/>"));
        Club.Refused(0x80041102, () => rows.Found("", "<link-entity name='nosuch' from='memberid' to='memberid'/>"));
        Club.Refused(0x80041103, () => rows.Found("", "<link-entity name='booking' from='nosuch' to='memberid'/>"));
        Club.Refused(0x80040203, () => rows.Found("", "<link-entity name='booking' from='title' to='memberid'/>"));
        Club.Refused(0x80041130, () => rows.Found("", "<link-entity name='club' from='clubid' to='clubid' alias='x'/><link-entity name='booking' from='memberid' to='memberid' alias='x'/>"));
    }
}
