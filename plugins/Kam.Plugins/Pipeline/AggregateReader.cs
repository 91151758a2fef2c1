using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Kam.Rules.Vocabulary;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pipeline;

/// <summary>Writes the FetchXML of an aggregate over a set of accounts and a span of days.</summary>
/// <param name="accounts">Ready to stand inside a condition: <c>&lt;value&gt;…&lt;/value&gt;</c> for each account.</param>
/// <param name="from">First instant, UTC, as FetchXML writes it.</param>
/// <param name="before">First instant after the span.</param>
/// <param name="paging">Attributes of the fetch element that name the page.</param>
public delegate string AggregateQuestion(string accounts, string from, string before, string paging);

/// <summary>Accounts and days whose rows are few enough to be summed by one aggregate.</summary>
public sealed record AggregatePiece(IReadOnlyList<Guid> Accounts, Period Days);

/// <summary>
/// Asks Dataverse for sums over many accounts at once; where more rows would be summed than the platform allows (50,000), it asks for half the accounts, and for
/// half the days when one account alone is too many.
/// </summary>
/// <remarks>
/// It looks before it asks, because a request that fails inside a transaction ends the transaction, whoever catches the fault: one row far down in a table shows that the
/// table is large at all (once per table and reader), and in a large table one row far down in the question's own rows shows that it must be cut.
/// Sums, counts, counts of distinct days, minima and maxima of the pieces must add up, which they do as pieces share neither account nor day.
/// Source: learn.microsoft.com, "Aggregate data using FetchXml", limitations.
/// </remarks>
public sealed class AggregateReader
{
    /// <summary>Rows an aggregate is trusted with: below the platform's 50,000, so that rows added meanwhile do no harm, and as far as plain paging goes.</summary>
    private const int MostRows = 45000;
    private const int PageSize = 5000;

    private readonly IOrganizationService dataverse;
    private readonly Dictionary<string, bool> largeTables = new(StringComparer.Ordinal);

    public AggregateReader(IOrganizationService dataverse) => this.dataverse = dataverse;

    /// <summary>Cuts accounts and days so that no piece has more rows than an aggregate may sum.</summary>
    public IReadOnlyList<AggregatePiece> Cut(AggregateQuestion question, IReadOnlyList<Guid> accounts, Period days)
    {
        if (accounts.Count == 0) return [];
        var rows = Rows(question, accounts, days);
        if (!IsLarge(rows) || !HasRowBeyondMost(rows)) return [new AggregatePiece(accounts, days)];
        if (accounts.Count > 1)
        {
            var half = accounts.Count / 2;
            return [.. Cut(question, accounts.Take(half).ToList(), days), .. Cut(question, accounts.Skip(half).ToList(), days)];
        }
        if (days.Days == 1) return [new AggregatePiece(accounts, days)];
        var recent = Period.Rolling(days.Last, days.Days / 2);
        return [.. Cut(question, accounts, Period.Rolling(recent.First.AddDays(-1), days.Days - recent.Days)), .. Cut(question, accounts, recent)];
    }

    /// <summary>Hands every group of the answers to <paramref name="take"/>; an account may come in several groups.</summary>
    /// <param name="question">What is asked of each piece.</param>
    /// <param name="pieces">Cut by this question, or by one that has at least its rows.</param>
    /// <param name="days">The days that count; a piece counts with those of its days that are among them.</param>
    /// <param name="take">Told each group.</param>
    public void Read(AggregateQuestion question, IReadOnlyList<AggregatePiece> pieces, Period days, Action<Entity> take)
    {
        foreach (var piece in pieces)
        {
            var first = piece.Days.First > days.First ? piece.Days.First : days.First;
            var last = piece.Days.Last < days.Last ? piece.Days.Last : days.Last;
            if (first <= last) Read(question, piece.Accounts, Period.Rolling(last, (last - first).Days + 1), take);
        }
    }

    private void Read(AggregateQuestion question, IReadOnlyList<Guid> accounts, Period days, Action<Entity> take)
    {
        for (var page = 1; ; page++)
        {
            var answer = dataverse.RetrieveMultiple(new FetchExpression(Write(question, accounts, days, $"count='{PageSize}' page='{page}'")));
            foreach (var group in answer.Entities) take(group);
            if (!answer.MoreRecords) return;
        }
    }

    private bool IsLarge(XElement rows)
    {
        var table = (string)rows.Element("entity")!.Attribute("name")!;
        if (largeTables.TryGetValue(table, out var known)) return known;
        var whole = new XElement("fetch", rows.Attributes(), new XElement("entity", new XAttribute("name", table)));
        return largeTables[table] = HasRowBeyondMost(whole);
    }

    private bool HasRowBeyondMost(XElement rows) => dataverse.RetrieveMultiple(new FetchExpression(rows.ToString(SaveOptions.DisableFormatting))).Entities.Count > 0;

    // The rows behind the aggregate, from which only the one after the most is wanted.
    private static XElement Rows(AggregateQuestion question, IReadOnlyList<Guid> accounts, Period days)
    {
        var fetch = XElement.Parse(Write(question, accounts, days, $"count='1' page='{MostRows + 1}'"));
        fetch.Attribute("aggregate")!.Remove();
        fetch.Descendants("attribute").Remove();
        return fetch;
    }

    private static string Write(AggregateQuestion question, IReadOnlyList<Guid> accounts, Period days, string paging) =>
        question(string.Concat(accounts.Select(account => $"<value>{account:D}</value>")), Instant(days.First), Instant(days.End), paging);

    private static string Instant(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
