using System;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>Customers who share one purchase history.</summary>
public readonly struct CustomerGroup : IEquatable<CustomerGroup>
{
    /// <exception cref="ArgumentException">Fewer than one customer.</exception>
    public CustomerGroup(PurchaseHistory history, int customers)
    {
        if (customers < 1) throw new ArgumentException("A group has at least one customer.", nameof(customers));
        History = history;
        Customers = customers;
    }

    public PurchaseHistory History { get; }

    /// <summary>How many.</summary>
    public int Customers { get; }

    public static bool operator ==(CustomerGroup left, CustomerGroup right) => left.Equals(right);

    public static bool operator !=(CustomerGroup left, CustomerGroup right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(CustomerGroup other) => History == other.History && Customers == other.Customers;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CustomerGroup other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked(History.GetHashCode() * 397 ^ Customers);
}
