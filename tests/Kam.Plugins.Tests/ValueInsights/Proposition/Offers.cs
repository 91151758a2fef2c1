using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Tests.ValueInsights.Proposition;

/// <summary>Value propositions as tests write them down.</summary>
internal static class Offers
{
    public static Guid Proposition(this Crm crm, decimal reference, decimal? price = null, Guid? account = null, Guid? currency = null) => crm.Create(new ValuePropositionRow
    {
        Name = "Sensors with service",
        AccountId = new EntityReference(AccountRow.Table, account ?? crm.Account("Meier AG")),
        ReferenceValue = new Money(reference),
        Price = price is { } known ? new Money(known) : null,
        TransactionCurrencyId = currency is { } id ? new EntityReference(CurrencyRow.Table, id) : null,
    });

    public static Guid Better(this Crm crm, Guid proposition, string name, decimal amount, string? evidence = "Pilot at plant 2") =>
        crm.Difference(proposition, name, DirectionOfDifferentiationChoice.Positive, amount, evidence);

    public static Guid Worse(this Crm crm, Guid proposition, string name, decimal amount, string? evidence = "Offer of the competitor") =>
        crm.Difference(proposition, name, DirectionOfDifferentiationChoice.Negative, amount, evidence);

    /// <summary>100,000 for the alternative, 30,000 better and 5,000 worse, for 110,000: worth 125,000, of which the customer keeps 15,000 and we take 40 % of the extra value.</summary>
    public static Guid WorkedExample(this Crm crm, Guid? account = null, Guid? currency = null)
    {
        var proposition = crm.Proposition(100_000m, 110_000m, account, currency);
        crm.Better(proposition, "Fewer standstills", 20_000m);
        crm.Better(proposition, "Longer life", 10_000m, evidence: null);
        crm.Worse(proposition, "Training of the fitters", 5_000m);
        return proposition;
    }

    private static Guid Difference(this Crm crm, Guid proposition, string name, DirectionOfDifferentiationChoice direction, decimal amount, string? evidence) => crm.Create(new ValueDifferentiationRow
    {
        Name = name,
        ValuePropositionId = new EntityReference(ValuePropositionRow.Table, proposition),
        Direction = direction,
        Amount = new Money(amount),
        Evidence = evidence,
    });
}
