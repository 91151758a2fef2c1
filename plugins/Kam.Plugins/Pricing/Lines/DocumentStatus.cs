using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Pricing;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>The price status of a quote, order or agreement: the worst of its lines.</summary>
internal static class DocumentStatus
{
    // From best to worst; what nobody judged is worse than what somebody signed.
    private static readonly PriceStatus?[] Order = [null, PriceStatus.InCorridor, PriceStatus.BelowTarget, PriceStatus.Approved, PriceStatus.NotJudged, PriceStatus.NeedsApproval];

    /// <summary>A line is judged: a document that stood better stands as the line does. One request when it does; none otherwise.</summary>
    public static void Raise(IOrganizationService asSystem, EntityReference? document, PriceStatus? stored, PriceStatus line)
    {
        if (document is not null && IsWorse(line, stored)) Write(asSystem, document, line);
    }

    /// <summary>A line got better or went: the document may stand better, too. One request, and one more when it does.</summary>
    public static void Lower(IOrganizationService asSystem, string lines, string lookup, EntityReference document, PriceStatus? stored)
    {
        var query = new QueryExpression(lines) { ColumnSet = new ColumnSet(QuoteLineRow.Column.PriceStatus), Distinct = true };
        query.Criteria.AddCondition(lookup, ConditionOperator.Equal, document.Id);
        query.Criteria.AddCondition(QuoteLineRow.Column.PriceStatus, ConditionOperator.NotNull);
        var found = asSystem.RetrieveMultiple(query).Entities.Select(row => (PriceStatus?)row.GetAttributeValue<OptionSetValue>(QuoteLineRow.Column.PriceStatus)?.Value);
        var worst = Worst(found);
        if (worst != stored) Write(asSystem, document, worst);
    }

    /// <summary>The worst of some; null where nothing is known of any.</summary>
    public static PriceStatus? Worst(IEnumerable<PriceStatus?> statuses) => statuses.OrderByDescending(Rank).FirstOrDefault();

    public static bool IsWorse(PriceStatus? one, PriceStatus? other) => Rank(one) > Rank(other);

    private static int Rank(PriceStatus? status) => System.Array.IndexOf(Order, status);

    private static void Write(IOrganizationService asSystem, EntityReference document, PriceStatus? status)
    {
        var row = new Entity(document.LogicalName, document.Id);
        row.Attributes[QuoteRow.Column.PriceStatus] = status is { } known ? new OptionSetValue((int)known) : null!;
        asSystem.Update(row);
    }
}
