using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Upkeep;

/// <summary>Starts the next version of a scoring model with the criteria of the one before, in the same save, to be changed while it is a draft.</summary>
/// <remarks>With all rights, since the ends of a curve are secured. One request and one for each criterion; none for a first version.</remarks>
/// <model stage="1 Value Insights">Nothing is hard-coded that a customer would want to tune: weights, thresholds</model>
[Step(Message.Create, ScoringModelRow.Table, Stage.PostOperation)]
public sealed class CopyCriteria : KamPlugin
{
    private static readonly ColumnSet Copied = new(
        ScoringCriterionRow.Column.Name, ScoringCriterionRow.Column.Measure, ScoringCriterionRow.Column.SubmodelId, ScoringCriterionRow.Column.Weight, ScoringCriterionRow.Column.Curve,
        ScoringCriterionRow.Column.Worst, ScoringCriterionRow.Column.Best, ScoringCriterionRow.Column.MissingValuePolicy, ScoringCriterionRow.Column.Sequence);

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (request.Target<ScoringModelRow>().PreviousVersionId is not { } previous) return;
        var query = new QueryExpression(ScoringCriterionRow.Table) { ColumnSet = Copied };
        query.Criteria.AddCondition(ScoringCriterionRow.Column.ScoringModelId, ConditionOperator.Equal, previous.Id);
        query.Criteria.AddCondition(ScoringCriterionRow.Column.StateCode, ConditionOperator.Equal, (int)ScoringCriterionState.Active);
        foreach (var criterion in request.DataverseAsSystem.RetrieveMultiple(query).Entities)
        {
            var copy = new ScoringCriterionRow { ScoringModelId = new EntityReference(ScoringModelRow.Table, request.Context.PrimaryEntityId) };
            foreach (var column in Copied.Columns.Where(criterion.Contains)) copy.Attributes[column] = criterion.Attributes[column];
            request.DataverseAsSystem.Create(copy);
        }
    }
}
