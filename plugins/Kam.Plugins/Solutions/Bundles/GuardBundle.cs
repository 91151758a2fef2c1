using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Solutions;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Solutions.Bundles;

/// <summary>Releases only a bundle that can exist, with everything that is wrong told at once, and keeps a released one as it is.</summary>
/// <remarks>
/// Draft, released, retired, and no way back. Of a released bundle only the description and the last day change: what was offered stays what it was. No request for a draft that stays one; three to release.
/// </remarks>
/// <model stage="3 Solutions">solution bundle, bundle group (choose min..max), bundle component</model>
[Step(Message.Create, SolutionBundleRow.Table, Stage.PreOperation)]
[Step(Message.Update, SolutionBundleRow.Table, Stage.PreOperation, When =
[
    SolutionBundleRow.Column.Name, SolutionBundleRow.Column.ValidFrom, SolutionBundleRow.Column.ValidUntil, SolutionBundleRow.Column.CorePrice, SolutionBundleRow.Column.TransactionCurrencyId,
    SolutionBundleRow.Column.StateCode, SolutionBundleRow.Column.StatusCode,
])]
[Image(ImageMoment.Before, SolutionBundleRow.Column.Name, SolutionBundleRow.Column.ValidFrom, SolutionBundleRow.Column.ValidUntil, SolutionBundleRow.Column.CorePrice,
    SolutionBundleRow.Column.TransactionCurrencyId, SolutionBundleRow.Column.StateCode, SolutionBundleRow.Column.StatusCode)]
public sealed class GuardBundle : KamPlugin
{
    private static readonly string[] Fixed = [SolutionBundleRow.Column.Name, SolutionBundleRow.Column.ValidFrom, SolutionBundleRow.Column.CorePrice, SolutionBundleRow.Column.TransactionCurrencyId];

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var target = request.Target<SolutionBundleRow>();
        if (request.Context.MessageName == Message.Create)
        {
            // A new bundle has no component yet, so there is nothing to release.
            if (target.StatusCode == SolutionBundleStatusReason.Released)
                RefusalException.WhenAny(new SolutionBundle(target.Id, target.Name ?? "", [], [], []).WhyNotReleased(target.ValidFrom, target.ValidUntil));
            return;
        }

        var before = request.Before<SolutionBundleRow>();
        var next = NextStatus(before, target);
        if (before.StatusCode == SolutionBundleStatusReason.Draft)
        {
            if (next == SolutionBundleStatusReason.Released) Release(request, target);
            return;
        }

        RefusalException.WhenAny([.. Changed(before, target), .. Back(before, next)]);
        if (before.StatusCode == SolutionBundleStatusReason.Released && target.ValidUntil is { } until && request.Merged<SolutionBundleRow>().ValidFrom is { } from && from > until)
            throw new RefusalException(SolutionsReasons.ValidityReversed, nameof(SolutionBundleRow.ValidUntil), $"{until:yyyy-MM-dd}", Argument.Text(before.Name ?? ""), Argument.Date(from), Argument.Date(until));
    }

    private static void Release(Request request, SolutionBundleRow target)
    {
        // What changes together with the status counts too.
        var merged = request.Merged<SolutionBundleRow>();
        var bundle = new BundleStore(request.DataverseAsSystem).Of(merged).Bundle;
        RefusalException.WhenAny(bundle.WhyNotReleased(merged.ValidFrom, merged.ValidUntil));
        target.CorePrice = new Money(bundle.CorePrice);
    }

    private static IEnumerable<Violation> Changed(SolutionBundleRow before, SolutionBundleRow target) => Fixed
        .Where(column => target.Attributes.TryGetValue(column, out var value) && !Equals(value, before.Attributes.TryGetValue(column, out var stored) ? stored : null))
        .Select(column => Violation.Of(SolutionsReasons.ReleasedIsFixed, column, "", Argument.Text(before.Name ?? "")));

    private static IEnumerable<Violation> Back(SolutionBundleRow before, SolutionBundleStatusReason? next)
    {
        if (next == before.StatusCode || next is null) return [];
        if (before.StatusCode == SolutionBundleStatusReason.Retired) return [Violation.Of(SolutionsReasons.RetiredIsFinal, nameof(SolutionBundleRow.StatusCode), $"{next}", Argument.Text(before.Name ?? ""))];
        return next == SolutionBundleStatusReason.Draft ? [Violation.Of(SolutionsReasons.ReleasedIsFixed, nameof(SolutionBundleRow.StatusCode), $"{next}", Argument.Text(before.Name ?? ""))] : [];
    }

    // Whoever sets only the state gets its default status reason.
    private static SolutionBundleStatusReason? NextStatus(SolutionBundleRow before, SolutionBundleRow target) => target.StatusCode
        ?? (target.StateCode is not { } state || state == before.StateCode ? null : state == SolutionBundleState.Active ? SolutionBundleStatusReason.Draft : SolutionBundleStatusReason.Retired);
}
