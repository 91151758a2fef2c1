using System.Collections.Generic;
using System.Linq;

namespace Kam.WebResources.Tests.Controls;

/// <summary>Every control with what it shows in the tests: a new control adds a sample here and is tested like the others.</summary>
internal static class ControlSamples
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, ControlSample> All { get; } = new[]
    {
        ScoreExplanation(),
    }.ToDictionary(sample => sample.Name);

    private static ControlSample ScoreExplanation() => new("ScoreExplanation", "account")
    {
        Properties = new Dictionary<string, object?> { ["score"] = new[] { new { id = Samples.ScoreId, name = "2026-03-31", entityType = "kam_valuescore" } } },
        Answers = new Dictionary<string, object> { ["kam_valuescore"] = Samples.Score.Rows["kam_valuescore"], ["kam_scorepart"] = Samples.Score.Lists["kam_scorepart"] },
        Empty = new(new Dictionary<string, object>(), new Dictionary<string, object?> { ["score"] = System.Array.Empty<object>() }, "There is no score to explain yet."),
        Numbers = ["27.00 of 30.00 points", "27.00 von 30.00 Punkten", "27,00 points sur 30,00", "27.00 punti su 30.00"],
        TableRows = 5,
    };
}
