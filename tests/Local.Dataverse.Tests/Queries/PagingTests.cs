using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Tests.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

public sealed class PagingTests : IDisposable
{
    private readonly ClubRows rows = new();

    public void Dispose() => rows.Dispose();

    private static QueryExpression ByAge(int size, OrderType direction = OrderType.Ascending)
    {
        var query = new QueryExpression("member") { ColumnSet = new ColumnSet("name"), PageInfo = new PagingInfo { Count = size, PageNumber = 1 } };
        query.AddOrder("age", direction);
        query.AddOrder("name", OrderType.Ascending);
        return query;
    }

    [Theory]
    [InlineData(OrderType.Ascending, "Dän Ann Cyd Bob eve")] // null first, as SQL Server sorts
    [InlineData(OrderType.Descending, "eve Bob Ann Cyd Dän")]
    public void PagesOneAfterTheOther_GiveEveryRowOnce(OrderType direction, string expected)
    {
        foreach (var withCookie in new[] { true, false })
        {
            var names = new List<string>();
            var query = ByAge(2, direction);
            while (true)
            {
                var page = rows.Run(query);
                names.Add(ClubRows.Names(page));
                if (!page.MoreRecords) break;
                query.PageInfo.PageNumber++;
                query.PageInfo.PagingCookie = withCookie ? page.PagingCookie : null;
            }
            Assert.Equal(3, names.Count);
            Assert.Equal(expected, string.Join(" ", names));
        }
    }

    [Fact]
    public void TheCookie_NamesFirstAndLastRow()
    {
        var cookie = rows.Run(ByAge(2)).PagingCookie;

        Assert.Equal(
            $"<cookie page=\"1\"><age last=\"30\" firstnull=\"1\" /><name last=\"Ann\" first=\"Dän\" /><memberid last=\"{rows.Ann.ToString("B").ToUpperInvariant()}\" first=\"{rows.Dan.ToString("B").ToUpperInvariant()}\" /></cookie>",
            cookie);
    }

    [Fact]
    public void RowsThatLeaveTheResultBetweenPages_DoNotShiftTheNextPage()
    {
        var query = new QueryExpression("member") { ColumnSet = new ColumnSet("name"), PageInfo = new PagingInfo { Count = 2, PageNumber = 1 } };
        query.Criteria.AddCondition("nickname", ConditionOperator.Null);
        var seen = new List<string>();
        while (true)
        {
            var page = rows.Run(query);
            foreach (var row in page.Entities)
            {
                seen.Add((string)row["name"]);
                rows.Club.Update(new Entity("member", row.Id) { ["nickname"] = "seen" });
            }
            if (!page.MoreRecords) break;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }

        Assert.Equal(["Ann", "Bob", "Cyd", "Dän", "eve"], seen);
    }

    [Fact]
    public void FetchXml_PagesByItsAttributes()
    {
        const string ByName = "<entity name='member'><attribute name='name'/><order attribute='name'/></entity>";
        var first = rows.Fetch(ByName, "count='2' page='1'");
        var cookie = System.Security.SecurityElement.Escape(first.PagingCookie);

        Assert.Equal("Cyd Dän", ClubRows.Names(rows.Fetch(ByName, $"count='2' page='2' paging-cookie='{cookie}'")));
        Club.Refused(0x80041129, () => rows.Fetch("<entity name='member'><order attribute='age'/></entity>", $"count='2' page='2' paging-cookie='{cookie}'"));
        Club.Refused(0x8004112A, () => rows.Fetch(ByName, "count='2' page='2' paging-cookie='no xml'"));
    }

    [Fact]
    public void WithSeveralRowsPerRow_PagesStillGiveEachOnce()
    {
        var query = new QueryExpression("member") { ColumnSet = new ColumnSet("name"), PageInfo = new PagingInfo { Count = 1, PageNumber = 1 } };
        query.AddOrder("name", OrderType.Ascending);
        query.AddLink("booking", "memberid", "memberid").Columns = new ColumnSet("title");
        var titles = new List<object?>();
        EntityCollection page;
        do
        {
            page = rows.Run(query);
            titles.Add(ClubRows.Plain(page.Entities[0]["booking1.title"]));
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
        while (page.MoreRecords);

        Assert.Equal(["Boat", "Boat", "Gym"], titles.Order());
    }

    [Fact]
    public void MoreThanFiveThousandRows_ComeInPagesAndCountOnlyThatFar()
    {
        using var transaction = rows.Club.Store.Begin();
        for (var i = 0; i < 5001; i++) rows.Club.Create(new Entity("tag") { ["name"] = "t" });
        transaction.Commit();
        var query = new QueryExpression("tag") { PageInfo = new PagingInfo { ReturnTotalRecordCount = true } };

        var page = rows.Run(query);

        Assert.Equal(5000, page.Entities.Count);
        Assert.True(page.MoreRecords);
        Assert.Equal(5000, page.TotalRecordCount);
        Assert.True(page.TotalRecordCountLimitExceeded);
        query.PageInfo.PageNumber = 2;
        query.PageInfo.PagingCookie = page.PagingCookie;
        Assert.Single(rows.Run(query).Entities);
    }

    [Fact]
    public void TheTotal_IsThatOfAllPages()
    {
        var query = ByAge(2);
        Assert.Equal(-1, rows.Run(query).TotalRecordCount);
        query.PageInfo.ReturnTotalRecordCount = true;
        query.PageInfo.PageNumber = 2;

        var page = rows.Run(query);

        Assert.Equal(5, page.TotalRecordCount);
        Assert.False(page.TotalRecordCountLimitExceeded);
    }

    [Fact]
    public void Top_GivesTheFirstAndNoPages()
    {
        var query = new QueryExpression("member") { ColumnSet = new ColumnSet("name"), TopCount = 2 };
        query.AddOrder("name", OrderType.Descending);

        var found = rows.Run(query);

        Assert.Equal("eve Dän", ClubRows.Names(found));
        Assert.False(found.MoreRecords);
        query.PageInfo = new PagingInfo { Count = 2, PageNumber = 1 };
        Club.Refused(0x80040203, () => rows.Run(query));
    }
}
