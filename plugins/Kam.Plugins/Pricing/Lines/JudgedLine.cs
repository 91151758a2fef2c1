using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Pricing.Approvals;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>What the three kinds of lines have in common when they are judged. Their columns have the same names, so all are written as quote lines.</summary>
internal static class JudgedLine
{
    /// <summary>Whether there is anything to judge: not when only we ourselves write what was found or decided.</summary>
    public static bool IsToBeJudged(Request request, string[] inputs) => Changes(request, inputs) || !OwnWrites.Is(request);

    /// <summary>Whether this write touches anything the price follows from.</summary>
    public static bool Changes(Request request, string[] inputs) => request.Context.MessageName == Message.Create || inputs.Any(((Entity)request.Context.InputParameters["Target"]).Contains);

    /// <summary>Whether a signature goes on holding: it is there, and nothing of what it was given for changes with this write.</summary>
    public static bool IsSigned(Request request, string[] inputs, PriceStatusChoice? statusBefore) => statusBefore == PriceStatusChoice.Approved && !Changes(request, inputs);

    /// <summary>Puts what was found onto the row that is about to be stored.</summary>
    public static void Write(Entity target, LineFound found, bool isSigned, Texts texts)
    {
        var judgement = found.Judgement;
        Set(target, QuoteLineRow.Column.Verdict, judgement.Verdict is { } verdict ? new OptionSetValue((int)verdict) : null);
        Set(target, QuoteLineRow.Column.PriceStatus, new OptionSetValue((int)judgement.Status(isSigned)));
        Set(target, QuoteLineRow.Column.RequiredLevelId, judgement.RequiredLevel is { } level ? new EntityReference(ApprovalLevelRow.Table, level.Id) : null);
        Set(target, QuoteLineRow.Column.PriceReason, texts.Say(judgement.Reason(isSigned)));
        Set(target, QuoteLineRow.Column.PocketPrice, judgement.PocketPrice is { } price ? new Money(price) : null);
        Set(target, QuoteLineRow.Column.PocketMargin, found.Waterfall.MarginAmount is { } margin ? new Money(margin) : null);
        Set(target, QuoteLineRow.Column.Waterfall, WaterfallText.Of(found).Write());
    }

    // The one place that writes columns of three tables alike.
    private static void Set(Entity target, string column, object? value) => target.Attributes[column] = value!;
}
