using System;
using System.Linq;

namespace Kam.WebResources.Tests.Controls;

/// <summary>A whitespace as kam_Whitespace describes it: every state beside every other, the same each time.</summary>
internal static class WhitespaceSample
{
    private static readonly string[] Names = ["Bikes", "Helmets", "Locks", "Lamps", "Gloves", "Pumps", "Saddles", "Tyres", "Mudguards and chain guards", "Child seats", "Bags", "Service contracts"];

    /// <summary>The answer for a number of accounts.</summary>
    public static object Answer(int accounts)
    {
        var cells = Cells(accounts);
        return new
        {
            AccountCount = accounts,
            NextCursor = "",
            Matrix = Repository.Script(new
            {
                asOf = "2026-03-31",
                currency = "CHF",
                isCut = false,
                accounts = Enumerable.Range(0, accounts).Select(index => new { id = Account(index), name = $"Account {index + 1:0000} AG" }),
                families = Names.Select((name, index) => new { id = Family(index), name, bought = cells.Count(cell => cell.state == "Bought" && cell.familyId == Family(index)) }),
                cells,
            }),
        };
    }

    /// <summary>Rows of the table: a pair that is no gap each, and the gaps of an account in one; every account of the sample has some.</summary>
    public static int TableRows(int accounts) => Cells(accounts).Length + accounts;

    private static Cell[] Cells(int accounts) =>
    [
        .. from account in Enumerable.Range(0, accounts)
           from family in Enumerable.Range(0, Names.Length)
           let turn = ((account * 7) + (family * 5)) % 11
           where turn < 6
           select turn switch
           {
               < 3 => new Cell(Account(account), Family(family), "Bought", 250_000m / (account + 1), null, null, null),
               3 => new Cell(Account(account), Family(family), "Lapsed", 0m, null, null, null),
               _ => new Cell(Account(account), Family(family), "Chance", null, turn / 8m, 1_200m * (family + 1), $"7 of 9 customers that buy {Names[0]} also buy {Names[family]}."),
           },
    ];

    private static string Account(int index) => $"{index + 1:x8}-0000-4000-8000-000000000000";

    private static string Family(int index) => $"{index + 1:x8}-0000-4000-8000-00000000000f";

    // As JSON writes it.
    private sealed record Cell(string accountId, string familyId, string state, decimal? revenue, decimal? probability, decimal? expectedMargin, string? reason);
}
