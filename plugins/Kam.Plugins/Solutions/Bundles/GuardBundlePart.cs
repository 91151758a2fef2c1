using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Solutions;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Solutions.Bundles;

/// <summary>Keeps the groups, components and rules of a bundle that is released or retired, and gives a new component the currency of its bundle.</summary>
/// <remarks>A part that moves leaves one bundle and joins another: both must be drafts. One request; two where a part moves.</remarks>
/// <model stage="3 Solutions">bundle group (choose min..max), bundle component, bundle rule (requires, excludes)</model>
[Step(Message.Create, BundleGroupRow.Table, Stage.PreOperation)]
[Step(Message.Update, BundleGroupRow.Table, Stage.PreOperation, When =
    [BundleGroupRow.Column.Name, BundleGroupRow.Column.SolutionBundleId, BundleGroupRow.Column.Minimum, BundleGroupRow.Column.Maximum, BundleGroupRow.Column.StateCode])]
[Step(Message.Delete, BundleGroupRow.Table, Stage.PreOperation)]
[Step(Message.Create, BundleComponentRow.Table, Stage.PreOperation)]
[Step(Message.Update, BundleComponentRow.Table, Stage.PreOperation, When =
[
    BundleComponentRow.Column.Name, BundleComponentRow.Column.SolutionBundleId, BundleComponentRow.Column.BundleGroupId, BundleComponentRow.Column.ProductId, BundleComponentRow.Column.UomId,
    BundleComponentRow.Column.Kind, BundleComponentRow.Column.MinimumQuantity, BundleComponentRow.Column.MaximumQuantity, BundleComponentRow.Column.UnitPrice, BundleComponentRow.Column.UnitCost,
    BundleComponentRow.Column.Differentiation, BundleComponentRow.Column.CustomerValue, BundleComponentRow.Column.TransactionCurrencyId, BundleComponentRow.Column.StateCode,
])]
[Step(Message.Delete, BundleComponentRow.Table, Stage.PreOperation)]
[Step(Message.Create, BundleRuleRow.Table, Stage.PreOperation)]
[Step(Message.Update, BundleRuleRow.Table, Stage.PreOperation, When =
    [BundleRuleRow.Column.SolutionBundleId, BundleRuleRow.Column.ComponentId, BundleRuleRow.Column.OtherComponentId, BundleRuleRow.Column.Kind, BundleRuleRow.Column.StateCode])]
[Step(Message.Delete, BundleRuleRow.Table, Stage.PreOperation)]
[Image(ImageMoment.Before, BundleComponentRow.Column.SolutionBundleId)]
public sealed class GuardBundlePart : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        // A bundle that goes takes its parts along; whether it may go is decided by its offers.
        if (request.Context.MessageName == Message.Delete && request.IsPartOf(Message.Delete, SolutionBundleRow.Table)) return;
        foreach (var bundleId in Bundles(request))
        {
            var bundle = request.DataverseAsSystem.Retrieve(SolutionBundleRow.Table, bundleId, new ColumnSet(
                SolutionBundleRow.Column.Name, SolutionBundleRow.Column.StatusCode, SolutionBundleRow.Column.TransactionCurrencyId)).ToEntity<SolutionBundleRow>();
            if (bundle.StatusCode != SolutionBundleStatusReason.Draft)
                throw new RefusalException(SolutionsReasons.ReleasedIsFixed, nameof(BundleComponentRow.SolutionBundleId), bundleId.ToString(), Argument.Text(bundle.Name ?? ""));
            if (request.Context.MessageName != Message.Delete && request.Context.PrimaryEntityName == BundleComponentRow.Table) GiveCurrency(request, bundle);
        }
    }

    // Prices of one bundle add up only in one currency.
    private static void GiveCurrency(Request request, SolutionBundleRow bundle)
    {
        var component = request.Target<BundleComponentRow>();
        if (request.Context.MessageName == Message.Create || component.Contains(BundleComponentRow.Column.TransactionCurrencyId)) component.TransactionCurrencyId = bundle.TransactionCurrencyId;
    }

    private static IEnumerable<Guid> Bundles(Request request)
    {
        var references = new List<EntityReference?>();
        if (request.Context.MessageName != Message.Create) references.Add(request.Before<BundleComponentRow>().SolutionBundleId);
        if (request.Context.MessageName != Message.Delete) references.Add(request.Target<BundleComponentRow>().SolutionBundleId);
        return references.Where(reference => reference is not null).Select(reference => reference!.Id).Distinct();
    }
}
