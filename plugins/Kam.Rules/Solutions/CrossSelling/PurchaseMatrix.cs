using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>What one account bought of one family in a year. Amounts in base currency.</summary>
/// <param name="AccountId">Who.</param>
/// <param name="FamilyId">What.</param>
/// <param name="Margin">Pocket margin of the year; null when unknown.</param>
/// <param name="Revenue">Revenue of the year.</param>
/// <param name="FirstOn">Day of the first purchase ever.</param>
/// <param name="LastOn">Day of the latest purchase.</param>
public sealed record FamilyPurchase(Guid AccountId, Guid FamilyId, decimal? Margin, decimal Revenue, DateTime FirstOn, DateTime LastOn);

/// <summary>An account and the segment in which its peers are.</summary>
/// <param name="Id">Which.</param>
/// <param name="SegmentId">Null for none: then all accounts without one are its peers.</param>
public sealed record PeerAccount(Guid Id, Guid? SegmentId);

/// <summary>Accounts by families: who bought what. Rows and columns are in the order of their ids.</summary>
/// <model stage="3 Solutions">over the portfolio's purchases</model>
public sealed class PurchaseMatrix
{
    private readonly Dictionary<Guid, int> rows, columns;
    private readonly bool[][] bought;
    private readonly int[][] boughtBy;
    private readonly DateTime[][] first;
    private readonly DateTime[] last;

    /// <param name="accounts">Every account of the portfolio, also those that bought nothing.</param>
    /// <param name="purchases">Purchases of other accounts are left out.</param>
    /// <param name="asOf">The day it stands for; no purchase is later.</param>
    /// <exception cref="ArgumentException">A purchase begins or ends after the as-of date.</exception>
    public PurchaseMatrix(IEnumerable<PeerAccount> accounts, IEnumerable<FamilyPurchase> purchases, DateTime asOf)
    {
        AsOf = asOf;
        Accounts = accounts.OrderBy(account => account.Id).ToArray();
        rows = Accounts.Select((account, place) => new KeyValuePair<Guid, int>(account.Id, place)).ToDictionary(pair => pair.Key, pair => pair.Value);
        Purchases = purchases.Where(purchase => rows.ContainsKey(purchase.AccountId)).ToArray();
        Families = Purchases.Select(purchase => purchase.FamilyId).Distinct().OrderBy(id => id).ToArray();
        columns = Families.Select((id, place) => new KeyValuePair<Guid, int>(id, place)).ToDictionary(pair => pair.Key, pair => pair.Value);
        bought = Accounts.Select(_ => new bool[Families.Count]).ToArray();
        first = Accounts.Select(_ => Enumerable.Repeat(DateTime.MaxValue, Families.Count).ToArray()).ToArray();
        last = Accounts.Select(_ => DateTime.MinValue).ToArray();
        foreach (var purchase in Purchases) Add(purchase);
        boughtBy = bought.Select(families => Enumerable.Range(0, Families.Count).Where(family => families[family]).ToArray()).ToArray();
    }

    /// <summary>The day it stands for.</summary>
    public DateTime AsOf { get; }

    /// <summary>Rows.</summary>
    public IReadOnlyList<PeerAccount> Accounts { get; }

    /// <summary>Columns.</summary>
    public IReadOnlyList<Guid> Families { get; }

    /// <summary>The purchases it is made of.</summary>
    public IReadOnlyList<FamilyPurchase> Purchases { get; }

    /// <summary>Whether the account bought the family.</summary>
    public bool Bought(int account, int family) => bought[account][family];

    /// <summary>Whether the account had bought the family by an earlier day.</summary>
    public bool BoughtBy(int account, int family, DateTime day) => first[account][family] <= day;

    /// <summary>Whole days since the account bought anything; null when it never has.</summary>
    public int? DaysSinceLastPurchase(int account) => last[account] == DateTime.MinValue ? null : (AsOf - last[account]).Days;

    /// <summary>Column of a family; −1 when nobody bought it.</summary>
    public int Column(Guid familyId) => columns.TryGetValue(familyId, out var column) ? column : -1;

    /// <summary>Row of an account; −1 when it is not in the portfolio.</summary>
    public int Row(Guid accountId) => rows.TryGetValue(accountId, out var row) ? row : -1;

    /// <summary>Columns that the account bought, ascending.</summary>
    public IReadOnlyList<int> BoughtBy(int account) => boughtBy[account];

    private void Add(FamilyPurchase purchase)
    {
        if (purchase.FirstOn > purchase.LastOn || purchase.LastOn > AsOf)
            throw new ArgumentException($"Account {purchase.AccountId} bought family {purchase.FamilyId} from {purchase.FirstOn:yyyy-MM-dd} to {purchase.LastOn:yyyy-MM-dd}, which is not in order or after {AsOf:yyyy-MM-dd}.");
        var row = rows[purchase.AccountId];
        var column = columns[purchase.FamilyId];
        bought[row][column] = true;
        if (purchase.FirstOn < first[row][column]) first[row][column] = purchase.FirstOn;
        if (purchase.LastOn > last[row]) last[row] = purchase.LastOn;
    }
}
