using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Structure;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Structure.Portfolios;

/// <summary>Keeps a proposal as it was computed; people accept or reject an open one, everything else the system does. No request.</summary>
/// <model stage="2 Structure">applied only when a lead accepts</model>
[Step(Message.Create, PortfolioProposalRow.Table, Stage.PreOperation)]
[Step(Message.Update, PortfolioProposalRow.Table, Stage.PreOperation, When =
[
    PortfolioProposalRow.Column.ProposedOn, PortfolioProposalRow.Column.MostMoves, PortfolioProposalRow.Column.ImbalanceBefore, PortfolioProposalRow.Column.ImbalanceAfter,
    PortfolioProposalRow.Column.HandoverHours, PortfolioProposalRow.Column.Gain, PortfolioProposalRow.Column.FairUtilisationPercent, PortfolioProposalRow.Column.AcceptedById,
    PortfolioProposalRow.Column.AppliedOn, PortfolioProposalRow.Column.StateCode, PortfolioProposalRow.Column.StatusCode,
])]
[Image(ImageMoment.Before, PortfolioProposalRow.Column.ProposedOn, PortfolioProposalRow.Column.MostMoves, PortfolioProposalRow.Column.ImbalanceBefore, PortfolioProposalRow.Column.ImbalanceAfter,
    PortfolioProposalRow.Column.HandoverHours, PortfolioProposalRow.Column.Gain, PortfolioProposalRow.Column.FairUtilisationPercent, PortfolioProposalRow.Column.AcceptedById,
    PortfolioProposalRow.Column.AppliedOn, PortfolioProposalRow.Column.StatusCode)]
public sealed class GuardProposal : KamPlugin
{
    private static readonly string[] Computed = ["ProposedOn", "MostMoves", "ImbalanceBefore", "ImbalanceAfter", "HandoverHours", "Gain", "FairUtilisationPercent", "AcceptedById", "AppliedOn"];

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (OwnWrites.ComeFrom(request, OwnWrites.ProposePortfolio, OwnWrites.ApplyPortfolio)) return;
        var target = request.Target<PortfolioProposalRow>();
        if (request.Context.MessageName == Message.Create) throw Reserved(target);
        var before = request.Before<PortfolioProposalRow>();
        RefusalException.WhenAny(ChangedFields.Of(before, target, Computed).Select(field => Violation.Of(StructureReasons.ProposalFrozen, field, "", Argument.Text(field))).ToList());
        if (request.IsPartOf(Message.Update, AccountRow.Table) || request.IsPartOf(Message.Delete, AccountRow.Table) || request.IsPartOf(Message.Merge, AccountRow.Table)) return;

        var next = target.StatusCode ?? (target.StateCode == PortfolioProposalState.Active && !IsOpen(before) ? PortfolioProposalStatusReason.Proposed : before.StatusCode);
        if (next == before.StatusCode) return;
        if (!IsOpen(before) || next is not (PortfolioProposalStatusReason.Accepted or PortfolioProposalStatusReason.Rejected)) throw Reserved(target);
        if (next == PortfolioProposalStatusReason.Accepted) target.AcceptedById = new EntityReference(UserRow.Table, request.Context.InitiatingUserId);
    }

    private static bool IsOpen(PortfolioProposalRow row) => row.StatusCode is PortfolioProposalStatusReason.Proposed or PortfolioProposalStatusReason.Accepted;

    private static RefusalException Reserved(PortfolioProposalRow target) => new(StructureReasons.ProposalStatusReserved, nameof(target.StatusCode), $"{target.StatusCode}");
}
