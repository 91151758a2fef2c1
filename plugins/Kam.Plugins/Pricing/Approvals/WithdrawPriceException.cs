using System;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>Custom API kam_WithdrawPriceException: who asked takes the request back, decided or not, as long as nothing was ordered under it.</summary>
/// <model stage="5 Pricing">a valid approval for exactly that price and quantity</model>
public sealed class WithdrawPriceException : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var exception = new PriceExceptionStore(request.Dataverse).Read(request.Required<Guid>("PriceExceptionId"));
        if (exception.RequestedById is not { } requester || requester.Id != request.Context.InitiatingUserId)
            throw new RefusalException(PricingReasons.NotOwnRequest, nameof(exception.RequestedById), $"{exception.RequestedById?.Id}", Argument.Text(exception.RequestedById?.Name ?? ""));
        var status = PriceExceptionStore.StatusOf(exception);
        if (exception.StateCode != PriceExceptionState.Active || exception.UsedOn is not null)
            throw new RefusalException(PricingReasons.AlreadyDecided, nameof(exception.StatusCode), status.ToString(), Argument.TextKey("pricing.exception" + status));
        new ExceptionJournal(request).End(exception, PriceExceptionStatusReason.Withdrawn, ExceptionEventChoice.Withdrawn, request.Optional<string>("Comment") ?? "", exception.StatusCode == PriceExceptionStatusReason.Approved);
    }
}
