using System;

namespace Local.Cli.Sample;

/// <summary>A random generator whose numbers are the same on every runtime and for ever (SplitMix64, Steele, Lea and Flood 2014).</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong state = seed;

    private ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform whole number in [from, to].</summary>
    public int Between(int from, int to) => from + (int)(Share() * (to - from + 1));

    public bool Chance(double probability) => Share() < probability;

    public T Pick<T>(T[] items) => items[Between(0, items.Length - 1)];

    /// <summary>Standard normal (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share());

    /// <summary>Exponential with a mean.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - Share());

    /// <summary>Gamma with a shape and a scale (Marsaglia and Tsang 2000).</summary>
    public double Gamma(double shape, double scale)
    {
        if (shape < 1) return Gamma(shape + 1, scale) * Math.Pow(1 - Share(), 1 / shape);
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = Math.Pow(1 + c * x, 3);
            if (v > 0 && Math.Log(1 - Share()) < 0.5 * x * x + d - d * v + d * Math.Log(v)) return d * v * scale;
        }
    }

    /// <summary>Beta with its two shapes.</summary>
    public double Beta(double a, double b)
    {
        var x = Gamma(a, 1);
        return x / (x + Gamma(b, 1));
    }
}
