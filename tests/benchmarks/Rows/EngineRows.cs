using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Kam.Benchmarks.Rows;

/// <summary>Accounts and orders that every engine gets alike, so that its figures can be compared, and the answers that follow from them.</summary>
internal static class EngineRows
{
    private static readonly DateTime FirstDay = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static decimal Revenue(int i) => i * 37 % 100_000;

    public static Entity Account(int i) => new("account")
    {
        ["name"] = $"Account {i:D5}",
        ["accountnumber"] = $"A{i:D6}",
        ["revenue"] = new Money(Revenue(i)),
        ["numberofemployees"] = i % 500,
        ["address1_city"] = $"City {i % 20:D2}",
        ["industrycode"] = new OptionSetValue(i % 33 + 1),
        ["creditonhold"] = i % 7 == 0,
    };

    public static decimal Total(int j) => j * 13 % 10_000 + 0.5m;

    public static Entity Order(int j, IReadOnlyList<Guid> accounts) => new("salesorder")
    {
        ["name"] = $"Order {j:D5}",
        ["customerid"] = new EntityReference("account", accounts[j % accounts.Count]),
        ["totalamount"] = new Money(Total(j)),
        ["prioritycode"] = new OptionSetValue(j % 5 + 1),
        ["shipto_city"] = $"Depot {j % 5}",
        ["datefulfilled"] = FirstDay.AddDays(j % 365),
    };

    /// <summary>Whether W3 asks for the account.</summary>
    public static bool IsWanted(int i) => i % 20 == 7 && i % 500 >= 100 && Revenue(i) > 20_000;

    /// <summary>Sum of the totals of the orders in each of five groups, 0 to 4.</summary>
    public static decimal[] TotalsOfGroups(int orders) =>
        [.. Enumerable.Range(0, 5).Select(g => Enumerable.Range(0, orders).Where(j => j % 5 == g).Sum(Total))];
}
