using System;
using System.Globalization;
using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>Custom API kam_JudgeLinePrice: what would be found about a line if it were saved with these terms. Stores nothing; for forms, while somebody types. Refuses KAM-GEN-003.</summary>
/// <remarks>
/// The line is read with the rights of the caller, and the answer holds what the line would show to everybody: so asking tells no more than saving would. Two requests, two more when
/// conditions or the caller's language are new to the server.
/// </remarks>
/// <model stage="5 Pricing">Validation on every quote and order line</model>
public sealed class JudgeLinePrice : KamPlugin
{
    private static readonly string[] Terms =
    [
        QuoteLineRow.Column.ProductId, QuoteLineRow.Column.IsProductOverridden, QuoteLineRow.Column.UoMId, QuoteLineRow.Column.Quantity, QuoteLineRow.Column.PricePerUnit,
        QuoteLineRow.Column.IsPriceOverridden, QuoteLineRow.Column.ManualDiscountAmount, QuoteLineRow.Column.VolumeDiscountAmount, QuoteLineRow.Column.BaseAmount,
        QuoteLineRow.Column.SkipPriceCalculation, QuoteLineRow.Column.TransactionCurrencyId,
    ];

    private readonly PriceModels models = new();
    private readonly ReadersLanguage languages = new();

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var found = new LineJudge(request.DataverseAsSystem, models, AsOfDate.Today(request)).Judge(Line(request));
        request.Answer("PriceStatus", new OptionSetValue((int)found.Judgement.Status(isSigned: false)));
        request.Answer("Reason", languages.Of(request).Say(found.Judgement.Reason(isSigned: false)));
        request.Answer("ApprovalLevelId", found.Judgement.RequiredLevel?.Id ?? Guid.Empty);
        if (found.Judgement.PocketPrice is { } price) request.Answer("PocketPrice", price);
    }

    private static OfferLine Line(Request request)
    {
        var id = request.Required<Guid>("LineId");
        var table = request.Optional<string>("Table") is { Length: > 0 } given ? given : QuoteLineRow.Table;
        switch (table)
        {
            case QuoteLineRow.Table:
                var quoted = request.Dataverse.Retrieve(table, id, new ColumnSet([QuoteLineRow.Column.QuoteId, .. Terms]));
                return OfferLine.Of(Typed(request, quoted).ToEntity<QuoteLineRow>(), quoted.ToEntity<QuoteLineRow>());
            case OrderLineRow.Table:
                var ordered = request.Dataverse.Retrieve(table, id, new ColumnSet([OrderLineRow.Column.SalesOrderId, .. Terms]));
                return OfferLine.Of(Typed(request, ordered).ToEntity<OrderLineRow>(), ordered.ToEntity<OrderLineRow>());
            default:
                throw RequestParameters.Invalid("Table", table, $"{QuoteLineRow.Table}, {OrderLineRow.Table}");
        }
    }

    // The line with what somebody types. Both kinds of lines have columns of the same names.
    private static Entity Typed(Request request, Entity stored)
    {
        var line = new Entity(stored.LogicalName, stored.Id);
        foreach (var column in stored.Attributes) line.Attributes[column.Key] = column.Value;
        if (NotBelowZero(request, "Quantity") is { } quantity) line.Attributes[QuoteLineRow.Column.Quantity] = quantity;
        if (NotBelowZero(request, "ManualDiscount") is { } discount) line.Attributes[QuoteLineRow.Column.ManualDiscountAmount] = new Money(discount);
        if (NotBelowZero(request, "PricePerUnit") is not { } price) return line;
        line.Attributes[QuoteLineRow.Column.PricePerUnit] = new Money(price);
        line.Attributes[QuoteLineRow.Column.IsPriceOverridden] = true;
        return line;
    }

    private static decimal? NotBelowZero(Request request, string name)
    {
        var given = request.Optional<decimal?>(name);
        return given is < 0m ? throw RequestParameters.Invalid(name, given.Value.ToString(CultureInfo.InvariantCulture), "0 –") : given;
    }
}
