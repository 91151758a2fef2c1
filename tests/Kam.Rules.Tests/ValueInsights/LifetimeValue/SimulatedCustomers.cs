using System;
using System.Collections.Generic;
using Kam.Rules.ValueInsights.LifetimeValue;

namespace Kam.Rules.Tests.ValueInsights.LifetimeValue;

/// <summary>Customers who behave exactly as a model says, from a fixed seed.</summary>
internal static class SimulatedCustomers
{
    public static List<PurchaseHistory> Of(RepeatPurchaseFamily family, int customers, double r, double alpha, double a, double b, double age, int seed)
    {
#pragma warning disable CA5394 // Statistics, not security.
        var random = new Random(seed);
        var histories = new List<PurchaseHistory>(customers);
        for (var i = 0; i < customers; i++)
        {
            // Customers join over half the time.
            var own = age * (0.5 + 0.5 * random.NextDouble());
            var rate = Gamma(random, r) / alpha;
            double stay = Gamma(random, b), leave = Gamma(random, a), dropout = leave / (leave + stay);
            var repeats = 0;
            var last = 0.0;
            var isAlive = family == RepeatPurchaseFamily.BgNbd || random.NextDouble() >= dropout;
            while (isAlive)
            {
                var next = last - Math.Log(1 - random.NextDouble()) / rate;
                if (next > own) break;
                last = next;
                repeats++;
                isAlive = random.NextDouble() >= dropout;
            }

            histories.Add(new PurchaseHistory(repeats, last, own));
        }

        return histories;
    }

    /// <summary>Marsaglia and Tsang 2000; below shape 1 by the boost of Γ(shape + 1).</summary>
    private static double Gamma(Random random, double shape)
    {
        if (shape < 1) return Gamma(random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        double d = shape - 1.0 / 3, c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + c * normal, 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < normal * normal / 2 + d - d * v + d * Math.Log(v)) return d * v;
        }
    }
#pragma warning restore CA5394
}
