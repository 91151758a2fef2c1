using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>A waterfall as it is stored: each step with its amount, the row it comes from and the rule that made it. Amounts of the whole line, rounded so that they add up.</summary>
[DataContract]
internal sealed class WaterfallText
{
    [DataMember(Name = "currency", Order = 1)] public string Currency { get; set; } = "";
    [DataMember(Name = "quantity", Order = 2)] public decimal Quantity { get; set; }
    [DataMember(Name = "priceModelId", Order = 3, EmitDefaultValue = false)] public Guid? PriceModelId { get; set; }
    [DataMember(Name = "configurationVersion", Order = 4, EmitDefaultValue = false)] public string? ConfigurationVersion { get; set; }
    [DataMember(Name = "steps", Order = 5)] public List<WaterfallStepText> Steps { get; set; } = [];
    [DataMember(Name = "invoiceAmount", Order = 6)] public decimal InvoiceAmount { get; set; }
    [DataMember(Name = "pocketAmount", Order = 7)] public decimal PocketAmount { get; set; }
    [DataMember(Name = "marginAmount", Order = 8, EmitDefaultValue = false)] public decimal? MarginAmount { get; set; }

    /// <summary>Bounds of the corridor, per unit of the line and in its currency; absent where the line is held against none. The floor is for readers of cost.</summary>
    [DataMember(Name = "targetPrice", Order = 9, EmitDefaultValue = false)] public decimal? TargetPrice { get; set; }

    [DataMember(Name = "minimumPrice", Order = 10, EmitDefaultValue = false)] public decimal? MinimumPrice { get; set; }
    [DataMember(Name = "floorPrice", Order = 11, EmitDefaultValue = false)] public decimal? FloorPrice { get; set; }

    public static WaterfallText Of(LineFound found) => new()
    {
        Currency = found.Currency.Code,
        Quantity = found.Priced.Quantity,
        PriceModelId = found.Facts.Model?.Id,
        ConfigurationVersion = found.Facts.Model?.Version,
        Steps = [.. found.Waterfall.Lines.Select(step => WaterfallStepText.Of(step, found.Waterfall.Conditions.FirstOrDefault(applied => applied.Condition.Id == step.SourceId)))],
        InvoiceAmount = found.Waterfall.InvoiceAmount,
        PocketAmount = found.Waterfall.PocketAmount,
        MarginAmount = found.Waterfall.MarginAmount,
        TargetPrice = found.Judgement.Corridor?.Target is { } target ? found.Currency.Round(target) : null,
        MinimumPrice = found.Judgement.Corridor?.Minimum is { } minimum ? found.Currency.Round(minimum) : null,
        FloorPrice = found.Judgement.Corridor?.Floor is { } floor ? found.Currency.Round(floor) : null,
    };

    /// <summary>The same for readers who may not see cost: without the steps below the pocket price, and without the floor.</summary>
    public WaterfallText WithoutCost()
    {
        Steps.RemoveAll(step => step.Kind == (int)WaterfallStepKind.Cost);
        MarginAmount = null;
        FloorPrice = null;
        return this;
    }

    public string Write() => Json.Write(this);
}

/// <summary>One step.</summary>
[DataContract]
internal sealed class WaterfallStepText
{
    /// <summary>Value of <see cref="WaterfallStepKind"/>.</summary>
    [DataMember(Name = "kind", Order = 1)] public int Kind { get; set; }

    /// <summary>Key of its name; empty for a condition.</summary>
    [DataMember(Name = "textKey", Order = 2)] public string TextKey { get; set; } = "";

    [DataMember(Name = "name", Order = 3)] public string Name { get; set; } = "";
    [DataMember(Name = "sourceId", Order = 4, EmitDefaultValue = false)] public Guid? SourceId { get; set; }
    [DataMember(Name = "amount", Order = 5)] public decimal Amount { get; set; }

    /// <summary>What the customer has reached, in the unit of the condition; absent when unknown.</summary>
    [DataMember(Name = "measured", Order = 6, EmitDefaultValue = false)] public decimal? Measured { get; set; }

    /// <summary>The percentage of the tier that is reached, before caps.</summary>
    [DataMember(Name = "percent", Order = 7, EmitDefaultValue = false)] public decimal? Percent { get; set; }

    /// <summary>Value of the choice kam_conditionbasis: what the percentage is of.</summary>
    [DataMember(Name = "basis", Order = 8, EmitDefaultValue = false)] public int? Basis { get; set; }

    /// <summary>Code of the reason why it gives less than its percentage.</summary>
    [DataMember(Name = "whyLess", Order = 9, EmitDefaultValue = false)] public string? WhyLess { get; set; }

    public static WaterfallStepText Of(WaterfallStep step, AppliedCondition? applied) => new()
    {
        Kind = (int)step.Kind,
        TextKey = step.TextKey,
        Name = step.Name,
        SourceId = step.SourceId,
        Amount = step.Amount,
        Measured = applied?.Measured,
        Percent = applied?.Percent,
        Basis = applied is null ? null : (int)applied.Condition.Basis,
        WhyLess = applied?.WhyLess?.Code,
    };
}
