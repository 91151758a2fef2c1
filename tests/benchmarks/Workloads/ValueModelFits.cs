using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Kam.Benchmarks.Harness;
using Kam.Rules.ValueInsights.LifetimeValue;

namespace Kam.Benchmarks.Workloads;

/// <summary>Fits BG/NBD to the published CDNOW base and to a simulated one whose parameters are known.</summary>
internal sealed class ValueModelFits(int simulated, int runs)
{
    private const double R = 0.7, Alpha = 40, A = 0.8, B = 2.5, Days = 730;
    private const int Seed = 20260930;

    public void Run()
    {
        var table = new MarkdownTable($"BG/NBD fit, median of {runs}", "customers", "different histories", "ms", "processor ms", "µs per history", "MB allocated", "found: r, α, a, b");
        if (Checkout.Data("cdnow") is { } folder)
        {
            Row(table, Cdnow(Path.Combine(folder, "cdnow_summary.csv")), model =>
            {
                // As published for this summary, whose times are rounded to two decimals.
                Answer.MustBe(true, Near(model, 0.242593, 4.413531, 0.792886, 2.425754, 0.0001), "published parameters");
            });
        }
        else
        {
            Console.WriteLine("CDNOW is not present: set KAM_SHARED or put the shared folder beside the repository.");
        }
        Row(table, Simulated(), model => Answer.MustBe(true, Near(model, R, Alpha, A, B, 0.15), "parameters of the simulation"));
    }

    private void Row(MarkdownTable table, List<PurchaseHistory> histories, Action<RepeatPurchaseModel> check)
    {
        RepeatPurchaseModel? found = null;
        var groups = new CustomerBase(histories).GroupCount;
        var timing = Trial.Of(runs, () => RepeatPurchaseFit.Of(new CustomerBase(histories), RepeatPurchaseFamily.BgNbd), fit => check(found = fit.Model ?? throw new WrongAnswerException("The fit was refused.")));
        table.Row(histories.Count, groups, timing.Milliseconds, timing.ProcessorMilliseconds, timing.Milliseconds * 1000 / groups, timing.AllocatedBytes / 1e6,
            string.Create(CultureInfo.InvariantCulture, $"{found!.R:N3}, {found.Alpha:N3}, {found.A:N3}, {found.B:N3}"));
    }

    /// <summary>Relative to each parameter; a share of 15 % is several standard errors of 10,000 customers.</summary>
    private static bool Near(RepeatPurchaseModel model, double r, double alpha, double a, double b, double share) =>
        new[] { (model.R, r), (model.Alpha, alpha), (model.A, a), (model.B, b) }.All(p => Math.Abs(p.Item1 / p.Item2 - 1) <= share);

    private static List<PurchaseHistory> Cdnow(string file) =>
        [.. File.ReadLines(file).Skip(1).Select(line => line.Split(',')).Select(cells => new PurchaseHistory(
            int.Parse(cells[1], CultureInfo.InvariantCulture), double.Parse(cells[2], CultureInfo.InvariantCulture), double.Parse(cells[3], CultureInfo.InvariantCulture)))];

    /// <summary>Customers who buy and leave as the model assumes, observed in whole days since a first purchase in the first year.</summary>
    private List<PurchaseHistory> Simulated()
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, simulated).Select(_ => Customer(random))];
    }

    private static PurchaseHistory Customer(Random random)
    {
        var rate = Gamma(random, R) / Alpha;
        var x = Gamma(random, A);
        var leaving = x / (x + Gamma(random, B));
        var age = Days - random.Next(365);
        double time = 0, recency = 0;
        var count = 0;
        // Nobody leaves after the first purchase in BG/NBD: the chance comes with each repeat purchase.
        do
        {
            time += -Math.Log(1 - random.NextDouble()) / rate;
            if (time > age) break;
            recency = time;
            count++;
        }
        while (random.NextDouble() >= leaving);
        return new PurchaseHistory(count, recency, age);
    }

    // Marsaglia and Tsang, with the usual step up for shapes below one.
    private static double Gamma(Random random, double shape)
    {
        if (shape < 1) return Gamma(random, shape + 1) * Math.Pow(random.NextDouble(), 1 / shape);
        double d = shape - 1.0 / 3, c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + c * normal, 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < 0.5 * normal * normal + d * (1 - v + Math.Log(v))) return d * v;
        }
    }
}
