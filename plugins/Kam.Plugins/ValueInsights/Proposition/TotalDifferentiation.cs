using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.ValueInsights.Proposition;

/// <summary>Totals the proposition anew when one of its differences is added, changed or taken away. Three requests.</summary>
/// <model stage="1 Value Insights">per bundle; … each line with its evidence</model>
[Step(Message.Create, ValueDifferentiationRow.Table, Stage.PostOperation)]
[Step(Message.Update, ValueDifferentiationRow.Table, Stage.PostOperation, When =
[
    ValueDifferentiationRow.Column.Amount, ValueDifferentiationRow.Column.Direction, ValueDifferentiationRow.Column.ValuePropositionId, ValueDifferentiationRow.Column.StateCode,
])]
[Step(Message.Delete, ValueDifferentiationRow.Table, Stage.PostOperation)]
[Image(ImageMoment.Before, ValueDifferentiationRow.Column.ValuePropositionId)]
public sealed class TotalDifferentiation : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        // When the proposition itself goes, there is nothing left to total.
        if (request.IsPartOf(Message.Delete, ValuePropositionRow.Table)) return;
        var store = new PropositionStore(request.DataverseAsSystem);
        foreach (var proposition in Propositions(request))
        {
            var value = PropositionStore.Value(store.One(proposition.Id), store.Differences(proposition.Id));
            RefusalException.WhenAny(value.Violations());
            var row = new ValuePropositionRow { Id = proposition.Id };
            TotalProposition.Fill(row, value);
            request.DataverseAsSystem.Update(row);
        }
    }

    private static IEnumerable<EntityReference> Propositions(Request request)
    {
        var references = new List<EntityReference?>();
        if (request.Context.MessageName != Message.Create) references.Add(request.Before<ValueDifferentiationRow>().ValuePropositionId);
        if (request.Context.MessageName != Message.Delete) references.Add(request.Target<ValueDifferentiationRow>().ValuePropositionId);
        return references.Where(r => r is not null).Select(r => r!).GroupBy(r => r.Id).Select(g => g.First());
    }
}
