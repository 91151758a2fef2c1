using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Growth;

/// <summary>
/// Custom API kam_AnalyzeGrowth: compares the rolling twelve months of every active account, or of one, with those before, and says why its margin changed.
/// </summary>
/// <remarks>
/// At most 250 accounts a call; a flow goes on with NextCursor until IsComplete. The analysis of an account and day is replaced, so a call that is repeated changes nothing.
/// Reads with all rights, since every figure of the portfolio must be the same whoever asks; who may not create analyses may not call it. Cost: 9 requests a call, a look more
/// where tables are large, and one for each account that bought anything.
/// </remarks>
/// <model stage="5 Pricing">Profitless growth: revenue up and margin down, per account and period, with the drivers (price, volume, mix).</model>
public sealed class AnalyzeGrowth : KamPlugin
{
    private const int AccountsPerCall = 250;

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var asOf = AsOfDate.Of(request);
        var dataverse = request.DataverseAsSystem;
        var basis = RevenueBasis.Of(dataverse);
        var store = new GrowthStore(dataverse, BaseCurrency.Of(dataverse));
        var period = Period.Rolling(asOf, basis.RollingDays);

        var accounts = Accounts(request, store, out var next);
        var growth = accounts.Count == 0 ? new Dictionary<Guid, AccountGrowth>() : new GrowthReader(dataverse, basis).Read(accounts.Select(a => a.Id).ToList(), period);
        var stored = accounts.Count == 0 ? new Dictionary<Guid, Guid>() : store.Stored(accounts, period);
        var written = accounts.Count(account => store.Write(account, growth[account.Id], period, stored.TryGetValue(account.Id, out var id) ? id : null));

        request.Answer("IsComplete", next is null);
        request.Answer("NextCursor", next ?? "");
        request.Answer("AnalyzedCount", written);
    }

    private static IReadOnlyList<AccountRow> Accounts(Request request, GrowthStore store, out string? next)
    {
        next = null;
        if (request.Optional<Guid?>("AccountId") is { } one && one != Guid.Empty) return [store.One(one)];
        var cursor = request.Optional<string>("Cursor") ?? "";
        try
        {
            return store.Page(AccountsPerCall, cursor, out next);
        }
        catch (FormatException)
        {
            throw RequestParameters.Invalid("Cursor", cursor, "NextCursor");
        }
    }
}
