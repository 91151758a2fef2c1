using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.WebResources.Tests.Controls;

/// <summary>Every control with what it shows in the tests: a new control adds a sample here and is tested like the others.</summary>
internal static class ControlSamples
{
    private const int Many = 2_000;

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, ControlSample> All { get; } = new[]
    {
        ConcentrationCurve(60),
        ScoreExplanation(),
        ValuePotentialMatrix(60),
    }.ToDictionary(sample => sample.Name);

    private static ControlSample ScoreExplanation() => new("ScoreExplanation", "account")
    {
        Properties = new Dictionary<string, object?> { ["score"] = new[] { new { id = Samples.ScoreId, name = "2026-03-31", entityType = "kam_valuescore" } } },
        Answers = new Dictionary<string, object> { ["kam_valuescore"] = Samples.Score.Rows["kam_valuescore"], ["kam_scorepart"] = Samples.Score.Lists["kam_scorepart"] },
        Empty = new(new Dictionary<string, object>(), new Dictionary<string, object?> { ["score"] = Array.Empty<object>() }, "There is no score to explain yet."),
        Numbers = ["27.00 of 30.00 points", "27.00 von 30.00 Punkten", "27,00 points sur 30,00", "27.00 punti su 30.00"],
        TableRows = 5,
    };

    private static ControlSample ValuePotentialMatrix(int accounts) => new("ValuePotentialMatrix", "kam_portfolio")
    {
        Answers = new Dictionary<string, object> { ["kam_AnalyzePortfolio"] = PortfolioSample.Answer(accounts) },
        Empty = new(new Dictionary<string, object> { ["kam_AnalyzePortfolio"] = PortfolioSample.Answer(0) }, new Dictionary<string, object?>(), "No account of this portfolio has been valued yet."),
        Numbers = ["revenue CHF 2,000,000", "Umsatz CHF 2’000’000", "chiffre d’affaires CHF 2 000 000", "fatturato CHF 2’000’000"],
        TableRows = accounts,
        Large = accounts >= Many ? null : ValuePotentialMatrix(Many),
    };

    private static ControlSample ConcentrationCurve(int accounts) => new("ConcentrationCurve", "kam_portfolio")
    {
        Answers = new Dictionary<string, object> { ["kam_AnalyzePortfolio"] = PortfolioSample.Answer(accounts) },
        Empty = new(new Dictionary<string, object> { ["kam_AnalyzePortfolio"] = PortfolioSample.Answer(0) }, new Dictionary<string, object?>(), "No account of this portfolio has revenue in a valuation yet."),
        Numbers = ["1,284 of 10,000", "1’284 von 10’000", "1 284 sur 10 000", "1’284 di 10’000"],
        TableRows = Math.Min(accounts, 100),
        Large = accounts >= Many ? null : ConcentrationCurve(Many),
    };
}
