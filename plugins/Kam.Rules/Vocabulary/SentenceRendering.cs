using System.Globalization;
using System.Linq;

namespace Kam.Rules.Vocabulary;

/// <summary>The text of a key in one language; null when the language has none.</summary>
public delegate string? TextLookup(string key);

/// <summary>Writes sentences in a language. Numbers and days follow the culture, money is "CHF 1,250.00".</summary>
public static class SentenceRendering
{
    /// <summary>The sentence in a language.</summary>
    /// <remarks>A key without text is shown as [key]: an explanation stored by a newer version must still open.</remarks>
    public static string Render(this Sentence sentence, TextLookup textOf, CultureInfo culture)
    {
        if (textOf(sentence.Key) is not { } text) return Unknown(sentence.Key);
        return string.Format(culture, text, sentence.Arguments.Select(argument => (object)argument.Render(textOf, culture)).ToArray());
    }

    /// <summary>One argument in a language.</summary>
    public static string Render(this Argument argument, TextLookup textOf, CultureInfo culture) => argument.Kind switch
    {
        ArgumentKind.TextKey => textOf(argument.Value) ?? Unknown(argument.Value),
        ArgumentKind.Number => Written(argument.AsNumber(), culture),
        ArgumentKind.Percent => Written(argument.AsNumber(), culture) + " %",
        ArgumentKind.Money => argument.Currency + " " + Written(argument.AsNumber(), culture),
        ArgumentKind.Date => argument.AsDate().ToString("d", culture),
        _ => argument.Value,
    };

    private static string Written(decimal value, CultureInfo culture) => value.ToString("N" + DecimalsOf(value), culture);

    private static int DecimalsOf(decimal value) => (decimal.GetBits(value)[3] >> 16) & 0xFF;

    private static string Unknown(string key) => "[" + key + "]";
}
