using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Pricing.Reading;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Reviews;

/// <summary>Agreement lines that are due, what their customers delivered, and what a review came to.</summary>
internal sealed class ReviewStore
{
    private const string Agreement = "agreement";
    private const int DaysForTheTask = 14;
    private static readonly DateTime Always = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly IOrganizationService dataverse;
    private readonly RevenueBasis basis;
    private readonly SoldLineReader lines;
    private readonly AggregateReader aggregates;
    private readonly Texts texts;

    public ReviewStore(IOrganizationService dataverse, RevenueBasis basis)
    {
        this.dataverse = dataverse;
        this.basis = basis;
        lines = SoldLineReader.OfAccounts(dataverse, basis.Tables);
        aggregates = new AggregateReader(dataverse);
        texts = Texts.In(basis.Settings.Number(SettingNames.ExplanationLanguage, 1, 99999));
    }

    /// <summary>The first lines, by the day they fell due, whose condition is due and open: of agreements in force or ended, since a promise outlives its agreement.</summary>
    /// <param name="caller">Only lines that the caller may read are reviewed.</param>
    /// <param name="asOf">The day of the review.</param>
    /// <param name="most">At most so many.</param>
    public static IReadOnlyList<DueLine> Due(IOrganizationService caller, DateTime asOf, int most)
    {
        var query = new QueryExpression(PriceAgreementLineRow.Table)
        {
            ColumnSet = new ColumnSet(PriceAgreementLineRow.Column.Name, PriceAgreementLineRow.Column.ConditionKind, PriceAgreementLineRow.Column.Required, PriceAgreementLineRow.Column.ReviewOn,
                PriceAgreementLineRow.Column.ProductId, PriceAgreementLineRow.Column.FamilyId, PriceAgreementLineRow.Column.DiscountPercent, PriceAgreementLineRow.Column.Granted,
                PriceAgreementLineRow.Column.ClawbackPercent, PriceAgreementLineRow.Column.ExchangeRate, PriceAgreementLineRow.Column.TransactionCurrencyId),
            TopCount = most,
        };
        query.Criteria.AddCondition(PriceAgreementLineRow.Column.ReviewOn, ConditionOperator.OnOrBefore, asOf);
        query.Criteria.AddCondition(PriceAgreementLineRow.Column.ConditionKind, ConditionOperator.NotNull);
        query.Criteria.AddCondition(PriceAgreementLineRow.Column.Required, ConditionOperator.NotNull);
        query.Criteria.AddCondition(PriceAgreementLineRow.Column.StateCode, ConditionOperator.Equal, 0);
        var open = query.Criteria.AddFilter(LogicalOperator.Or);
        open.AddCondition(PriceAgreementLineRow.Column.ReviewOutcome, ConditionOperator.Null);
        open.AddCondition(PriceAgreementLineRow.Column.ReviewOutcome, ConditionOperator.Equal, (int)ReviewOutcomeChoice.Open);
        var agreement = query.AddLink(PriceAgreementRow.Table, PriceAgreementLineRow.Column.PriceAgreementId, PriceAgreementRow.Column.PriceAgreementId);
        agreement.EntityAlias = Agreement;
        agreement.Columns = new ColumnSet(PriceAgreementRow.Column.AccountId, PriceAgreementRow.Column.Name, PriceAgreementRow.Column.OwnerId, PriceAgreementRow.Column.ValidFrom);
        agreement.LinkCriteria.AddCondition(PriceAgreementRow.Column.StatusCode, ConditionOperator.NotEqual, (int)PriceAgreementStatusReason.Draft);
        query.AddOrder(PriceAgreementLineRow.Column.ReviewOn, OrderType.Ascending);
        query.AddOrder(PriceAgreementLineRow.Column.PriceAgreementLineId, OrderType.Ascending);
        return caller.RetrieveMultiple(query).Entities.Select(row => new DueLine(
            row.ToEntity<PriceAgreementLineRow>(),
            row.Reference($"{Agreement}.{PriceAgreementRow.Column.AccountId}")!.Value,
            row.Text($"{Agreement}.{PriceAgreementRow.Column.Name}"),
            row.GetAttributeValue<AliasedValue>($"{Agreement}.{PriceAgreementRow.Column.OwnerId}")?.Value as EntityReference,
            Period.DayOf(row.Day($"{Agreement}.{PriceAgreementRow.Column.ValidFrom}")!.Value))).ToList();
    }

    /// <summary>What the customer delivered. Three to five requests, one more for every 5,000 lines.</summary>
    public DeliveredBusiness Delivered(DueLine due, DateTime asOf)
    {
        var since = Period.Rolling(asOf, Math.Max(1, (asOf - due.ValidFrom).Days + 1));
        var before = since.Before();
        var families = new HashSet<Guid>();
        decimal units = 0m, revenue = 0m, margin = 0m, marginBefore = 0m, uncosted = 0m, uncostedBefore = 0m, all = 0m, allBefore = 0m;
        foreach (var line in lines.Cut([due.AccountId], Period.Rolling(asOf, since.Days + before.Days)).SelectMany(lines.Read))
        {
            var amount = line.PocketPrice * line.Quantity;
            if (!since.Contains(line.On))
            {
                allBefore += amount;
                if (line.Cost is { } earlier) marginBefore += amount - earlier;
                else uncostedBefore += amount;
                continue;
            }
            all += amount;
            if (line.Cost is { } cost) margin += amount - cost;
            else uncosted += amount;
            if (line.FamilyId is { } family && line.Quantity > 0m) families.Add(family);
            if (!IsAbout(due.Line, line)) continue;
            units += line.Quantity;
            revenue += amount;
        }
        return new DeliveredBusiness(FirstBoughtOn(due.AccountId, asOf), families.Count, units, revenue, Known(margin, uncosted, all), Known(marginBefore, uncostedBefore, allBefore), DaysPaidEarly(due.AccountId, since));
    }

