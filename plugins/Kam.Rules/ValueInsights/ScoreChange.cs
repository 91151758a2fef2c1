using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights;

/// <summary>What moved a score since the snapshot before: by how much, which parts moved most, and whether the rule changed too.</summary>
internal static class ScoreChange
{
    private const int MoversNamed = 3;

    internal static IEnumerable<Sentence> Since(PreviousScore? previous, ValueScore score, string currencyCode)
    {
        if (previous is null)
        {
            yield return Sentence.Of("valueInsights.firstScore");
            yield break;
        }

        foreach (var sentence in Headline(previous, score.Score)) yield return sentence;
        var sameConfiguration = previous.Configuration == score.Configuration;
        if (!sameConfiguration)
        {
            yield return Sentence.Of("valueInsights.configurationChanged", Argument.Text(previous.Configuration), Argument.Text(score.Configuration));
        }

        if (previous.Score is null || score.Score is null) yield break;
        foreach (var mover in Movers(previous, score, sameConfiguration)) yield return mover.Say(currencyCode);
    }

    private static IEnumerable<Sentence> Headline(PreviousScore previous, decimal? now)
    {
        var since = Argument.Date(previous.AsOf);
        if (previous.Score is not { } before)
        {
            if (now is { } appeared) yield return Sentence.Of("valueInsights.scoreAppeared", since, Argument.Number(appeared));
        }
        else if (now is not { } after)
        {
            yield return Sentence.Of("valueInsights.scoreDisappeared", since, Argument.Number(before));
        }
        else if (before == after)
        {
            yield return Sentence.Of("valueInsights.scoreUnchanged", since, Argument.Number(after));
        }
        else
        {
            yield return Sentence.Of(
                after > before ? "valueInsights.scoreRose" : "valueInsights.scoreFell",
                since,
                Argument.Number(Math.Abs(after - before)),
                Argument.Number(before),
                Argument.Number(after));
        }
    }

    // A new version of a model has new criteria; then parts are matched by what they measure.
    private static IEnumerable<Mover> Movers(PreviousScore previous, ValueScore score, bool sameConfiguration)
    {
        var before = previous.Parts.ToLookup(part => sameConfiguration ? part.CriterionId.ToString() : part.Measure.ToString());
        return score.Parts
            .GroupBy(part => sameConfiguration ? part.CriterionId.ToString() : part.Measure.ToString())
            .Where(group => before.Contains(group.Key))
            .Select(group => new Mover(
                group.First(),
                before[group.Key].First().Value,
                group.Sum(part => part.Contribution) - before[group.Key].Sum(part => part.Contribution)))
            .Where(mover => mover.Points != 0m)
            .OrderByDescending(mover => Math.Abs(mover.Points))
            .ThenBy(mover => mover.Part.CriterionId)
            .Take(MoversNamed);
    }

    private sealed record Mover(ScorePart Part, decimal? Before, decimal Points)
    {
        internal Sentence Say(string currencyCode) => Sentence.Of(
            Points > 0m ? "valueInsights.partRose" : "valueInsights.partFell",
            Part.Called,
            MeasureUnits.Argue(Part.Measure, Before, currencyCode),
            MeasureUnits.Argue(Part.Measure, Part.Value, currencyCode),
            Argument.Number(Math.Abs(Points)));
    }
}
