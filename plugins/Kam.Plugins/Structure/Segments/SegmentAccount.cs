using System;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Structure.Policies;
using Kam.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Segments;

/// <summary>Custom API kam_SegmentAccount: puts one account into the segment of its figures, or of the override that holds, and says why.</summary>
/// <remarks>Decided with all rights, so that an account belongs to the same segment whoever asks; the caller must be able to read the account. Five requests at most without writing; repeating it changes nothing.</remarks>
/// <model stage="2 Structure">Segmentation from value score, potential and willingness to partner with hysteresis</model>
public sealed class SegmentAccount : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var accountId = request.Required<Guid>("AccountId");
        request.Dataverse.Retrieve(AccountRow.Table, accountId, new ColumnSet(AccountRow.Column.Name));
        var dataverse = request.DataverseAsSystem;
        var store = new SegmentStore(dataverse);
        var policy = new PolicyStore(dataverse).Needed();
        var segmenting = new AccountSegmenting(dataverse, policy, AsOfDate.Of(request), StoredLanguage.Texts(dataverse), endsOverride: request.IsPartOf(Message.Update, SegmentOverrideRow.Table));
        var overrides = store.Overrides([accountId]);

        var segmented = segmenting.Segment(store.Account(accountId), overrides.TryGetValue(accountId, out var approved) ? approved : null);

        request.Answer("SegmentId", segmented.Segment?.Id);
        request.Answer("Index", segmented.Index);
        request.Answer("IsChanged", segmented.IsChanged);
        request.Answer("Explanation", request.TextsOfCaller().Say(segmented.Why));
    }
}
