using System;

namespace Kam.Rules.Structure;

/// <summary>A segment and what it takes to be in it.</summary>
/// <param name="Id">The row.</param>
/// <param name="Name">Key, A, B, C, D, or as the house calls it.</param>
/// <param name="Rank">1 for the highest.</param>
/// <param name="EntryIndex">Segment index from which an account belongs here, 0 to 100; the lowest segment begins at 0.</param>
/// <param name="MinimumWillingness">Below it an account cannot be here whatever its index, 1 to 5; an unknown willingness does not exclude.</param>
public sealed record Segment(Guid Id, string Name, int Rank, decimal EntryIndex, int MinimumWillingness);
