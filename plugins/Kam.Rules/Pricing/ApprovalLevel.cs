using System;

namespace Kam.Rules.Pricing;

/// <summary>Who may sign how much. A level covers a line when both its limits do.</summary>
/// <param name="Id">The row.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Rank">1 is the lowest; a higher rank signs more.</param>
/// <param name="MaximumDeviationPercent">Below the minimum price, percent of it; the bound itself is covered.</param>
/// <param name="MaximumAmount">Below the minimum price for the whole line, base currency; the bound itself is covered.</param>
public sealed record ApprovalLevel(Guid Id, string Name, int Rank, decimal MaximumDeviationPercent, decimal MaximumAmount)
{
    /// <summary>Whether the level covers this much.</summary>
    public bool Covers(decimal deviationPercent, decimal amount) => deviationPercent <= MaximumDeviationPercent && amount <= MaximumAmount;
}
