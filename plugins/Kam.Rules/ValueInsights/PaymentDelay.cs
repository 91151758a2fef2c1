using System;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>How late an invoice was paid.</summary>
/// <model stage="1 Value Insights">Measures per account from existing CRM rows: … payment delay</model>
public static class PaymentDelay
{
    /// <summary>Days from due date to payment: 0 on the due date, negative when paid early, null while either date is missing.</summary>
    /// <exception cref="ArgumentException">A local time.</exception>
    public static int? Days(DateTime? paidOn, DateTime? dueOn) =>
        paidOn is { } paid && dueOn is { } due ? (Period.DayOf(paid) - Period.DayOf(due)).Days : null;
}
