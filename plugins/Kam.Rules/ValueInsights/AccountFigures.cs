using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.ValueInsights;

/// <summary>
/// The raw sums that the measures of an account, or of a group of accounts, are made from. They add up: the figures of a
/// group are the sum of its members' figures, in any order.
/// </summary>
/// <remarks>
/// Amounts in base currency. Cancelled orders and anything after the as-of date must not be in here. "Rolling" and "prior" are
/// the windows of <see cref="MeasureBasis"/>.
/// </remarks>
public sealed record AccountFigures
{
    /// <summary>An account nothing is known of: adding it changes nothing.</summary>
    public static AccountFigures None { get; } = new() { AccountCount = 0 };

    /// <summary>Accounts in these figures: 1, or the members of the group.</summary>
    public int AccountCount { get; init; } = 1;

    /// <summary>Sales lines of the rolling window.</summary>
    public WindowFigures Rolling { get; init; } = WindowFigures.None;

    /// <summary>Sales lines of the window before.</summary>
    public WindowFigures Prior { get; init; } = WindowFigures.None;

    /// <summary>Days with at least one order in the rolling window. In a group, two members ordering on one day count twice.</summary>
    public int OrderDays { get; init; }

    /// <summary>Day of the first order ever; null when there is none.</summary>
    public DateTime? FirstOrderOn { get; init; }

    /// <summary>Day of the last order up to the as-of date; null when there is none.</summary>
    public DateTime? LastOrderOn { get; init; }

    /// <summary>Product families bought in the rolling window. In a group, a family bought by two members counts once.</summary>
    public IReadOnlyCollection<Guid> Families { get; init; } = [];

    /// <summary>Days from due date to payment of the invoices paid in the rolling window: sum and number of invoices.</summary>
    public Tally PaymentDelayDays { get; init; }

    /// <summary>Minutes of activities for the account in the rolling window.</summary>
    public int ServiceMinutes { get; init; }

    /// <summary>Service cases opened in the rolling window.</summary>
    public int CaseCount { get; init; }

    /// <summary>Estimated revenue of open opportunities.</summary>
    public decimal OpenPipeline { get; init; }

    /// <summary>Yearly purchases of the customer in our field. Zero or less is not known; then say so with an empty tally.</summary>
    public Tally Wallet { get; init; }

    /// <summary>Rolling revenue of the accounts whose wallet is known. Set by <see cref="WithWallet"/>.</summary>
    public decimal RevenueWithinWallet { get; init; }

    /// <summary>Strategic fit as entered. The fit of a group is the mean of its members'.</summary>
    public Tally StrategicFit { get; init; }

    /// <summary>Net promoter score as entered. That of a group is the mean of its members'.</summary>
    public Tally NetPromoterScore { get; init; }

    /// <summary>Customer lifetime value as the value model states it; empty when it refuses.</summary>
    public Tally LifetimeValue { get; init; }

    /// <summary>When the account was created; the earliest of a group.</summary>
    public DateTime? CreatedOn { get; init; }

    /// <summary>Whether the customer stands under a contract; in a group, whether any member does.</summary>
    public bool IsContractual { get; init; }

    /// <summary>The same figures with what the customer buys in our field a year; null, zero or less is "not known".</summary>
    /// <remarks>Set <see cref="Rolling"/> first: the share of wallet counts only revenue of accounts whose wallet is known.</remarks>
    public AccountFigures WithWallet(decimal? walletSize) =>
        walletSize > 0m
            ? this with { Wallet = Tally.Of(walletSize), RevenueWithinWallet = Rolling.Revenue }
            : this with { Wallet = default, RevenueWithinWallet = 0m };

    /// <summary>The figures of all members together. One pass, so a group of 1,000 costs what its rows cost.</summary>
    public static AccountFigures Sum(IEnumerable<AccountFigures> members)
    {
        var all = members.ToArray();
        return new AccountFigures
        {
            AccountCount = all.Sum(member => member.AccountCount),
            Rolling = all.Aggregate(WindowFigures.None, (sum, member) => sum.Plus(member.Rolling)),
            Prior = all.Aggregate(WindowFigures.None, (sum, member) => sum.Plus(member.Prior)),
            OrderDays = all.Sum(member => member.OrderDays),
            FirstOrderOn = all.Min(member => member.FirstOrderOn),
            LastOrderOn = all.Max(member => member.LastOrderOn),
            Families = [.. new HashSet<Guid>(all.SelectMany(member => member.Families))],
            PaymentDelayDays = Total(all, member => member.PaymentDelayDays),
            ServiceMinutes = all.Sum(member => member.ServiceMinutes),
            CaseCount = all.Sum(member => member.CaseCount),
            OpenPipeline = all.Sum(member => member.OpenPipeline),
            Wallet = Total(all, member => member.Wallet),
            RevenueWithinWallet = all.Sum(member => member.RevenueWithinWallet),
            StrategicFit = Total(all, member => member.StrategicFit),
            NetPromoterScore = Total(all, member => member.NetPromoterScore),
            LifetimeValue = Total(all, member => member.LifetimeValue),
            CreatedOn = all.Min(member => member.CreatedOn),
            IsContractual = all.Any(member => member.IsContractual),
        };
    }

    private static Tally Total(AccountFigures[] members, Func<AccountFigures, Tally> tally) =>
        members.Aggregate(default(Tally), (sum, member) => sum.Plus(tally(member)));
}
