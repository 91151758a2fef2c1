using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Solutions.Chances;

public sealed class WhitespaceTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void EachPair_IsBoughtLapsedAChanceOrAGap()
    {
        var market = Market.OfBikes(crm, out var accounts);
        market.Sell([accounts[0]], "Gloves", Crm.Today.AddDays(-400));
        crm.Set("kam_ChancesPerAccount", "1");
        market.Refresh();

        var matrix = Ask(("AccountId", accounts[0]));

        Assert.Equal("2026-03-31", matrix.GetProperty("asOf").GetString());
        Assert.Equal(["Account 1"], matrix.GetProperty("accounts").EnumerateArray().Select(account => account.GetProperty("name").GetString()));
        Assert.Equal("Bought", State(matrix, accounts[0], market.Family("Bikes")));
        Assert.Equal("Lapsed", State(matrix, accounts[0], market.Family("Gloves")));
        Assert.Equal("Chance", State(matrix, accounts[0], market.Family("Helmets")));
        Assert.Equal(100m, Cell(matrix, accounts[0], market.Family("Bikes")).GetProperty("revenue").GetDecimal());
        Assert.Equal("7 of 9 customers that buy Bikes also buy Helmets.", Cell(matrix, accounts[0], market.Family("Helmets")).GetProperty("reason").GetString()!.Split('\n')[0]);
    }

    [Theory, InlineData("100", "Lapsed"), InlineData("101", "Bought"), InlineData("30", "Lapsed")]
    public void WhenAFamilyHasLapsed_IsSaidByTheHouse(string days, string state)
    {
        // Last bought a hundred days ago.
        var market = Market.OfBikes(crm, out var accounts);
        crm.Set("kam_LapsedAfterDays", days);
        Assert.Equal(state, State(Ask(("AccountId", accounts[0])), accounts[0], market.Family("Bikes")));
        crm.Set("kam_LapsedAfterDays", "29");
        Assert.Equal(["KAM-GEN-004"], Crm.CodesOf(() => Ask()));
    }

    [Fact]
    public void AWholeSegment_IsCountedByFamily()
    {
        var market = Market.OfBikes(crm, out var accounts);
        var segment = market.SegmentA(accounts.Take(3));

        var matrix = Ask(("SegmentId", segment));

        Assert.Equal(3, matrix.GetProperty("accounts").GetArrayLength());
        var helmets = matrix.GetProperty("families").EnumerateArray().Single(family => family.GetProperty("name").GetString() == "Helmets");
        Assert.Equal(2, helmets.GetProperty("bought").GetInt32());
        Assert.Equal(1, helmets.GetProperty("gaps").GetInt32());
        Assert.Equal("Bikes", matrix.GetProperty("families")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void MoreThanAHundredAccounts_AreCutToTheMostValuable_AndSaysSo()
    {
        var accounts = crm.Accounts(101);
        crm.Service.Update(new AccountRow { Id = accounts[100], ValueScore = 90m });

        var matrix = Ask();

        Assert.True(matrix.GetProperty("isCut").GetBoolean());
        Assert.Equal(100, matrix.GetProperty("accounts").GetArrayLength());
        Assert.Equal("Account 101", matrix.GetProperty("accounts")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void TwoThousandAccounts_AreTwoCallsOfAThousand_EachAccountOnceAndTheMostValuableFirst()
    {
        var market = new Market(crm, "Bikes");
        var accounts = crm.Accounts(2_000);
        market.Sell(accounts.Take(1_500), "Bikes", Crm.Today.AddDays(-1));
        crm.Service.Update(new AccountRow { Id = accounts[1_999], ValueScore = 90m });

        var pages = new List<OrganizationResponse>();
        var sent = new List<int>();
        var cursor = "";
        do
        {
            sent.Add(crm.FromPlugins(() => pages.Add(crm.Call("kam_Whitespace", ("PageSize", 1_000), ("Cursor", cursor)))).Count);
            cursor = (string)pages[^1]["NextCursor"];
        }
        while (cursor.Length > 0);

        Assert.Equal(2, pages.Count);
        Assert.All(pages, page => Assert.Equal(2_000, page["AccountCount"]));
        var matrices = pages.ConvertAll(Parsed);
        Assert.Equal(accounts[1_999], matrices[0].GetProperty("accounts")[0].GetProperty("id").GetGuid());
        Assert.Equal(2_000, matrices.SelectMany(matrix => matrix.GetProperty("accounts").EnumerateArray()).Select(account => account.GetProperty("id").GetGuid()).Distinct().Count());
        Assert.Equal(1_500, matrices.Sum(matrix => matrix.GetProperty("families")[0].GetProperty("bought").GetInt32()));
        Assert.Equal([true, false], matrices.Select(matrix => matrix.GetProperty("isCut").GetBoolean()));
        Assert.All(sent, requests => Assert.InRange(requests, 7, 12));
    }

    [Theory]
    [InlineData("PageSize", 0)]
    [InlineData("PageSize", 1_001)]
    [InlineData("Cursor", "nonsense")]
    public void APageThatCannotBe_IsRefused(string parameter, object value) => Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => crm.Call("kam_Whitespace", (parameter, value))));

    [Fact]
    public void AKeyAccountManager_SeesTheirOwnAccountsOnly_AndMarginsOnlyAsAMemberOfTheProfile()
    {
        var market = Market.OfBikes(crm, out var accounts);
        var manager = new Member(crm, "KAM");
        manager.Given(AccountRow.Table, accounts[0]);
        market.Refresh();

        var matrix = Parsed(manager.Call("kam_Whitespace"));
        Assert.Equal([accounts[0]], matrix.GetProperty("accounts").EnumerateArray().Select(account => account.GetProperty("id").GetGuid()));
        Assert.False(Cell(matrix, accounts[0], market.Family("Helmets")).TryGetProperty("expectedMargin", out _));
        Assert.Null(manager.Read(CrossSellChanceRow.Table, market.Chance(accounts[0], "Helmets")!.Id).ToEntity<CrossSellChanceRow>().TypicalMargin);

        manager.Join("KAM Cost and Margin");
        Assert.Equal(7m, Cell(Parsed(manager.Call("kam_Whitespace")), accounts[0], market.Family("Helmets")).GetProperty("expectedMargin").GetDecimal());
    }

    [Fact]
    public void AHundredAccounts_TakeNineRequests()
    {
        var market = new Market(crm, "Bikes");
        market.Sell(crm.Accounts(100), "Bikes", Crm.Today);

        Assert.InRange(crm.FromPlugins(() => Ask()).Count, 7, 10);
    }

    private JsonElement Ask(params (string, object)[] parameters) => Parsed(crm.Call("kam_Whitespace", parameters));

    private static JsonElement Parsed(OrganizationResponse answer) => JsonDocument.Parse((string)answer["Matrix"]).RootElement;

    private static string State(JsonElement matrix, Guid account, Guid family) => Cell(matrix, account, family).GetProperty("state").GetString()!;

    private static JsonElement Cell(JsonElement matrix, Guid account, Guid family) => matrix.GetProperty("cells").EnumerateArray()
        .Single(cell => cell.GetProperty("accountId").GetGuid() == account && cell.GetProperty("familyId").GetGuid() == family);
}
