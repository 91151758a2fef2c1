using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Solutions.Bundles;

/// <summary>Names a rule by its components, without words, so that every language reads it: "Service → Sensor" requires, "Basic ≠ Plus" excludes. One request.</summary>
/// <model stage="3 Solutions">bundle rule (requires, excludes)</model>
[Step(Message.Create, BundleRuleRow.Table, Stage.PreOperation)]
[Step(Message.Update, BundleRuleRow.Table, Stage.PreOperation, When = [BundleRuleRow.Column.ComponentId, BundleRuleRow.Column.OtherComponentId, BundleRuleRow.Column.Kind])]
[Image(ImageMoment.Before, BundleRuleRow.Column.ComponentId, BundleRuleRow.Column.OtherComponentId, BundleRuleRow.Column.Kind)]
public sealed class NameBundleRule : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var rule = request.Merged<BundleRuleRow>();
        if (rule.ComponentId is not { } component || rule.OtherComponentId is not { } other) return;
        var query = new QueryExpression(BundleComponentRow.Table) { ColumnSet = new ColumnSet(BundleComponentRow.Column.Name) };
        query.Criteria.AddCondition(BundleComponentRow.Column.BundleComponentId, ConditionOperator.In, new object[] { component.Id, other.Id });
        var names = request.DataverseAsSystem.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<BundleComponentRow>()).ToDictionary(row => row.Id, row => row.Name ?? "");
        if (names.TryGetValue(component.Id, out var one) && names.TryGetValue(other.Id, out var two))
            request.Target<BundleRuleRow>().Name = Shortened($"{one} {(rule.Kind == KindOfRuleChoice.Excludes ? "≠" : "→")} {two}");
    }

    private static string Shortened(string name) => name.Length <= 200 ? name : name.Substring(0, 200);
}
