using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Tables;

namespace Kam.Plugins.Solutions.Chances;

/// <summary>Custom API kam_RefreshChances: every account's likeliest cross-sell chances on a day, as many accounts a call as the seconds of kam_CallSeconds allow.</summary>
/// <remarks>
/// Reads with all rights, since peers are the whole customer base; who may not create chances may not call it. A call reads the portfolio once and then writes account by account in the order of their ids; the
/// cursor is the day and the last account done. With an account it does only that one, among all its peers, in one call. Repeating a call writes nothing. Cost: seven requests for a call and three aggregates for each 1,000 accounts (more where lines are so many that aggregates must be cut), one for each 100 accounts done, and one for each chance
/// that is new, changed or closed.
/// </remarks>
/// <model stage="3 Solutions">Cross-sell chance per account and product family: probability, expected yearly margin and the reason in words</model>
public sealed class RefreshChances : KamPlugin
{
    private const int LookedUpTogether = 100;
    private const int MostChances = 50;
    private const string Day = "yyyy-MM-dd";

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var asOf = AsOfDate.Of(request);
        var done = Done(request, asOf);
        var dataverse = request.DataverseAsSystem;
        var basis = RevenueBasis.Of(dataverse);
        var time = new CallTime(basis.CallSeconds);
        var most = basis.Settings.Number(SettingNames.ChancesPerAccount, 1, MostChances);
        var store = new ChanceStore(dataverse);
        var accounts = store.Accounts();
        var portfolio = new PortfolioChances(store, new PurchaseReader(dataverse, basis), accounts, asOf, ChanceSettings.Of(basis.Settings));
        var texts = Texts.In(basis.Settings.Number(SettingNames.ExplanationLanguage, 1, 99999));
        var writer = new ChanceWriter(dataverse, portfolio, BaseCurrency.Of(dataverse), texts, asOf);

        var wanted = request.Optional<Guid?>("AccountId");
        var open = new Queue<AccountRow>(accounts.Where(account => wanted is { } one ? account.Id == one : account.Id.CompareTo(done) > 0).OrderBy(account => account.Id));
        if (wanted is { } id && open.Count == 0) throw RequestParameters.Invalid("AccountId", id.ToString(), AccountRow.Table);
        var stored = Enumerable.Empty<CrossSellChanceRow>().ToLookup(row => Guid.Empty);
        var accountCount = 0;
        var chanceCount = 0;
        while (open.Count > 0 && (accountCount == 0 || !time.IsOver))
        {
            if (accountCount % LookedUpTogether == 0) stored = store.Chances(open.Take(LookedUpTogether).Select(account => account.Id), onlyOpen: false).ToLookup(row => row.AccountId!.Id);
            var account = open.Dequeue();
            var chances = portfolio.Of(account.Id, most);
            writer.Write(account, chances, stored[account.Id]);
            done = account.Id;
            accountCount++;
            chanceCount += chances.Count;
        }

        request.Answer("IsComplete", open.Count == 0);
        request.Answer("NextCursor", open.Count == 0 ? "" : asOf.ToString(Day, CultureInfo.InvariantCulture) + "|" + done.ToString("N"));
        request.Answer("AccountCount", accountCount);
        request.Answer("ChanceCount", chanceCount);
    }

    private static Guid Done(Request request, DateTime asOf)
    {
        if (request.Optional<string>("Cursor") is not { Length: > 0 } cursor) return Guid.Empty;
        var day = asOf.ToString(Day, CultureInfo.InvariantCulture) + "|";
        return cursor.StartsWith(day, StringComparison.Ordinal) && Guid.TryParseExact(cursor.Substring(day.Length), "N", out var done)
            ? done
            : throw RequestParameters.Invalid("Cursor", cursor, day + "…");
    }
}
