using System;

namespace Local.Cli.Sample;

/// <summary>One invented customer: what the CRM knows of it, and how it buys (which only the generator knows).</summary>
internal sealed class SampleAccount
{
    public required string Number { get; init; }
    public required string Name { get; init; }
    public required (string Town, string PostalCode, string Canton) Seat { get; init; }
    public string? ParentNumber { get; init; }
    public required int Employees { get; init; }
    public required DateTime FirstOrderOn { get; init; }
    /// <summary>Mean days between two orders while the customer is active.</summary>
    public required double GapDays { get; init; }
    /// <summary>Chance that an order is the last one.</summary>
    public required double LeaveChance { get; init; }
    /// <summary>Size of its orders relative to a typical one.</summary>
    public required double Size { get; init; }
    /// <summary>Discount it has negotiated, 0 to 0.45.</summary>
    public required decimal Discount { get; init; }
    /// <summary>Indices of the families it buys from.</summary>
    public required int[] Families { get; init; }
    /// <summary>Mean days it pays after the due date; negative is early.</summary>
    public required double PaymentDelay { get; init; }
    public int? StrategicFit { get; init; }
    public int? NetPromoterScore { get; init; }
    public decimal? WalletSize { get; init; }
    public bool IsKeyAccount { get; init; }
}
