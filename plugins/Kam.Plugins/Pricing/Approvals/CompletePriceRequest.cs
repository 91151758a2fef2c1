using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>Completes a request as it is created, whatever way it came: for exactly which terms, how far below the minimum, who must sign, until when.</summary>
/// <remarks>
/// All of it is found anew from the line. The caller must see the line; the figures are read with all rights. A line whose price nobody may sign can be asked for like any other,
/// or a refusal here would tell where floor or cost lie; the approver is told. An older request for other terms of the line ends here.
/// </remarks>
/// <model stage="5 Pricing">approval needed (which level, why)</model>
[Step(Message.Create, PriceExceptionRow.Table, Stage.PostOperation)]
public sealed class CompletePriceRequest : KamPlugin
{
    private const int LongestValidity = 730;

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var asked = request.Target<PriceExceptionRow>();
        var today = AsOfDate.Today(request);
        var table = TableOf(asked, out var lineId);
        if (string.IsNullOrWhiteSpace(asked.Reason)) throw new RefusalException(PipelineReasons.ParameterMissing, nameof(asked.Reason), "", Argument.Text(nameof(asked.Reason)));
        var validUntil = ValidUntil(request, asked, today);
        request.Dataverse.Retrieve(table.Lines, lineId, new ColumnSet(false));

        var line = new OfferStore(request.DataverseAsSystem).Line(table, lineId);
        var standing = LineStandings.Of(request, [line])[lineId];
        var levels = ApprovalLevels.In(request.DataverseAsSystem);
        var level = LevelFor(standing, levels);
        EndOlder(request, table, line, levels, asked.Id, today);

        var journal = new ExceptionJournal(request);
        var complete = Complete(asked, line, standing, level, levels, validUntil, request.Context.InitiatingUserId, today);
        complete.Name = journal.Say("pricing.exceptionName", Argument.Text(line.Product), Argument.Text(line.Document.Customer?.Name ?? ""));
        journal.Change(complete, ExceptionEventChoice.Requested, journal.Say("pricing.logRequested", Argument.Number(line.Terms.Quantity), Argument.Number(line.Terms.PricePerUnit),
            Argument.Date(validUntil), Argument.Text(asked.Reason!)));
        journal.Trace(line.Reference, asked.Id, status: null);
    }

    private static OfferTable TableOf(PriceExceptionRow asked, out Guid lineId)
    {
        var named = new List<KeyValuePair<OfferTable, EntityReference?>>
        {
            new(OfferTable.Quote, asked.QuoteLineId), new(OfferTable.Order, asked.OrderLineId), new(OfferTable.Agreement, asked.AgreementLineId),
        }.Where(one => one.Value is not null).ToList();
        if (named.Count != 1) throw new RefusalException(PricingReasons.NotOneLine, "LineId", named.Count.ToString(CultureInfo.InvariantCulture));
        lineId = named[0].Value!.Id;
        return named[0].Key;
    }

    private static DateTime ValidUntil(Request request, PriceExceptionRow asked, DateTime today)
    {
        if (asked.ValidUntil is not { } given) return today.AddDays(new Settings(request.DataverseAsSystem).Number(SettingNames.PriceExceptionDays, 0, LongestValidity));
        var day = Period.DayOf(DateTime.SpecifyKind(given, DateTimeKind.Utc));
        if (day >= today && day <= today.AddDays(LongestValidity)) return day;
        throw RequestParameters.Invalid(nameof(asked.ValidUntil), $"{day:yyyy-MM-dd}", $"{today:yyyy-MM-dd} – {today.AddDays(LongestValidity):yyyy-MM-dd}");
    }

    private static ApprovalLevel LevelFor(LineStanding standing, ApprovalLevels levels)
    {
        if (standing.Verdict < Verdict.NeedsApproval) throw new RefusalException(PricingReasons.NoApprovalNeeded, nameof(Verdict), standing.Verdict.ToString());
        if (levels.Required(standing) is not { } level)
            throw new RefusalException(PricingReasons.NoLevelCovers, nameof(ApprovalLevelRow.MaximumDeviationPercent), "", Argument.Percent(Math.Round(standing.DeviationPercent, 2)),
                Argument.Number(Math.Round(standing.AmountBelowMinimum, 2)));
        if (levels.TeamOf(level.Id) is null) throw new RefusalException(PricingReasons.LevelWithoutTeam, nameof(ApprovalLevelRow.TeamId), level.Name, Argument.Text(level.Name));
        return level;
    }

    // One request at a time waits or holds for the terms a line has now.
    private static void EndOlder(Request request, OfferTable table, OfferedLine line, ApprovalLevels levels, Guid own, DateTime today)
    {
        foreach (var older in new PriceExceptionStore(request.DataverseAsSystem).ActiveOfLine(table, line.Reference.Id).Where(one => one.Id != own))
        {
            if (PriceExceptionStore.Rule(older, levels).Exception.Overtaken(line.Terms, today) is not { } overtaken)
                throw new RefusalException(PricingReasons.ExceptionOpen, nameof(PriceExceptionRow.QuoteLineId), older.Name ?? "", Argument.Text(older.Name ?? ""));
            var journal = new ExceptionJournal(request);
            var wasShown = line.Status == PriceStatusChoice.Approved;
            if (overtaken == ExceptionStatus.Void) journal.End(older, PriceExceptionStatusReason.Void, ExceptionEventChoice.Void, journal.Say("pricing.logLineChanged"), wasShown);
            else journal.End(older, PriceExceptionStatusReason.Expired, ExceptionEventChoice.Expired, journal.Say("pricing.logExpired", Argument.Date(older.ValidUntil ?? today)), wasShown);
        }
    }

    private static PriceExceptionRow Complete(
        PriceExceptionRow asked, OfferedLine line, LineStanding standing, ApprovalLevel level, ApprovalLevels levels, DateTime validUntil, Guid requester, DateTime today)
    {
        var terms = line.Terms;
        var complete = new PriceExceptionRow
        {
            Id = asked.Id,
            ProductId = terms.ProductId is { } product ? new EntityReference(ProductRow.Table, product) : null,
            ProductDescription = terms.ProductDescription,
            UomId = terms.UnitId is { } unit ? new EntityReference(UnitRow.Table, unit) : null,
            Quantity = terms.Quantity,
            TransactionCurrencyId = new EntityReference(CurrencyRow.Table, terms.CurrencyId),
            PricePerUnit = new Money(terms.PricePerUnit),
            Discount = new Money(terms.Discount),
            DeviationPercent = Math.Round(standing.DeviationPercent, 4),
            AmountBelowMinimum = new Money(standing.AmountBelowMinimum),
            ApprovalLevelId = new EntityReference(ApprovalLevelRow.Table, level.Id),
            DecideBy = levels.DecideBy(level.Id, today),
            RequestedById = new EntityReference(UserRow.Table, requester),
            PriceSetById = line.PriceSetById,
            ValidUntil = validUntil,
            Terms = TermsText.Write(terms),
        };
        if (line.Document.Customer is { LogicalName: AccountRow.Table } account) complete.AccountId = account;
        if (line.Document.Reference.LogicalName == QuoteRow.Table) complete.QuoteId = line.Document.Reference;
        if (line.Document.Reference.LogicalName == OrderRow.Table) complete.SalesOrderId = line.Document.Reference;
        return complete;
    }
}
