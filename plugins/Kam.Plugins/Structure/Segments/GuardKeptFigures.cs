using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Structure;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.Structure.Segments;

/// <summary>Refuses to set a segment, or a figure of the stakeholder map, past the rule that keeps it: whoever wants another segment requests an override. No request.</summary>
/// <model stage="2 Structure">manual override with reason, approver and expiry; every change is a history row</model>
[Step(Message.Create, AccountRow.Table, Stage.PreOperation)]
[Step(Message.Update, AccountRow.Table, Stage.PreOperation, When =
[
    AccountRow.Column.SegmentId, AccountRow.Column.SegmentIndex,
    AccountRow.Column.RelationshipScore, AccountRow.Column.StakeholderCoveragePercent, AccountRow.Column.SentimentPercent, AccountRow.Column.IsSingleThreaded,
])]
[Image(ImageMoment.Before, AccountRow.Column.SegmentId, AccountRow.Column.SegmentIndex,
    AccountRow.Column.RelationshipScore, AccountRow.Column.StakeholderCoveragePercent, AccountRow.Column.SentimentPercent, AccountRow.Column.IsSingleThreaded)]
public sealed class GuardKeptFigures : KamPlugin
{
    private static readonly string[] Segment = ["SegmentId", "SegmentIndex"];
    private static readonly string[] Map = ["RelationshipScore", "StakeholderCoveragePercent", "SentimentPercent", "IsSingleThreaded"];

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var target = request.Target<AccountRow>();
        var before = request.Context.MessageName == Message.Create ? new AccountRow { IsSingleThreaded = false } : request.Before<AccountRow>();
        var changed = new List<string>();
        if (!OwnWrites.ComeFrom(request, OwnWrites.SegmentAccount, OwnWrites.SegmentPortfolio)) changed.AddRange(ChangedFields.Of(before, target, Segment));
        if (!IsFromMap(request)) changed.AddRange(ChangedFields.Of(before, target, Map));
        RefusalException.WhenAny(changed.Select(field => Violation.Of(StructureReasons.KeptBySystem, field, "", Argument.Text(field))).ToList());
    }

    private static bool IsFromMap(Request request) =>
        request.IsPartOf(Message.Create, StakeholderRow.Table) || request.IsPartOf(Message.Update, StakeholderRow.Table) || request.IsPartOf(Message.Delete, StakeholderRow.Table);
}
