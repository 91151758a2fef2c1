using System;
using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>Custom API kam_RequestPriceException: asks to sell a line below the minimum, exactly as it stands.</summary>
/// <remarks>
/// With the rights of the caller, who must be able to see the line and to create exceptions. What it is for, how far below the minimum and who must sign is
/// found anew by <see cref="CompletePriceRequest"/>, as for any other way in which a request is created.
/// </remarks>
/// <model stage="5 Pricing">approval needed (which level, why)</model>
public sealed class RequestPriceException : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var name = request.Optional<string>("Table") is { Length: > 0 } given ? given : QuoteLineRow.Table;
        if (OfferTable.OfLines(name) is not { } table)
            throw RequestParameters.Invalid("Table", name, $"{QuoteLineRow.Table}, {OrderLineRow.Table}, {PriceAgreementLineRow.Table}");
        var line = new EntityReference(name, request.Required<Guid>("LineId"));
        var asked = new PriceExceptionRow { Reason = request.Required<string>("Reason"), ValidUntil = request.Optional<DateTime?>("ValidUntil") };
        if (table == OfferTable.Quote) asked.QuoteLineId = line;
        else if (table == OfferTable.Order) asked.OrderLineId = line;
        else asked.AgreementLineId = line;

        var id = request.Dataverse.Create(asked);
        var stored = new PriceExceptionStore(request.DataverseAsSystem).Read(id);
        request.Answer("PriceExceptionId", id);
        request.Answer("ApprovalLevelId", stored.ApprovalLevelId!.Id);
    }
}
