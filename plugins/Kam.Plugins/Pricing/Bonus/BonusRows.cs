using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Pricing;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Bonus;

/// <summary>Rows of a bonus plan as the rules take them. Amounts are in base currency.</summary>
internal static class BonusRows
{
    public static BonusPlan Plan(BonusPlanRow row, IEnumerable<BonusComponent> components) =>
        new(components.ToList(), row.MarginFallLimitPercent ?? 0m, Base(row.PlannedRevenue, row.ExchangeRate) ?? 0m, Base(row.MaximumPay, row.ExchangeRate))
        {
            StandardMarginPercent = row.StandardMarginPercent ?? 0m,
        };

    public static BonusComponent Component(BonusComponentRow row) => new(
        row.Id,
        row.Name ?? "",
        (BonusDriver)(row.Driver ?? default),
        Base(row.TargetPay, row.ExchangeRate) ?? 0m,
        row.Threshold ?? 0m,
        row.Target ?? 0m,
        row.Cap ?? 0m,
        row.ThresholdPayPercent ?? 0m,
        row.CapPayPercent ?? 0m);

    public static BonusPeriod Period(BonusPlanRow plan, BonusParticipantRow participant) => new(
        Kam.Rules.Vocabulary.Period.DayOf(plan.PeriodFrom!.Value),
        Kam.Rules.Vocabulary.Period.DayOf(plan.PeriodUntil!.Value),
        Day(participant.EntryOn),
        Day(participant.LeaveOn));

    private static System.DateTime? Day(System.DateTime? day) => day is { } known ? Kam.Rules.Vocabulary.Period.DayOf(known) : null;

    // A row whose base amounts the platform has not yet computed has no rate either, and is in base currency or judged as such.
    private static decimal? Base(Microsoft.Xrm.Sdk.Money? amount, decimal? rate) => amount is null ? null : amount.Value / (rate is { } known and not 0m ? known : 1m);
}
