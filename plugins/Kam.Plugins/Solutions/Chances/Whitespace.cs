using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Solutions.CrossSelling;
using Kam.Tables;

namespace Kam.Plugins.Solutions.Chances;

/// <summary>Custom API kam_Whitespace: accounts by product families, each pair bought, lapsed, a chance, or a gap.</summary>
/// <remarks>
/// Accounts and chances are read with the rights of the caller: the accounts that they may see, of one segment or in all, the most valuable first and a page a call, and margins only for readers of the secured columns.
/// Families are those that are offered or were bought: the 200 most bought. Nine requests for 100 accounts as for 1,000, where chances and aggregates need no second page.
/// </remarks>
/// <model stage="3 Solutions">Whitespace matrix (account x family: bought, open, chance)</model>
public sealed class Whitespace : KamPlugin
{
    private const int AccountsPerCall = 100, MostAccountsPerCall = 1000, MostFamilies = 200;

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var pageSize = request.Optional<int?>("PageSize") ?? AccountsPerCall;
        if (pageSize is < 1 or > MostAccountsPerCall) throw RequestParameters.Invalid("PageSize", $"{pageSize}", $"1 – {MostAccountsPerCall}");
        var asOf = AsOfDate.Today(request);
        var store = new ChanceStore(request.Dataverse);
        var page = store.Page(request.Optional<Guid?>("AccountId"), request.Optional<Guid?>("SegmentId"), PagePosition.Given(request, pageSize));
        var accounts = page.Accounts;
        var ids = accounts.Select(account => account.Id).ToArray();
        var system = request.DataverseAsSystem;
        var families = new ChanceStore(system).Families();
        var chances = store.Chances(ids, onlyOpen: true);
        var basis = RevenueBasis.Of(system);
        var purchases = new PurchaseReader(system, basis).UpTo(asOf, ids);
        var matrix = new PurchaseMatrix(accounts.Select(account => new PeerAccount(account.Id, account.SegmentId?.Id)), purchases, asOf);
        var whitespace = new WhitespaceMatrix(matrix, families.Values.Where(family => family.StateCode != ProductState.Retired).Select(family => family.Id), chances.Select(ChanceStore.Chance), basis.Settings.Number(SettingNames.LapsedAfterDays, 30, 3650));

        var shown = Shown(whitespace, families);
        var text = new WhitespaceText(request.TextsOfCaller(), BaseCurrency.Of(system).Code, asOf);
        request.Answer("Matrix", text.Write(accounts, shown, whitespace, chances, isCut: page.Next.Length > 0 || whitespace.Families.Count > shown.Length));
        request.Answer("NextCursor", page.Next);
        request.Answer("AccountCount", page.Total);
    }

    private static ProductRow[] Shown(WhitespaceMatrix whitespace, IReadOnlyDictionary<Guid, ProductRow> families)
    {
        var bought = whitespace.Cells.Where(cell => cell.State == WhitespaceState.Bought).GroupBy(cell => cell.FamilyId).ToDictionary(same => same.Key, same => same.Count());
        var likely = whitespace.Cells.Where(cell => cell.Chance is not null).GroupBy(cell => cell.FamilyId).ToDictionary(same => same.Key, same => same.Sum(cell => cell.Chance!.Probability));
        return whitespace.Families.Where(families.ContainsKey).Select(id => families[id])
            .OrderByDescending(family => bought.TryGetValue(family.Id, out var count) ? count : 0)
            .ThenByDescending(family => likely.TryGetValue(family.Id, out var sum) ? sum : 0m)
            .ThenBy(family => family.Name, StringComparer.Ordinal).Take(MostFamilies).ToArray();
    }
}
