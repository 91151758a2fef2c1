namespace Kam.Rules.ValueInsights;

/// <summary>Better or worse than the alternative. The numbers are the values of the choice kam_differentiationdirection.</summary>
public enum DifferentiationDirection
{
    /// <summary>We are better: the customer gains.</summary>
    Positive = 781340000,

    /// <summary>We are worse: the customer loses.</summary>
    Negative,
}

/// <summary>One difference between our offer and the customer's next best alternative, in money of the customer.</summary>
/// <param name="Name">What differs.</param>
/// <param name="Direction">Better or worse.</param>
/// <param name="Amount">Zero or more, in the proposition's currency.</param>
/// <param name="Evidence">What proves the amount; empty means unproven: it counts, but is marked.</param>
public sealed record ValueDifferentiation(string Name, DifferentiationDirection Direction, decimal Amount, string? Evidence)
{
    /// <summary>Whether there is evidence; blanks are none.</summary>
    public bool IsProven => !string.IsNullOrWhiteSpace(Evidence);
}
