using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Upkeep;

/// <summary>Gives a new scoring model its number, and what was left out from the version before it, so that only what is to differ has to be entered.</summary>
/// <remarks>Before it is saved; its criteria follow after (<see cref="CopyCriteria"/>). One request with a version before, none for the first.</remarks>
/// <model stage="1 Value Insights">the inputs, the rule and the version of the configuration that made it</model>
[Step(Message.Create, ScoringModelRow.Table, Stage.PreOperation)]
public sealed class BeginNextVersion : KamPlugin
{
    private static readonly string[] Inherited =
    [
        ScoringModelRow.Column.RevenueSource, ScoringModelRow.Column.MinimumCostCoveragePercent, ScoringModelRow.Column.HorizonMonths, ScoringModelRow.Column.DiscountRatePercent,
        ScoringModelRow.Column.MinimumCustomers, ScoringModelRow.Column.BandPercent, ScoringModelRow.Column.TopFrom, ScoringModelRow.Column.HighFrom, ScoringModelRow.Column.MediumFrom,
    ];

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var model = request.Target<ScoringModelRow>();
        if (model.PreviousVersionId is not { } reference)
        {
            model.Version ??= ScoringModelChange.NextVersion([]);
            return;
        }
        var previous = request.Dataverse.Retrieve(ScoringModelRow.Table, reference.Id,
            new ColumnSet([.. Inherited, ScoringModelRow.Column.Version, ScoringModelRow.Column.HourlyRate, ScoringModelRow.Column.TransactionCurrencyId])).ToEntity<ScoringModelRow>();
        model.Version ??= ScoringModelChange.NextVersion([previous.Version ?? 0]);
        foreach (var column in Inherited)
            if ((!model.Attributes.TryGetValue(column, out var entered) || entered is null) && previous.Attributes.TryGetValue(column, out var value)) model.Attributes[column] = value;

        // An hourly rate in another currency is another rate.
        if (model.HourlyRate is not null || (model.TransactionCurrencyId is { } currency && currency.Id != previous.TransactionCurrencyId?.Id)) return;
        model.HourlyRate = previous.HourlyRate;
        model.TransactionCurrencyId ??= previous.TransactionCurrencyId;
    }
}
