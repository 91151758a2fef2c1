using System;
using System.Globalization;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Bonus;

/// <summary>
/// Custom API kam_StateBonus: states what a key account manager has earned in a plan up to a day. The statement before it stays as it was; what has changed since, in days stated
/// before too, comes as the difference.
/// </summary>
/// <remarks>
/// What counts is what the accounts that the manager owns today bought. A call that would say what the last statement says writes nothing. Reads with all rights, since pay must not depend on
/// who states it; who may not create statements may not call it. Cost: 10 requests, one for every 5,000 lines of the period and of the one before, looks more where tables are large; two that write.
/// </remarks>
/// <model stage="5 Pricing">statement per KAM and period from margin, value growth, cross-sell and price realisation; thresholds, targets, caps</model>
public sealed class StateBonus : KamPlugin
{
    internal const string MessageName = "kam_StateBonus";

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var store = new BonusStore(request.DataverseAsSystem);
        var planRow = store.Plan(request.Required<Guid>("BonusPlanId"));
        var managerId = request.Required<Guid>("UserId");
        if (planRow.StatusCode != BonusPlanStatusReason.InForce) throw new RefusalException(PricingReasons.BonusPlanNotInForce, "BonusPlanId", planRow.Id.ToString(), Argument.Text(planRow.Name ?? ""));
        var participant = store.Participant(planRow.Id, managerId)
            ?? throw new RefusalException(PricingReasons.NotInBonusPlan, "UserId", managerId.ToString(), Argument.Text(planRow.Name ?? ""));
        var period = BonusRows.Period(planRow, participant);
        RefusalException.WhenAny(period.Violations());
        var latest = store.Latest(planRow.Id, managerId);
        var until = Until(request, period, latest);

        var statement = State(request, planRow, period, until, store, managerId, out var writer);
        var isNew = latest is null || latest.PeriodUntil != until || latest.Pay!.Value != statement.Pay;
        var id = isNew ? writer.Write(planRow, participant, period, until, statement, latest) : latest!.Id;

        request.Answer("BonusStatementId", id);
        request.Answer("IsNew", isNew);
        request.Answer("Pay", statement.Pay);
        request.Answer("Due", isNew ? statement.Correction(latest?.Pay?.Value ?? 0m) : 0m);
    }

    private static BonusStatement State(Request request, BonusPlanRow planRow, BonusPeriod period, DateTime until, BonusStore store, Guid managerId, out StatementWriter writer)
    {
        var dataverse = request.DataverseAsSystem;
        var basis = RevenueBasis.Of(dataverse);
        var currency = BaseCurrency.Of(dataverse);
        var plan = BonusRows.Plan(planRow, store.Components(planRow.Id).Select(BonusRows.Component));
        RefusalException.WhenAny(plan.Violations());
        var accounts = store.AccountsOf(managerId);
        var reader = new BonusReader(dataverse, basis.Tables);
        var marginBefore = reader.Margin(accounts, period.Before(until));
        var sums = reader.Sums(accounts, period.UpTo(until), period.From, plan);
        writer = new StatementWriter(dataverse, currency, Texts.In(basis.Settings.Number(SettingNames.ExplanationLanguage, 1, 99999)), marginBefore);
        return new BonusStatement(plan, sums, marginBefore, period.Share(until), currency.Currency);
    }

    // A day stated before is corrected; an earlier one is not, since what it came to is in the later statement.
    private static DateTime Until(Request request, BonusPeriod period, BonusStatementRow? latest)
    {
        var today = AsOfDate.Today(request);
        var last = period.Last < today ? period.Last : today;
        var until = request.Optional<DateTime?>("Until") is { } given ? Period.DayOf(DateTime.SpecifyKind(given.Date, DateTimeKind.Utc)) : last;
        if (until < period.First || until > last)
            throw new RefusalException(PricingReasons.DayDoesNotCount, "Until", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Argument.Date(until), Argument.Date(period.First), Argument.Date(last));
        if (latest?.PeriodUntil is { } stated && until < stated && until < period.Last)
            throw new RefusalException(PricingReasons.StatedLater, "Until", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Argument.Date(stated));
        return until;
    }
}
