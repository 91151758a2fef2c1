namespace Kam.Rules.ValueInsights;

/// <summary>A sum and how many known values are in it, so that sums and means of groups can be taken from those of members.</summary>
/// <param name="Sum">Sum of the known values.</param>
/// <param name="Count">How many values were known.</param>
public readonly record struct Tally(decimal Sum, int Count)
{
    /// <summary>One value; nothing when it is unknown.</summary>
    public static Tally Of(decimal? value) => value is { } known ? new Tally(known, 1) : default;

    /// <summary>Mean of the known values; null when none is known.</summary>
    public decimal? Mean => Count == 0 ? null : Sum / Count;

    /// <summary>Sum of the known values; null when none is known.</summary>
    public decimal? Total => Count == 0 ? null : Sum;

    /// <summary>Both together.</summary>
    public Tally Plus(Tally other) => new(Sum + other.Sum, Count + other.Count);
}
