using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Structure;

/// <summary>Moves that would level the load. Nothing happens until a lead accepts.</summary>
/// <param name="Moves">Those that help most come first.</param>
/// <param name="ImbalanceBefore">Hours by which all managers together are away from their fair share today.</param>
/// <param name="ImbalanceAfter">The same after the moves.</param>
/// <param name="FairUtilisationPercent">Load of all in percent of the capacity of all: what each would have in perfect balance; null without any capacity.</param>
/// <model stage="2 Structure">propose at most k moves that level the load under constraints, with the cost of each handover; applied only when a lead accepts</model>
public sealed record PortfolioProposal(
    IReadOnlyList<PortfolioMove> Moves,
    decimal ImbalanceBefore,
    decimal ImbalanceAfter,
    decimal? FairUtilisationPercent)
{
    /// <summary>What all handovers cost, hours.</summary>
    public decimal HandoverHours => Moves.Sum(move => move.HandoverHours);

    /// <summary>What the proposal saves: imbalance before less imbalance after less handovers. Never below zero.</summary>
    public decimal Gain => ImbalanceBefore - ImbalanceAfter - HandoverHours;
}
