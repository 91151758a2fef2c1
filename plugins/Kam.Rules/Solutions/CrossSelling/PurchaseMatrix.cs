using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>What one account bought of one family in a year. Amounts in base currency.</summary>
/// <param name="AccountId">Who.</param>
/// <param name="FamilyId">What.</param>
/// <param name="Margin">Pocket margin of the year; null when unknown.</param>
/// <param name="Revenue">Revenue of the year.</param>
public sealed record FamilyPurchase(Guid AccountId, Guid FamilyId, decimal? Margin, decimal Revenue);

/// <summary>An account and the segment in which its peers are.</summary>
/// <param name="Id">Which.</param>
/// <param name="SegmentId">Null for none: then all accounts without one are its peers.</param>
public sealed record PeerAccount(Guid Id, Guid? SegmentId);

/// <summary>Accounts by families: who bought what. Rows and columns are in the order of their ids.</summary>
public sealed class PurchaseMatrix
{
    private readonly Dictionary<Guid, int> rows, columns;
    private readonly bool[][] bought;

    /// <param name="accounts">Every account of the portfolio, also those that bought nothing.</param>
    /// <param name="purchases">Purchases of other accounts are left out.</param>
    public PurchaseMatrix(IEnumerable<PeerAccount> accounts, IEnumerable<FamilyPurchase> purchases)
    {
        Accounts = accounts.OrderBy(account => account.Id).ToArray();
        rows = Accounts.Select((account, place) => new KeyValuePair<Guid, int>(account.Id, place)).ToDictionary(pair => pair.Key, pair => pair.Value);
        Purchases = purchases.Where(purchase => rows.ContainsKey(purchase.AccountId)).ToArray();
        Families = Purchases.Select(purchase => purchase.FamilyId).Distinct().OrderBy(id => id).ToArray();
        columns = Families.Select((id, place) => new KeyValuePair<Guid, int>(id, place)).ToDictionary(pair => pair.Key, pair => pair.Value);
        bought = Accounts.Select(_ => new bool[Families.Count]).ToArray();
        foreach (var purchase in Purchases) bought[rows[purchase.AccountId]][columns[purchase.FamilyId]] = true;
    }

    /// <summary>Rows.</summary>
    public IReadOnlyList<PeerAccount> Accounts { get; }

    /// <summary>Columns.</summary>
    public IReadOnlyList<Guid> Families { get; }

    /// <summary>The purchases it is made of.</summary>
    public IReadOnlyList<FamilyPurchase> Purchases { get; }

    /// <summary>Whether the account bought the family.</summary>
    public bool Bought(int account, int family) => bought[account][family];

    /// <summary>Column of a family; −1 when nobody bought it.</summary>
    public int Column(Guid familyId) => columns.TryGetValue(familyId, out var column) ? column : -1;

    /// <summary>Row of an account; −1 when it is not in the portfolio.</summary>
    public int Row(Guid accountId) => rows.TryGetValue(accountId, out var row) ? row : -1;

    /// <summary>Columns that the account bought, ascending.</summary>
    public IReadOnlyList<int> BoughtBy(int account) => Enumerable.Range(0, Families.Count).Where(family => bought[account][family]).ToArray();
}
