using System;
using Kam.Plugins.Pricing.Lines;
using Kam.Rules.Pricing;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>One of the three kinds of documents whose lines are judged, with the columns that terms are read from.</summary>
/// <param name="Lines">Table of the lines.</param>
/// <param name="Documents">Table of the documents.</param>
/// <param name="LineToDocument">The lookup from line to document.</param>
/// <param name="ExceptionToLine">The lookup from an exception to the line.</param>
/// <param name="ExceptionToDocument">The lookup from an exception to the document; null when only lines are named.</param>
/// <param name="LineColumns">What terms need of a line.</param>
/// <param name="DocumentColumns">What they need of the document.</param>
/// <param name="ReadDocument">The document of a row.</param>
/// <param name="ReadLine">The line of a row.</param>
internal sealed record OfferTable(
    string Lines, string Documents, string LineToDocument, string ExceptionToLine, string? ExceptionToDocument, ColumnSet LineColumns, ColumnSet DocumentColumns,
    Func<Entity, OfferedDocument> ReadDocument, Func<Entity, OfferedDocument, OfferedLine> ReadLine)
{
    public static readonly OfferTable Quote = new(
        QuoteLineRow.Table, QuoteRow.Table, QuoteLineRow.Column.QuoteId, PriceExceptionRow.Column.QuoteLineId, PriceExceptionRow.Column.QuoteId,
        new ColumnSet(QuoteLineRow.Column.QuoteId, QuoteLineRow.Column.LineItemNumber, QuoteLineRow.Column.ProductId, QuoteLineRow.Column.ProductDescription, QuoteLineRow.Column.UoMId,
            QuoteLineRow.Column.Quantity, QuoteLineRow.Column.PricePerUnit, QuoteLineRow.Column.BaseAmount, QuoteLineRow.Column.ManualDiscountAmount, QuoteLineRow.Column.VolumeDiscountAmount,
            QuoteLineRow.Column.IsPriceOverridden, QuoteLineRow.Column.IsProductOverridden, QuoteLineRow.Column.SkipPriceCalculation, QuoteLineRow.Column.TransactionCurrencyId,
            QuoteLineRow.Column.PriceSetById, QuoteLineRow.Column.PriceStatus, QuoteLineRow.Column.PriceExceptionId),
        new ColumnSet(QuoteRow.Column.CustomerId, QuoteRow.Column.PriceLevelId, QuoteRow.Column.DiscountAmount, QuoteRow.Column.DiscountPercentage, QuoteRow.Column.TotalLineItemAmount,
            QuoteRow.Column.StateCode, QuoteRow.Column.PriceSetById, QuoteRow.Column.TransactionCurrencyId),
        QuoteDocument, QuoteLine);

    public static readonly OfferTable Order = new(
        OrderLineRow.Table, OrderRow.Table, OrderLineRow.Column.SalesOrderId, PriceExceptionRow.Column.OrderLineId, PriceExceptionRow.Column.SalesOrderId,
        new ColumnSet(OrderLineRow.Column.SalesOrderId, OrderLineRow.Column.LineItemNumber, OrderLineRow.Column.ProductId, OrderLineRow.Column.ProductDescription, OrderLineRow.Column.UoMId,
            OrderLineRow.Column.Quantity, OrderLineRow.Column.PricePerUnit, OrderLineRow.Column.BaseAmount, OrderLineRow.Column.ManualDiscountAmount, OrderLineRow.Column.VolumeDiscountAmount,
            OrderLineRow.Column.IsPriceOverridden, OrderLineRow.Column.IsProductOverridden, OrderLineRow.Column.SkipPriceCalculation, OrderLineRow.Column.UnitCost,
            OrderLineRow.Column.TransactionCurrencyId, OrderLineRow.Column.PriceSetById, OrderLineRow.Column.PriceStatus, OrderLineRow.Column.PriceExceptionId, OrderLineRow.Column.QuoteDetailId),
        new ColumnSet(OrderRow.Column.CustomerId, OrderRow.Column.PriceLevelId, OrderRow.Column.DiscountAmount, OrderRow.Column.DiscountPercentage, OrderRow.Column.TotalLineItemAmount,
            OrderRow.Column.StateCode, OrderRow.Column.PriceSetById, OrderRow.Column.TransactionCurrencyId),
        OrderDocument, OrderLine);

    public static readonly OfferTable Agreement = new(
        PriceAgreementLineRow.Table, PriceAgreementRow.Table, PriceAgreementLineRow.Column.PriceAgreementId, PriceExceptionRow.Column.AgreementLineId, null,
        new ColumnSet(PriceAgreementLineRow.Column.PriceAgreementId, PriceAgreementLineRow.Column.Name, PriceAgreementLineRow.Column.ProductId, PriceAgreementLineRow.Column.FamilyId,
            PriceAgreementLineRow.Column.FromQuantity, PriceAgreementLineRow.Column.PricePerUnit, PriceAgreementLineRow.Column.DiscountPercent, PriceAgreementLineRow.Column.TransactionCurrencyId,
            PriceAgreementLineRow.Column.PriceSetById, PriceAgreementLineRow.Column.PriceStatus, PriceAgreementLineRow.Column.PriceExceptionId),
        new ColumnSet(PriceAgreementRow.Column.AccountId, PriceAgreementRow.Column.StatusCode),
        AgreementDocument, AgreementLine);

    /// <summary>The kind with these lines; null for another table.</summary>
    public static OfferTable? OfLines(string table) => Find(one => one.Lines == table);

    /// <summary>The kind with these documents; null for another table.</summary>
    public static OfferTable? OfDocuments(string table) => Find(one => one.Documents == table);

    private static OfferTable? Find(Predicate<OfferTable> wanted) => Array.Find([Quote, Order, Agreement], wanted);

    private static OfferedDocument QuoteDocument(Entity entity)
    {
        var row = entity.ToEntity<QuoteRow>();
        return new OfferedDocument(row.ToEntityReference(), row.CustomerId, row.PriceLevelId?.Id, Amount(row.DiscountAmount), row.DiscountPercentage ?? 0m, Amount(row.TotalLineItemAmount),
            row.StateCode is QuoteState.Active or QuoteState.Won, row.PriceSetById, row.TransactionCurrencyId?.Id);
    }

    private static OfferedLine QuoteLine(Entity entity, OfferedDocument document)
    {
        var row = entity.ToEntity<QuoteLineRow>();
        var terms = Terms(document, row.Id, row.ProductId, row.ProductDescription, row.UoMId, row.Quantity, row.PricePerUnit, row.BaseAmount, row.ManualDiscountAmount, row.VolumeDiscountAmount,
            row.TransactionCurrencyId);
        return new OfferedLine(row.ToEntityReference(), document, $"{row.LineItemNumber}", row.ProductId?.Name ?? row.ProductDescription ?? "", terms, row.PriceSetById, row.PriceStatus,
            row.PriceExceptionId, QuoteLineId: null, OfferLine.Of(row, row));
    }

    private static OfferedDocument OrderDocument(Entity entity)
    {
        var row = entity.ToEntity<OrderRow>();
        return new OfferedDocument(row.ToEntityReference(), row.CustomerId, row.PriceLevelId?.Id, Amount(row.DiscountAmount), row.DiscountPercentage ?? 0m, Amount(row.TotalLineItemAmount),
            row.StateCode is OrderState.Submitted or OrderState.Fulfilled or OrderState.Invoiced, row.PriceSetById, row.TransactionCurrencyId?.Id);
    }

    private static OfferedLine OrderLine(Entity entity, OfferedDocument document)
    {
        var row = entity.ToEntity<OrderLineRow>();
        var terms = Terms(document, row.Id, row.ProductId, row.ProductDescription, row.UoMId, row.Quantity, row.PricePerUnit, row.BaseAmount, row.ManualDiscountAmount, row.VolumeDiscountAmount,
            row.TransactionCurrencyId);
        return new OfferedLine(row.ToEntityReference(), document, $"{row.LineItemNumber}", row.ProductId?.Name ?? row.ProductDescription ?? "", terms, row.PriceSetById, row.PriceStatus,
            row.PriceExceptionId, row.QuoteDetailId?.Id, OfferLine.Of(row, row));
    }

    private static OfferedDocument AgreementDocument(Entity entity)
    {
        var row = entity.ToEntity<PriceAgreementRow>();
        return new OfferedDocument(row.ToEntityReference(), row.AccountId, null, 0m, 0m, 0m, row.StatusCode == PriceAgreementStatusReason.InForce, PriceSetById: null, CurrencyId: null);
    }

    // An agreed discount is a percentage; as the discount of its terms it is as exact as an amount.
    private static OfferedLine AgreementLine(Entity entity, OfferedDocument document)
    {
        var row = entity.ToEntity<PriceAgreementLineRow>();
        var product = row.ProductId ?? row.FamilyId;
        var terms = new ApprovedTerms(row.Id, document.Reference.Id, document.Customer?.Id, product?.Id, "", null, row.FromQuantity ?? 0m, Amount(row.PricePerUnit), row.DiscountPercent ?? 0m,
            row.TransactionCurrencyId?.Id ?? Guid.Empty, null);
        return new OfferedLine(row.ToEntityReference(), document, row.Name ?? "", product?.Name ?? "", terms, row.PriceSetById, row.PriceStatus, row.PriceExceptionId, QuoteLineId: null,
            OfferLine.Of(row));
    }

    private static ApprovedTerms Terms(
        OfferedDocument document, Guid line, EntityReference? product, string? description, EntityReference? unit, decimal? quantity, Money? price, Money? baseAmount, Money? manual, Money? volume,
        EntityReference? currency)
    {
        var units = quantity ?? 0m;
        var own = Amount(manual) + (Amount(volume) * units);
        var share = document.ShareOfDiscount(Amount(baseAmount) - Amount(manual));
        return new ApprovedTerms(line, document.Reference.Id, document.Customer?.Id, product?.Id, product is null ? description ?? "" : "", unit?.Id, units, Amount(price), own + share,
            InOne(document.CurrencyId, currency?.Id), document.PriceListId);
    }

    // A line whose document has meanwhile another currency is in none, and so like nothing that was signed.
    private static Guid InOne(Guid? document, Guid? line) => document is null || document == line ? line ?? Guid.Empty : Guid.Empty;

    private static decimal Amount(Money? money) => money?.Value ?? 0m;
}
