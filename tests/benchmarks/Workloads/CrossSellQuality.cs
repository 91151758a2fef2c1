using System;
using System.Linq;
using Kam.Benchmarks.Harness;
using Kam.Benchmarks.Workloads.CrossSell;
using Kam.Rules.Solutions.CrossSelling;

namespace Kam.Benchmarks.Workloads;

/// <summary>How well cross-sell chances foretell first purchases, against popularity and the field's gap formula, on data held out in time.</summary>
internal static class CrossSellQuality
{
    public static void Run()
    {
        var table = new MarkdownTable("First purchases of a family, held out in time", "data", "method", "open pairs", "bought", "AUC", "precision@5", "recall@5", "Brier");
        var present = new[] { HoldOuts.AdventureWorks(), HoldOuts.OnlineRetail() }.OfType<HoldOut>().ToArray();
        if (present.Length < 2) Console.WriteLine("Data sets are missing: set KAM_SHARED or put the shared folder beside the repository.");
        foreach (var holdOut in present) Judge(table, holdOut);
    }

    private static void Judge(MarkdownTable table, HoldOut holdOut)
    {
        var past = new Portfolio(holdOut, holdOut.LearntFrom);
        var present = new Portfolio(holdOut, holdOut.Today);
        var learnt = past.Open(holdOut.Today);
        var asked = present.Open(holdOut.Until);
        var model = new ChanceModel([.. learnt.Select(pair => new ChanceExample(past.Input(pair), pair.Bought))]);
        Answer.MustBe(null, model.WhyNotFitted?.Code, "the model is fitted");

        // What was learnt over one span is said for as many as the hold-out has, for every method alike.
        var spans = (holdOut.Until - holdOut.Today).TotalDays / (holdOut.Today - holdOut.LearntFrom).TotalDays;

        var own = Row("this product", pair => model.Probability(present.Input(pair)), pair => model.Probability(past.Input(pair)), isProbability: true);
        Row("similarity alone (EASE)", present.Similarity, past.Similarity, isProbability: false);
        var popularity = Row("popularity", present.Popularity, past.Popularity, isProbability: false);
        var gap = Row("gap formula", present.Gap, past.Gap, isProbability: false);
        Answer.MustBe(true, own > popularity && own > gap, "the product ranks better than both yardsticks");

        double Row(string method, Func<OpenPair, double> score, Func<OpenPair, double> scoreBefore, bool isProbability)
        {
            var judged = asked.Select(pair => new Judged(pair.Row, score(pair), pair.Bought)).ToArray();
            var calibration = new BinnedCalibration([.. learnt.Select(pair => (scoreBefore(pair), pair.Bought))]);
            var said = judged.Select(one => (1d - Math.Pow(1d - (isProbability ? one.Score : calibration.Probability(one.Score)), spans), one.Bought)).ToArray();
            var ranking = new Ranking(judged);
            table.Row(
                holdOut.Name, method, asked.Length, asked.Count(pair => pair.Bought),
                Text(ranking.Auc), Text(ranking.PrecisionAtFive), Text(ranking.RecallAtFive), Text(Ranking.Brier(said)));
            return ranking.Auc;
        }
    }

    private static string Text(double value) => value.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture);
}
