using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Pricing.Reading;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Bonus;

/// <summary>What the accounts of a manager bought, as far as a bonus asks: line by line, 5,000 a request, added up at once.</summary>
internal sealed class BonusReader
{
    // The ids are parameters of one SQL statement, of which SQL Server takes 2,100.
    private const int AccountsTogether = 1000;
    private static readonly DateTime Always = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly IOrganizationService dataverse;
    private readonly RevenueTables tables;
    private readonly SoldLineReader lines;

    public BonusReader(IOrganizationService dataverse, RevenueTables tables)
    {
        this.dataverse = dataverse;
        this.tables = tables;
        lines = SoldLineReader.OfAccounts(dataverse, tables);
    }

    /// <summary>Sums of the days that count.</summary>
    /// <param name="accounts">The manager's.</param>
    /// <param name="days">Days that count.</param>
    /// <param name="planFrom">First day of the plan: a family bought before is not new.</param>
    /// <param name="plan">Its standard margin rate backs revenue.</param>
    public BonusSums Sums(IReadOnlyList<Guid> accounts, Period days, DateTime planFrom, BonusPlan plan)
    {
        var targets = new TargetPrices(dataverse);
        var sums = BonusSums.None;
        foreach (var chunk in Chunks(accounts))
        {
            var known = FamiliesBefore(chunk, planFrom);
            sums = Lines(chunk, days).Aggregate(sums, (total, line) => total.Plus(new BonusLine(
                line.LineId,
                line.Quantity,
                line.PocketPrice,
                UnitCost(line),
                targets.Of(line.SegmentId, line.FamilyId, line.On),
                line.FamilyId is { } family && !known.Contains(Pair(line.AccountId, family)),
                plan.StandardMarginPercent)));
        }
        return sums;
    }

    /// <summary>Pocket margin of some days.</summary>
    public decimal Margin(IReadOnlyList<Guid> accounts, Period days) =>
        Chunks(accounts).SelectMany(chunk => Lines(chunk, days)).Sum(line => line.Cost is { } cost ? (line.PocketPrice * line.Quantity) - cost : 0m);

    private static decimal? UnitCost(SoldLine line) => line.Cost is { } cost ? line.Quantity == 0m ? 0m : cost / line.Quantity : null;

    private IEnumerable<SoldLine> Lines(IReadOnlyList<Guid> accounts, Period days) => lines.Cut(accounts, days).SelectMany(lines.Read);

    private static IEnumerable<IReadOnlyList<Guid>> Chunks(IReadOnlyList<Guid> accounts)
    {
        for (var first = 0; first < accounts.Count; first += AccountsTogether) yield return accounts.Skip(first).Take(AccountsTogether).ToList();
    }

    private HashSet<string> FamiliesBefore(IReadOnlyList<Guid> accounts, DateTime planFrom)
    {
        var aggregates = new AggregateReader(dataverse);
        var before = Period.Rolling(planFrom.AddDays(-1), (planFrom - Always).Days);
        var known = new HashSet<string>(StringComparer.Ordinal);
        aggregates.Read(Families, aggregates.Cut(Families, accounts, before), before, group =>
        {
            if (group.Reference("account") is { } account && group.Reference("family") is { } family) known.Add(Pair(account, family));
        });
        return known;
    }

    private static string Pair(Guid account, Guid family) => $"{account:N} {family:N}";

    private string Families(string accounts, string from, string before, string paging) => $"""
        <fetch aggregate='true' {paging}><entity name='{tables.Line}'>
          <attribute name='{tables.LineId}' alias='lines' aggregate='count'/>
          <filter><condition attribute='{OrderLineRow.Column.Quantity}' operator='gt' value='0'/></filter>
          <link-entity name='{ProductRow.Table}' from='{ProductRow.Column.ProductId}' to='{OrderLineRow.Column.ProductId}' alias='product'>
            <attribute name='{ProductRow.Column.ParentProductId}' alias='family' groupby='true'/>
            <filter><condition attribute='{ProductRow.Column.ParentProductId}' operator='not-null'/></filter>
          </link-entity>
          <link-entity name='{tables.Header}' from='{tables.HeaderId}' to='{tables.HeaderId}' alias='header'>
            <attribute name='{tables.Customer}' alias='account' groupby='true'/>
            <filter>
              <condition attribute='{tables.Customer}' operator='in'>{accounts}</condition>
              <condition attribute='{tables.On}' operator='ge' value='{from}'/><condition attribute='{tables.On}' operator='lt' value='{before}'/>
              <condition attribute='{OrderRow.Column.StateCode}' operator='ne' value='{tables.Cancelled}'/>
            </filter>
          </link-entity>
        </entity></fetch>
        """;
}
