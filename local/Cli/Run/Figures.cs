using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace Local.Cli.Run;

/// <summary>How figures of a row are written for a Swiss reader: 1’234’567, and a word where there is no figure.</summary>
internal static class Figures
{
    private static readonly CultureInfo Swiss = CultureInfo.GetCultureInfo("de-CH");

    public static string Whole(decimal value) => value.ToString("#,##0", Swiss);

    public static string OneDigit(decimal value) => value.ToString("#,##0.0", Swiss);

    public static string? Amount(this Entity row, string column) => row.GetAttributeValue<Money>(column) is { } money ? Whole(money.Value) : null;

    public static string? Number(this Entity row, string column, string format) => row.GetAttributeValue<decimal?>(column)?.ToString(format, Swiss);

    /// <summary>What the choice is called in the user's language; empty when none is chosen.</summary>
    public static string Label(this Entity row, string column) => row.FormattedValues.TryGetValue(column, out var label) ? label : "";

    public static int? Choice(this Entity row, string column) => row.GetAttributeValue<OptionSetValue>(column)?.Value;

    public static string Linked(this Entity row, string column) => row.GetAttributeValue<AliasedValue>(column)?.Value as string ?? "";
}
