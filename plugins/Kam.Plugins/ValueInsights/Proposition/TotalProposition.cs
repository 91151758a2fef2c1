using System;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.ValueInsights.Proposition;

/// <summary>Keeps economic value, customer surplus and captured share of a proposition when its reference value or price changes, before it is saved. One request, none for a new one.</summary>
/// <model stage="1 Value Insights">economic value to the customer = reference value + positive differentiation − negative differentiation …; customer surplus and the share of value we capture</model>
[Step(Message.Create, ValuePropositionRow.Table, Stage.PreOperation)]
[Step(Message.Update, ValuePropositionRow.Table, Stage.PreOperation, When = [ValuePropositionRow.Column.ReferenceValue, ValuePropositionRow.Column.Price])]
[Image(ImageMoment.Before, ValuePropositionRow.Column.ReferenceValue, ValuePropositionRow.Column.Price)]
public sealed class TotalProposition : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var isNew = request.Context.MessageName == Message.Create;
        var target = request.Target<ValuePropositionRow>();
        var differences = isNew ? [] : new PropositionStore(request.DataverseAsSystem).Differences(target.Id);
        var value = PropositionStore.Value(request.Merged<ValuePropositionRow>(), differences);
        RefusalException.WhenAny(value.Violations());
        Fill(target, value);
    }

    /// <summary>Sets the computed columns.</summary>
    internal static void Fill(ValuePropositionRow row, EconomicValue value)
    {
        row.DifferentiationValue = new Money(value.Differentiation);
        row.EconomicValue = new Money(value.Total);
        row.CustomerSurplus = value.CustomerSurplus is { } surplus ? new Money(surplus) : null;
        row.CapturedPercent = value.CapturedPercent is { } captured ? Math.Max(-100_000m, Math.Min(100_000m, captured)) : null;
    }
}
