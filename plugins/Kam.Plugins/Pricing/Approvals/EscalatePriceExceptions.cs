using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Pricing.Approvals.Tasks;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>
/// Custom API kam_EscalatePriceExceptions: ends exceptions whose last day has passed, and hands what was not decided in time to the next higher level; at most 100 a call, a daily flow
/// goes on with NextCursor until IsComplete.
/// </summary>
/// <remarks>
/// A day named as the last one still counts. What was handled does not come up again, so the cursor only holds the day. At the highest level that has a team a request stays, which its history
/// says once. With the last call delegations end whose last day has passed. Two requests, and two or three for each exception; with the last call one more, and one for each delegation that ended or
/// began within a week.
/// </remarks>
/// <model stage="5 Pricing">approval needed (which level, why)</model>
public sealed class EscalatePriceExceptions : KamPlugin
{
    private const int PageSize = 100;
    private const string Day = "yyyy-MM-dd";

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var asOf = DayOf(request);
        var due = Due(request.Dataverse, asOf);
        var levels = ApprovalLevels.In(request.DataverseAsSystem);
        int expired = 0, escalated = 0;
        foreach (var exception in due.Take(PageSize))
        {
            if (exception.ValidUntil < asOf)
            {
                Expire(request, exception);
                expired++;
            }
            else if (Escalate(request, exception, levels, asOf))
            {
                escalated++;
            }
        }
        var isComplete = due.Count <= PageSize;
        if (isComplete) DelegationCalendar.Turn(request.DataverseAsSystem, AsOfDate.Today(request));
        request.Answer("IsComplete", isComplete);
        request.Answer("NextCursor", isComplete ? "" : asOf.ToString(Day, CultureInfo.InvariantCulture));
        request.Answer("ExpiredCount", expired);
        request.Answer("EscalatedCount", escalated);
    }

    private static void Expire(Request request, PriceExceptionRow exception)
    {
        var journal = new ExceptionJournal(request);
        journal.End(exception, PriceExceptionStatusReason.Expired, ExceptionEventChoice.Expired, journal.Say("pricing.logExpired", Argument.Date(exception.ValidUntil!.Value)), exception.StatusCode == PriceExceptionStatusReason.Approved);
    }

    private static bool Escalate(Request request, PriceExceptionRow exception, ApprovalLevels levels, DateTime asOf)
    {
        var journal = new ExceptionJournal(request);
        var level = levels.Find(exception.ApprovalLevelId?.Id);
        if (level is null || levels.Above(level) is not { } above)
        {
            var name = level?.Name ?? exception.ApprovalLevelId?.Name ?? "";
            journal.Change(new PriceExceptionRow { Id = exception.Id, DecideBy = null }, ExceptionEventChoice.Escalated, journal.Say("pricing.logOverdue", Argument.Text(name)));
            return false;
        }
        var change = new PriceExceptionRow { Id = exception.Id, ApprovalLevelId = new EntityReference(ApprovalLevelRow.Table, above.Id), DecideBy = levels.DecideBy(above.Id, asOf) };
        journal.Change(change, ExceptionEventChoice.Escalated, journal.Say("pricing.logEscalated", Argument.Text(level.Name), Argument.Text(above.Name)));
        return true;
    }

    // Both kinds in one question; with the rights of the caller, so that whoever sees nothing moves nothing.
    private static List<PriceExceptionRow> Due(IOrganizationService dataverse, DateTime asOf)
    {
        var query = new QueryExpression(PriceExceptionRow.Table)
        {
            TopCount = PageSize + 1,
            ColumnSet = new ColumnSet(PriceExceptionRow.Column.StatusCode, PriceExceptionRow.Column.ValidUntil, PriceExceptionRow.Column.ApprovalLevelId, PriceExceptionRow.Column.QuoteLineId,
                PriceExceptionRow.Column.OrderLineId, PriceExceptionRow.Column.AgreementLineId, PriceExceptionRow.Column.UsedOn),
        };
        query.Criteria.AddCondition(PriceExceptionRow.Column.StateCode, ConditionOperator.Equal, (int)PriceExceptionState.Active);
        query.Criteria.AddCondition(PriceExceptionRow.Column.UsedOn, ConditionOperator.Null);
        var either = query.Criteria.AddFilter(LogicalOperator.Or);
        either.AddCondition(PriceExceptionRow.Column.ValidUntil, ConditionOperator.LessThan, asOf);
        var waiting = either.AddFilter(LogicalOperator.And);
        waiting.AddCondition(PriceExceptionRow.Column.StatusCode, ConditionOperator.Equal, (int)PriceExceptionStatusReason.Requested);
        waiting.AddCondition(PriceExceptionRow.Column.DecideBy, ConditionOperator.LessThan, asOf);
        query.AddOrder(PriceExceptionRow.Column.ValidUntil, OrderType.Ascending);
        return dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<PriceExceptionRow>()).ToList();
    }

    private static DateTime DayOf(Request request)
    {
        var asOf = AsOfDate.Of(request);
        if (request.Optional<string>("Cursor") is not { Length: > 0 } cursor) return asOf;
        if (!DateTime.TryParseExact(cursor, Day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var begun) || begun > AsOfDate.Today(request))
            throw RequestParameters.Invalid("Cursor", cursor, Day);
        if (request.Optional<DateTime?>("AsOf") is not null && begun != asOf) throw RequestParameters.Invalid("Cursor", cursor, asOf.ToString(Day, CultureInfo.InvariantCulture));
        return begun;
    }
}
