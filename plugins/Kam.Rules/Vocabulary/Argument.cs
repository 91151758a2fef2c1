using System;
using System.Globalization;

namespace Kam.Rules.Vocabulary;

/// <summary>What an argument of a sentence is, and so how a language writes it.</summary>
public enum ArgumentKind
{
    /// <summary>Words that no language translates: a name, a code.</summary>
    Text,

    /// <summary>The key of a text that each language has its own words for: a measure, a band.</summary>
    TextKey,

    /// <summary>A plain number.</summary>
    Number,

    /// <summary>A percentage: 12.5 is 12.5 %.</summary>
    Percent,

    /// <summary>An amount of money with its currency.</summary>
    Money,

    /// <summary>A day.</summary>
    Date,
}

/// <summary>One value in a sentence, kept plain so that any language can write it its own way.</summary>
public sealed record Argument
{
    private const string DateForm = "yyyy-MM-dd";

    private Argument(ArgumentKind kind, string value, string? currency = null)
    {
        Kind = kind;
        Value = value;
        Currency = currency;
    }

    /// <summary>What it is.</summary>
    public ArgumentKind Kind { get; }

    /// <summary>The value in the invariant culture: numbers with a point and their own decimals, days as 2026-03-31.</summary>
    public string Value { get; }

    /// <summary>ISO code of the currency, for money only.</summary>
    public string? Currency { get; }

    /// <summary>Words that are not translated.</summary>
    public static Argument Text(string text) => new(ArgumentKind.Text, text);

    /// <summary>A text of its own, by key.</summary>
    public static Argument TextKey(string key) => new(ArgumentKind.TextKey, key);

    /// <summary>A number, shown with the decimals it has here.</summary>
    public static Argument Number(decimal value) => new(ArgumentKind.Number, Invariant(value));

    /// <summary>A percentage, shown with the decimals it has here.</summary>
    public static Argument Percent(decimal value) => new(ArgumentKind.Percent, Invariant(value));

    /// <summary>An amount with its currency, shown with the decimals it has here.</summary>
    public static Argument Money(decimal amount, string currencyCode) => new(ArgumentKind.Money, Invariant(amount), currencyCode);

    /// <summary>A day; the time of day is dropped.</summary>
    public static Argument Date(DateTime day) => new(ArgumentKind.Date, day.ToString(DateForm, CultureInfo.InvariantCulture));

    /// <summary>An argument as it was stored.</summary>
    /// <exception cref="FormatException">The value is not of its kind, or money lacks its currency.</exception>
    public static Argument Stored(ArgumentKind kind, string value, string? currency)
    {
        var argument = new Argument(kind, value, kind == ArgumentKind.Money ? currency : null);
        if (kind is ArgumentKind.Number or ArgumentKind.Percent or ArgumentKind.Money) _ = argument.AsNumber();
        if (kind == ArgumentKind.Date) _ = argument.AsDate();
        if (kind == ArgumentKind.Money && string.IsNullOrEmpty(currency)) throw new FormatException("Money without a currency.");
        return argument;
    }

    /// <summary>The number of a Number, Percent or Money argument.</summary>
    /// <exception cref="FormatException">It holds no number.</exception>
    public decimal AsNumber() => decimal.Parse(Value, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    /// <summary>The day of a Date argument, UTC.</summary>
    /// <exception cref="FormatException">It holds no day.</exception>
    public DateTime AsDate() => DateTime.SpecifyKind(DateTime.ParseExact(Value, DateForm, CultureInfo.InvariantCulture), DateTimeKind.Utc);

    private static string Invariant(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
