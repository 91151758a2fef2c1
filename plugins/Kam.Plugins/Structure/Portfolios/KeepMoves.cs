using Kam.Plugins.Pipeline;
using Kam.Rules.Structure;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.Structure.Portfolios;

/// <summary>Keeps the handovers of a proposal as they were computed: they are what a lead accepts, and the log afterwards. No request.</summary>
/// <model stage="2 Structure">applied only when a lead accepts</model>
[Step(Message.Create, PortfolioMoveRow.Table, Stage.PreOperation)]
[Step(Message.Update, PortfolioMoveRow.Table, Stage.PreOperation, When =
[
    PortfolioMoveRow.Column.PortfolioProposalId, PortfolioMoveRow.Column.AccountId, PortfolioMoveRow.Column.FromPortfolioId, PortfolioMoveRow.Column.ToPortfolioId,
    PortfolioMoveRow.Column.Hours, PortfolioMoveRow.Column.HandoverHours, PortfolioMoveRow.Column.Sequence,
])]
public sealed class KeepMoves : KamPlugin
{
    private const string Moves = "PortfolioMove";

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        if (!OwnWrites.ComeFrom(request, OwnWrites.ProposePortfolio) && !request.IsMovedByMerge(PortfolioMoveRow.Column.AccountId)) throw new RefusalException(StructureReasons.ProposalFrozen, Moves, "", Argument.Text(Moves));
    }
}
