using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>Where an account and a family stand.</summary>
public enum WhitespaceState
{
    /// <summary>Nothing bought, and nothing says that it will be.</summary>
    Gap,

    /// <summary>Bought lately: in the past year, unless the house says otherwise.</summary>
    Bought,

    /// <summary>Bought before, and not lately.</summary>
    Lapsed,

    /// <summary>Not bought yet, and likely enough to be named.</summary>
    Chance,
}

/// <summary>One account and one family: bought, or still open with its chance.</summary>
/// <param name="AccountId">Who.</param>
/// <param name="FamilyId">What.</param>
/// <param name="State">How they stand.</param>
/// <param name="Revenue">Of the year, base currency; null when it was never bought.</param>
/// <param name="Chance">Null when it is bought, or not likely enough to be named.</param>
public sealed record WhitespaceCell(Guid AccountId, Guid FamilyId, WhitespaceState State, decimal? Revenue, CrossSellChance? Chance);

/// <summary>Accounts by families: what is bought, what is open, and what it could bring.</summary>
/// <model stage="3 Solutions">Whitespace matrix (account x family: bought, open, chance)</model>
public sealed class WhitespaceMatrix
{
    private const int DaysOfAYear = 365;

    /// <param name="matrix">Who bought what.</param>
    /// <param name="families">What is offered; what was bought is shown beside it.</param>
    /// <param name="chances">Of the accounts in it.</param>
    /// <param name="lapsedAfterDays">A family last bought so many days ago, or longer, has lapsed.</param>
    public WhitespaceMatrix(PurchaseMatrix matrix, IEnumerable<Guid> families, IEnumerable<CrossSellChance> chances, int lapsedAfterDays = DaysOfAYear)
    {
        var open = chances.ToDictionary(chance => new { chance.AccountId, chance.FamilyId });
        var purchases = matrix.Purchases.ToLookup(purchase => new { purchase.AccountId, purchase.FamilyId });
        Families = matrix.Families.Union(families).Distinct().ToArray();
        var cells =
            from account in matrix.Accounts
            from family in Families
            let key = new { AccountId = account.Id, FamilyId = family }
            select Cell(account.Id, family, purchases[key].ToArray(), matrix.AsOf.AddDays(-lapsedAfterDays), open.TryGetValue(key, out var chance) ? chance : null);
        Cells = cells.ToArray();
    }

    /// <summary>Columns: what was bought, in the order of the ids, then what else is offered.</summary>
    public IReadOnlyList<Guid> Families { get; }

    /// <summary>Every pair once, by account and family.</summary>
    public IReadOnlyList<WhitespaceCell> Cells { get; }

    /// <summary>What all open cells are expected to bring in a year, base currency; unknown margins bring nothing.</summary>
    public decimal ExpectedMargin => Cells.Sum(cell => cell.Chance?.ExpectedMargin ?? 0m);

    private static WhitespaceCell Cell(Guid account, Guid family, FamilyPurchase[] purchases, DateTime lapsedSince, CrossSellChance? chance)
    {
        if (purchases.Length == 0) return new WhitespaceCell(account, family, chance is null ? WhitespaceState.Gap : WhitespaceState.Chance, null, chance);
        var isLapsed = purchases.Max(purchase => purchase.LastOn) <= lapsedSince;
        return new WhitespaceCell(account, family, isLapsed ? WhitespaceState.Lapsed : WhitespaceState.Bought, purchases.Sum(purchase => purchase.Revenue), null);
    }
}
