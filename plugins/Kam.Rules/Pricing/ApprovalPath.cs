using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Pricing;

/// <summary>Who must sign a price below the minimum: the lowest level that covers how far below it is and how much that costs.</summary>
/// <remarks>
/// Deviation and amount follow from the minimum alone, so the level tells nothing about floor or cost. Beyond the highest level nobody may sign; the
/// highest level must then be raised by whoever owns the configuration.
/// </remarks>
/// <model stage="5 Pricing">approval needed (which level, why)</model>
public sealed class ApprovalPath
{
    private readonly ApprovalLevel[] levels;

    /// <param name="levels">In any order.</param>
    public ApprovalPath(IEnumerable<ApprovalLevel> levels) => this.levels = levels.OrderBy(level => level.Rank).ThenBy(level => level.Id).ToArray();

    /// <summary>The lowest level that covers the deviation; null when none does.</summary>
    /// <param name="deviationPercent">Below the minimum, percent of it.</param>
    /// <param name="amount">Below the minimum for the whole line, base currency.</param>
    public ApprovalLevel? Required(decimal deviationPercent, decimal amount) => levels.FirstOrDefault(level => level.Covers(deviationPercent, amount));

    /// <summary>The next higher level, to whom a request goes that was not decided in time; null at the top.</summary>
    public ApprovalLevel? Above(ApprovalLevel level) => levels.FirstOrDefault(other => other.Rank > level.Rank);
}