    /// <summary>Stores what was found; a missed promise ends the concession and becomes a task for whoever owns the agreement. One request, two when it was missed.</summary>
    public void Write(DueLine due, ReviewOutcome outcome, decimal granted, decimal clawback, DateTime asOf, string currencyCode)
    {
        var rate = due.Line.ExchangeRate is { } known and not 0m ? known : 1m;
        var isMissed = outcome == ReviewOutcome.Missed;
        dataverse.Update(new PriceAgreementLineRow
        {
            Id = due.Line.Id,
            ReviewOutcome = (ReviewOutcomeChoice)outcome,
            Granted = new Money(granted * rate),
            Clawback = new Money(isMissed ? clawback * rate : 0m),
            StateCode = isMissed ? PriceAgreementLineState.Inactive : PriceAgreementLineState.Active,
            StatusCode = isMissed ? PriceAgreementLineStatusReason.Inactive : PriceAgreementLineStatusReason.Active,
        });
        if (!isMissed) return;
        var arguments = new[] { Argument.Text(due.Line.Name ?? ""), Argument.Text(due.Agreement), Argument.Money(clawback, currencyCode) };
        dataverse.Create(new TaskRow
        {
            Subject = texts.Say(new Sentence("pricing.clawbackTask", arguments)),
            Description = texts.Say(new Sentence("pricing.clawbackTaskText", arguments)),
            RegardingObjectId = new EntityReference(AccountRow.Table, due.AccountId),
            ScheduledEnd = asOf.AddDays(DaysForTheTask),
            OwnerId = due.AgreementOwner,
        });
    }

    private static bool IsAbout(PriceAgreementLineRow agreed, SoldLine line) =>
        agreed.ProductId is { } product ? line.ProductId == product.Id : agreed.FamilyId is not { } family || line.FamilyId == family.Id;

    // As in the value of the account: margin is known when lines with a cost carry enough of the revenue.
    private decimal? Known(decimal margin, decimal uncosted, decimal revenue) =>
        uncosted == 0m || (revenue != 0m && 100m - (Math.Abs(uncosted / revenue) * 100m) >= basis.MinimumCoveragePercent) ? margin : null;

    private DateTime? FirstBoughtOn(Guid accountId, DateTime asOf)
    {
        var ever = Period.Rolling(asOf, (asOf - Always).Days);
        DateTime? first = null;
        aggregates.Read(FirstDay, aggregates.Cut(FirstDay, [accountId], ever), ever, group =>
        {
            if (group.Day("first") is { } day && !(day >= first)) first = day;
        });
        return first is { } known ? DateTime.SpecifyKind(known, DateTimeKind.Utc) : null;
    }

    private decimal? DaysPaidEarly(Guid accountId, Period days)
    {
        decimal delay = 0m, paid = 0m;
        aggregates.Read(Payments, aggregates.Cut(Payments, [accountId], days), days, group =>
        {
            delay += group.Sum("delay") ?? 0m;
            paid += group.Count("paid");
        });
        return paid == 0m ? null : -delay / paid;
    }

    private string FirstDay(string accounts, string from, string before, string paging) => $"""
        <fetch aggregate='true' {paging}><entity name='{basis.Tables.Header}'>
          <attribute name='{basis.Tables.Customer}' alias='account' groupby='true'/>
          <attribute name='{basis.Tables.On}' alias='first' aggregate='min'/>
          <filter>
            <condition attribute='{basis.Tables.Customer}' operator='in'>{accounts}</condition>
            <condition attribute='{basis.Tables.On}' operator='ge' value='{from}'/><condition attribute='{basis.Tables.On}' operator='lt' value='{before}'/>
            <condition attribute='{OrderRow.Column.StateCode}' operator='ne' value='{basis.Tables.Cancelled.ToString(CultureInfo.InvariantCulture)}'/>
          </filter>
        </entity></fetch>
        """;

    private static string Payments(string accounts, string from, string before, string paging) => $"""
        <fetch aggregate='true' {paging}><entity name='{InvoiceRow.Table}'>
          <attribute name='{InvoiceRow.Column.CustomerId}' alias='account' groupby='true'/>
          <attribute name='{InvoiceRow.Column.PaymentDelayDays}' alias='delay' aggregate='sum'/>
          <attribute name='{InvoiceRow.Column.PaymentDelayDays}' alias='paid' aggregate='countcolumn'/>
          <filter>
            <condition attribute='{InvoiceRow.Column.CustomerId}' operator='in'>{accounts}</condition>
            <condition attribute='{InvoiceRow.Column.PaidOn}' operator='ge' value='{from}'/><condition attribute='{InvoiceRow.Column.PaidOn}' operator='lt' value='{before}'/>
            <condition attribute='{InvoiceRow.Column.StateCode}' operator='ne' value='{(int)InvoiceState.Canceled}'/>
          </filter>
        </entity></fetch>
        """;
}
