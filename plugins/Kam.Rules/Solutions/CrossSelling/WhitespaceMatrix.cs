using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>One account and one family: bought, or still open with its chance.</summary>
/// <param name="AccountId">Who.</param>
/// <param name="FamilyId">What.</param>
/// <param name="Revenue">Of the year, base currency; null when it is open.</param>
/// <param name="Chance">Null when it is bought.</param>
public sealed record WhitespaceCell(Guid AccountId, Guid FamilyId, decimal? Revenue, CrossSellChance? Chance);

/// <summary>Accounts by families: what is bought, what is open, and what it could bring.</summary>
/// <model stage="3 Solutions">Whitespace matrix (account x family: bought, open, chance)</model>
public sealed class WhitespaceMatrix
{
    /// <param name="matrix">Who bought what.</param>
    /// <param name="chances">Of the accounts in it.</param>
    public WhitespaceMatrix(PurchaseMatrix matrix, IEnumerable<CrossSellChance> chances)
    {
        var open = chances.ToDictionary(chance => new { chance.AccountId, chance.FamilyId });
        var revenue = matrix.Purchases.GroupBy(purchase => new { purchase.AccountId, purchase.FamilyId }).ToDictionary(same => same.Key, same => same.Sum(purchase => purchase.Revenue));
        var cells =
            from account in matrix.Accounts
            from family in matrix.Families
            let key = new { AccountId = account.Id, FamilyId = family }
            select new WhitespaceCell(account.Id, family, revenue.TryGetValue(key, out var sum) ? sum : null, open.TryGetValue(key, out var chance) ? chance : null);
        Cells = cells.ToArray();
    }

    /// <summary>Every pair once, by account and family.</summary>
    public IReadOnlyList<WhitespaceCell> Cells { get; }

    /// <summary>What all open cells are expected to bring in a year, base currency; unknown margins bring nothing.</summary>
    public decimal ExpectedMargin => Cells.Sum(cell => cell.Chance?.ExpectedMargin ?? 0m);
}
