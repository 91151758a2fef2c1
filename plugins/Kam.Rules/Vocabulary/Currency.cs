using System;

namespace Kam.Rules.Vocabulary;

/// <summary>A currency and how amounts in it are rounded. Halves go away from zero, as in commerce.</summary>
/// <model stage="Conventions">CHF cash amounts round to 0.05, other currencies to their own precision</model>
public sealed record Currency
{
    private const string SwissFranc = "CHF";
    private const decimal SmallestSwissCoin = 0.05m;

    /// <param name="code">ISO 4217, three letters.</param>
    /// <param name="precision">Decimals of an amount, 0 to 10.</param>
    /// <exception cref="ArgumentException">Not three letters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Precision outside 0 to 10.</exception>
    public Currency(string code, int precision)
    {
        if (code.Length != 3) throw new ArgumentException("A currency code has three letters.", nameof(code));
        if (precision is < 0 or > 10) throw new ArgumentOutOfRangeException(nameof(precision), precision, "0 to 10 decimals.");
        Code = code;
        Precision = precision;
    }

    /// <summary>ISO 4217 code.</summary>
    public string Code { get; }

    /// <summary>Decimals of an amount.</summary>
    public int Precision { get; }

    /// <summary>The smallest amount on account: 0.01 with two decimals.</summary>
    public decimal Unit
    {
        get
        {
            var unit = 1m;
            for (var decimals = 0; decimals < Precision; decimals++) unit /= 10m;
            return unit;
        }
    }

    /// <summary>The smallest amount in cash: 0.05 in CHF, in every other currency the <see cref="Unit"/>.</summary>
    public decimal CashUnit => Code == SwissFranc ? SmallestSwissCoin : Unit;

    /// <summary>Rounds an amount on account: to the currency's own precision.</summary>
    public decimal Round(decimal amount) => Math.Round(amount, Precision, MidpointRounding.AwayFromZero);

    /// <summary>Rounds an amount paid in cash: CHF to 0.05, every other currency as <see cref="Round"/>.</summary>
    public decimal RoundCash(decimal amount) =>
        Code == SwissFranc
            ? Math.Round(amount / SmallestSwissCoin, 0, MidpointRounding.AwayFromZero) * SmallestSwissCoin
            : Round(amount);
}
