using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>One measure of an account: its value, or why it has none.</summary>
/// <remarks>Values have four decimals, the ones that are stored: what is shown is what the score was computed from.</remarks>
public sealed record MeasuredValue
{
    private MeasuredValue(Measure measure, decimal? value, Violation? missing)
    {
        Measure = measure;
        Value = value;
        Missing = missing;
    }

    /// <summary>What was measured.</summary>
    public Measure Measure { get; }

    /// <summary>The value in the measure's unit, four decimals; null when unknown.</summary>
    public decimal? Value { get; }

    /// <summary>Why the value is unknown and how to make it known; null when it is known.</summary>
    public Violation? Missing { get; }

    /// <summary>A known value.</summary>
    public static MeasuredValue Known(Measure measure, decimal value) => new(measure, Decimals.Four(value), null);

    /// <summary>An unknown value.</summary>
    public static MeasuredValue Unknown(Measure measure, Reason reason, params Argument[] arguments) =>
        new(measure, null, Violation.Of(reason, measure.ToString(), "", arguments));
}
