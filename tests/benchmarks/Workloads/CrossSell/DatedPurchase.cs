using System;

namespace Kam.Benchmarks.Workloads.CrossSell;

/// <summary>One line of a data set.</summary>
/// <param name="Account">Who.</param>
/// <param name="Family">What.</param>
/// <param name="On">The day.</param>
/// <param name="Quantity">Units, above zero.</param>
/// <param name="Revenue">Without tax.</param>
internal sealed record DatedPurchase(string Account, string Family, DateTime On, double Quantity, double Revenue);

/// <summary>A data set with the days at which it is cut: learnt up to the second, held to what is bought until the third.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Purchases">All lines.</param>
/// <param name="SegmentOf">Peers of an account share it.</param>
/// <param name="LearntFrom">As of this day the model looks for what was bought until <paramref name="Today"/>.</param>
/// <param name="Today">Nothing after it is known to the model.</param>
/// <param name="Until">Last day of the hold-out.</param>
internal sealed record HoldOut(
    string Name,
    DatedPurchase[] Purchases,
    Func<string, string> SegmentOf,
    DateTime LearntFrom,
    DateTime Today,
    DateTime Until);
