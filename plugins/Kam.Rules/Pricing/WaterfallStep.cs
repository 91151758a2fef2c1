using System;

namespace Kam.Rules.Pricing;

/// <summary>Which part of the waterfall a step belongs to. The numbers are the values of the choice kam_waterfallstep.</summary>
public enum WaterfallStepKind
{
    /// <summary>List price, where the water starts.</summary>
    ListPrice = 781340000,

    /// <summary>A discount of the line.</summary>
    Discount,

    /// <summary>A condition that the invoice already carries.</summary>
    OnInvoiceCondition,

    /// <summary>A condition paid later.</summary>
    RetroactiveCondition,

    /// <summary>What the units cost.</summary>
    Cost,
}

/// <summary>One step of the waterfall.</summary>
/// <param name="Kind">Which part.</param>
/// <param name="TextKey">Key of its name; empty for a condition, which has a name of its own.</param>
/// <param name="Name">Name of the condition; empty otherwise.</param>
/// <param name="SourceId">The row it comes from; null when entered on the line.</param>
/// <param name="Exact">Signed amount of the whole line, unrounded: above zero for the list price, below for what is taken off.</param>
/// <param name="Amount">The same rounded, so that the steps add up to the rounded pocket price and margin.</param>
public sealed record WaterfallStep(WaterfallStepKind Kind, string TextKey, string Name, Guid? SourceId, decimal Exact, decimal Amount);
