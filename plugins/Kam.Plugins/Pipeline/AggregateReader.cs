using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
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

/// <summary>
/// Asks Dataverse for sums over many accounts at once; where more rows would be summed than the platform allows (50,000), it asks for half the accounts, and for
/// half the days when one account alone is too many.
/// </summary>
/// <remarks>
/// Sums, counts, counts of distinct days, minima and maxima of the halves must add up, which they do as halves share neither account nor day.
/// Source: learn.microsoft.com, "Aggregate data using FetchXml", limitations.
/// </remarks>
public sealed class AggregateReader
{
    private const int TooManyRowsToAggregate = unchecked((int)0x8004E023);
    private const int PageSize = 5000;

    private readonly IOrganizationService dataverse;

    public AggregateReader(IOrganizationService dataverse) => this.dataverse = dataverse;

    /// <summary>Hands every group of the answer to <paramref name="take"/>; an account may come in several groups.</summary>
    public void Read(AggregateQuestion question, IReadOnlyList<Guid> accounts, Period days, Action<Entity> take)
    {
        if (accounts.Count == 0) return;
        List<Entity> groups;
        try
        {
            groups = Ask(question, accounts, days);
        }
        catch (FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode == TooManyRowsToAggregate && (accounts.Count > 1 || days.Days > 1))
        {
            if (accounts.Count > 1)
            {
                Read(question, accounts.Take(accounts.Count / 2).ToList(), days, take);
                Read(question, accounts.Skip(accounts.Count / 2).ToList(), days, take);
            }
            else
            {
                var recent = Period.Rolling(days.Last, days.Days / 2);
                Read(question, accounts, Period.Rolling(recent.First.AddDays(-1), days.Days - recent.Days), take);
                Read(question, accounts, recent, take);
            }
            return;
        }
        foreach (var group in groups) take(group);
    }

    private List<Entity> Ask(AggregateQuestion question, IReadOnlyList<Guid> accounts, Period days)
    {
        var values = string.Concat(accounts.Select(account => $"<value>{account:D}</value>"));
        var groups = new List<Entity>();
        for (var page = 1; ; page++)
        {
            var fetch = question(values, Instant(days.First), Instant(days.End), $"count='{PageSize}' page='{page}'");
            var answer = dataverse.RetrieveMultiple(new FetchExpression(fetch));
            groups.AddRange(answer.Entities);
            if (!answer.MoreRecords) return groups;
        }
    }

    private static string Instant(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
