using System;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>
/// What a customer's orders say about coming back: how many repeat purchases, when the last one was, and for how long we
/// have been watching. Sufficient for BG/NBD and MBG/NBD.
/// </summary>
/// <remarks>
/// Times count from the customer's first purchase, all in one unit of the caller's choice (days, weeks). Several orders in
/// one period count as one purchase; the first purchase is not a repeat. A customer whose first order is the last day of
/// the observation has age 0 and carries no information.
/// </remarks>
/// <model stage="1 Value Insights">Erkenntnisse über den Wert der Kunden</model>
public readonly struct PurchaseHistory : IEquatable<PurchaseHistory>, IComparable<PurchaseHistory>
{
    /// <param name="repeatPurchases">x: purchases after the first, 0 or more.</param>
    /// <param name="recency">t_x: time from first to last purchase; 0 exactly when there is no repeat purchase.</param>
    /// <param name="age">T: time from first purchase to the end of the observation, at least the recency.</param>
    /// <exception cref="ArgumentException">Out of these bounds, or not a finite number; the message names the argument.</exception>
    public PurchaseHistory(int repeatPurchases, double recency, double age)
    {
        if (repeatPurchases < 0) throw new ArgumentException("Repeat purchases cannot be negative.", nameof(repeatPurchases));
        if (!Finite(recency) || recency < 0) throw new ArgumentException("Recency must be a number of at least 0.", nameof(recency));
        if (!Finite(age) || age < 0) throw new ArgumentException("Age must be a number of at least 0.", nameof(age));
        if (recency > age) throw new ArgumentException("The last purchase lies after the end of the observation (recency > age).", nameof(recency));
        if ((repeatPurchases == 0) != (recency == 0))
        {
            throw new ArgumentException("Recency is 0 exactly when there is no repeat purchase.", nameof(recency));
        }

        RepeatPurchases = repeatPurchases;
        Recency = recency;
        Age = age;
    }

    /// <summary>x.</summary>
    public int RepeatPurchases { get; }

    /// <summary>t_x.</summary>
    public double Recency { get; }

    /// <summary>T.</summary>
    public double Age { get; }

    /// <summary>Time since the last purchase.</summary>
    public double Silence => Age - Recency;

    public static bool operator ==(PurchaseHistory left, PurchaseHistory right) => left.Equals(right);

    public static bool operator !=(PurchaseHistory left, PurchaseHistory right) => !left.Equals(right);

    public static bool operator <(PurchaseHistory left, PurchaseHistory right) => left.CompareTo(right) < 0;

    public static bool operator <=(PurchaseHistory left, PurchaseHistory right) => left.CompareTo(right) <= 0;

    public static bool operator >(PurchaseHistory left, PurchaseHistory right) => left.CompareTo(right) > 0;

    public static bool operator >=(PurchaseHistory left, PurchaseHistory right) => left.CompareTo(right) >= 0;

    /// <summary>Fewest repeat purchases first, then recency, then age.</summary>
    public int CompareTo(PurchaseHistory other)
    {
        if (RepeatPurchases != other.RepeatPurchases) return RepeatPurchases.CompareTo(other.RepeatPurchases);
        return Recency != other.Recency ? Recency.CompareTo(other.Recency) : Age.CompareTo(other.Age);
    }

    /// <inheritdoc/>
    public bool Equals(PurchaseHistory other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PurchaseHistory other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((RepeatPurchases * 397 ^ Recency.GetHashCode()) * 397 ^ Age.GetHashCode());

    private static bool Finite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
