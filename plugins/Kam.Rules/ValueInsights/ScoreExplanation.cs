using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>Tells a sales person where a score comes from: what is strong and weak, what changed, what was assumed, by which rule.</summary>
/// <remarks>
/// Sentences in this order: score, two strongest parts, two weakest, change since the previous snapshot, assumptions,
/// configuration. Values that tell cost are written as "confidential".
/// </remarks>
/// <model stage="1 Value Insights">the explanation names the two strongest and two weakest contributions and what changed since the previous snapshot</model>
public static class ScoreExplanation
{
    private const int PartsNamed = 2;

    /// <summary>The explanation of a score.</summary>
    /// <param name="score">The score.</param>
    /// <param name="figures">What it was measured from.</param>
    /// <param name="basis">Windows and rates of the measures.</param>
    /// <param name="currencyCode">ISO code of the base currency.</param>
    /// <param name="previous">The snapshot before; null for the first.</param>
    public static Explanation Of(ValueScore score, AccountFigures figures, MeasureBasis basis, string currencyCode, PreviousScore? previous) => new(
    [
        Headline(score),
        .. StrongAndWeak(score, currencyCode),
        .. ScoreChange.Since(previous, score, currencyCode),
        .. Assumptions(score, figures, basis, currencyCode),
        Sentence.Of("valueInsights.calculatedWith", Argument.Text(score.Configuration), Argument.Date(basis.Rolling.First), Argument.Date(basis.AsOf)),
    ]);

    /// <summary>One part in a sentence, for the part's own record.</summary>
    public static Explanation OfPart(ScorePart part, string currencyCode)
    {
        List<Sentence> sentences = [.. Assumption(part, currencyCode)];
        if (sentences.Count == 0) sentences.Add(PartSentence("valueInsights.partAdds", part, currencyCode));
        return new Explanation(sentences);
    }

    private static Sentence Headline(ValueScore score) => score.Score is { } points
        ? Sentence.Of("valueInsights.scoreIs", Argument.Number(points), Argument.TextKey("valueInsights.band" + score.Band))
        : score.Missing!.Sentence;

    // Among equal contributions the strongest is the one that fills its weight, the weakest the one that wastes most of it.
    private static IEnumerable<Sentence> StrongAndWeak(ValueScore score, string currencyCode)
    {
        var ranked = score.Parts.Where(part => part.Counts && part.WeightPercent > 0m)
            .OrderByDescending(part => part.Contribution)
            .ThenBy(part => part.WeightPercent)
            .ThenBy(part => part.CriterionId)
            .ToArray();
        var strongest = ranked.Take(PartsNamed);
        var weakest = ranked.Skip(PartsNamed).Reverse().Take(PartsNamed);
        return strongest.Select(part => PartSentence("valueInsights.strongestPart", part, currencyCode))
            .Concat(weakest.Select(part => PartSentence("valueInsights.weakestPart", part, currencyCode)));
    }

    private static Sentence PartSentence(string key, ScorePart part, string currencyCode) => Sentence.Of(
        key,
        part.Called,
        MeasureUnits.Argue(part.Measure, part.Value, currencyCode),
        Argument.Number(part.Contribution),
        Argument.Number(Decimals.Two(part.WeightPercent)));

    private static IEnumerable<Sentence> Assumptions(ValueScore score, AccountFigures figures, MeasureBasis basis, string currencyCode)
    {
        if (figures.AccountCount > 1) yield return Sentence.Of("valueInsights.figuresOfGroup", Argument.Number(figures.AccountCount));
        if (Counts(score, Measure.LifetimeValue) && figures.LifetimeValue.Count < figures.AccountCount)
        {
            yield return Sentence.Of("valueInsights.lifetimeValueOfMembers", Argument.Number(figures.LifetimeValue.Count), Argument.Number(figures.AccountCount));
        }

        var coverage = figures.Rolling.CostCoveragePercent;
        if (coverage < 100m && (Counts(score, Measure.MarginRolling) || Counts(score, Measure.MarginPercent)))
        {
            yield return Sentence.Of("valueInsights.marginFromCoveredRevenue", Argument.Percent(Decimals.Two(coverage)));
        }

        foreach (var sentence in score.Parts.SelectMany(part => Assumption(part, currencyCode))) yield return sentence;
    }

    private static bool Counts(ValueScore score, Measure measure) =>
        score.Parts.Any(part => part.Measure == measure && part.Value is not null);

    private static IEnumerable<Sentence> Assumption(ScorePart part, string currencyCode)
    {
        var name = part.Called;
        if (part.AppliedPolicy is not { } policy) yield break;
        yield return policy switch
        {
            MissingValuePolicy.CountAsWorst => Sentence.Of("valueInsights.partCountedAsWorst", name),
            MissingValuePolicy.PortfolioMedian => Sentence.Of("valueInsights.partTakenFromMedian", name, MeasureUnits.Argue(part.Measure, part.MedianTaken, currencyCode)),
            _ => Sentence.Of("valueInsights.partLeftOut", name),
        };
        if (part.Missing is { } missing) yield return missing.Sentence;
    }
}
