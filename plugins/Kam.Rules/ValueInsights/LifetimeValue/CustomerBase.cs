using System.Collections.Generic;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>
/// The purchase histories of all customers, equal ones counted together: what a repeat-purchase model is fitted to.
/// </summary>
/// <remarks>Neither the order of the customers nor how they were counted together changes it.</remarks>
/// <model stage="1 Value Insights">Erkenntnisse über den Wert der Kunden</model>
public sealed class CustomerBase
{
    private readonly PurchaseHistory[] histories;
    private readonly int[] customers;

    /// <param name="histories">One per customer.</param>
    public CustomerBase(IEnumerable<PurchaseHistory> histories)
        : this(Ones(histories))
    {
    }

    /// <param name="groups">Histories with the number of customers who have it; the same history may come several times.</param>
    public CustomerBase(IEnumerable<CustomerGroup> groups)
    {
        var sorted = new List<CustomerGroup>(groups);
        sorted.Sort((left, right) => left.History.CompareTo(right.History));
        var count = 0;
        for (var i = 0; i < sorted.Count; i++)
        {
            if (i == 0 || sorted[i].History != sorted[i - 1].History) count++;
        }

        histories = new PurchaseHistory[count];
        customers = new int[count];
        var last = -1;
        foreach (var group in sorted)
        {
            if (last < 0 || histories[last] != group.History) histories[++last] = group.History;
            customers[last] = checked(customers[last] + group.Customers);
            CustomerCount = checked(CustomerCount + group.Customers);
            RepeatPurchases += (long)group.Customers * group.History.RepeatPurchases;
            TotalAge += group.Customers * group.History.Age;
            if (group.History.RepeatPurchases > 0) RepeatCustomerCount += group.Customers;
        }
    }

    /// <summary>All customers.</summary>
    public int CustomerCount { get; }

    /// <summary>Customers with at least one repeat purchase.</summary>
    public int RepeatCustomerCount { get; }

    /// <summary>Σ x over all customers.</summary>
    public long RepeatPurchases { get; }

    /// <summary>Σ T over all customers, in the unit of the histories.</summary>
    public double TotalAge { get; }

    /// <summary>Number of different histories.</summary>
    public int GroupCount => histories.Length;

    /// <summary>The different histories, fewest repeat purchases first, with the number of customers of each.</summary>
    public IEnumerable<CustomerGroup> Groups
    {
        get
        {
            for (var i = 0; i < histories.Length; i++) yield return new CustomerGroup(histories[i], customers[i]);
        }
    }

    private static IEnumerable<CustomerGroup> Ones(IEnumerable<PurchaseHistory> histories)
    {
        foreach (var history in histories) yield return new CustomerGroup(history, 1);
    }
}
