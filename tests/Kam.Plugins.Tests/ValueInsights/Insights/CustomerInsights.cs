using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Tests.ValueInsights.Insights;

/// <summary>Insights and their uses as tests write them down.</summary>
internal static class CustomerInsights
{
    /// <summary>An insight about an account of its own that lacks nothing but days: valid until 30 April 2026.</summary>
    public static CustomerInsightRow Complete(this Crm crm, CustomerInsightStatusReason status = CustomerInsightStatusReason.Draft) => new()
    {
        Name = "Standstill costs",
        AccountId = new EntityReference(AccountRow.Table, crm.Account("Meier AG")),
        Hypothesis = "Two hours of standstill a week go back to dirty sensors.",
        Evidence = "Fault log of line 3, January to March 2026",
        AmountAtStake = new Money(120_000m),
        ConfidencePercent = 70m,
        ValidUntil = Crm.Day(2026, 4, 30),
        StatusCode = status,
    };

    public static Guid ReadyInsight(this Crm crm) => crm.Create(crm.Complete(CustomerInsightStatusReason.ReadyForUse));

    public static Guid Use(this Crm crm, Guid insight, OutcomeOfTheInsightChoice outcome, DateTime? on = null) => crm.Create(new InsightUseRow
    {
        CustomerInsightId = new EntityReference(CustomerInsightRow.Table, insight),
        UsedOn = on ?? Crm.Today,
        Outcome = outcome,
    });
}
