using System.Collections.Generic;
using System.Globalization;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Queries;

/// <summary>What <c>like</c> and its kin compare in columns that are no text.</summary>
/// <remarks>
/// The documentation names strings only. Of numbers it is what SQL Server compares, which converts them: whole numbers by their digits, money with two
/// digits after the point, decimals with the ten the platform keeps. Of a choice it is the label the caller reads, as in a quick find over choices.
/// </remarks>
internal static class TextOfValue
{
    private const int DigitsOfMoney = 2, DigitsOfDecimal = 10;

    public static bool IsChoice(ColumnExpression column) => !column.IsHidden && column.Slot.Column.Type is ColumnType.Picklist or ColumnType.State or ColumnType.Status;

    /// <summary>SQL that is true for the options whose label matches.</summary>
    public static string LabelLike(ColumnExpression column, string pattern, int language)
    {
        var like = new LikePattern(pattern);
        var values = new List<string>();
        foreach (var option in column.Slot.Column.OptionSet?.Options ?? [])
        {
            if (option.Label.In(language) is { } label && like.Matches(label)) values.Add(option.Value.ToString(CultureInfo.InvariantCulture));
        }
        return values.Count == 0 ? "(0)" : $"({column.Sql} IN ({string.Join(',', values)}))";
    }

    /// <summary>SQL of a number's digits; null where the column is another.</summary>
    public static string? Number(ColumnExpression column) => column.Slot.Column.Type switch
    {
        ColumnType.Integer or ColumnType.BigInt => $"CAST({column.Sql} AS TEXT)",
        ColumnType.Money => Digits(Rounded(column.Sql, column.Slot.Scale), DigitsOfMoney),
        ColumnType.Decimal => Digits(column.Sql, column.Slot.Scale) + Zeros(column.Slot.Scale, DigitsOfDecimal),
        _ => null,
    };

    // Half a cent goes up, as SQL Server rounds money.
    private static string Rounded(string sql, int scale) => scale <= DigitsOfMoney
        ? $"({sql} * {Power(DigitsOfMoney - scale)})"
        : $"(CASE WHEN {sql} < 0 THEN -1 ELSE 1 END * ((abs({sql}) + {Power(scale - DigitsOfMoney)} / 2) / {Power(scale - DigitsOfMoney)}))";

    private static string Digits(string sql, int scale) =>
        $"(CASE WHEN {sql} < 0 THEN '-' ELSE '' END || CAST(abs({sql}) / {Power(scale)} AS TEXT) || '.' || {(scale == 0 ? "''" : $"substr('{new string('0', scale)}' || (abs({sql}) % {Power(scale)}), -{scale.ToString(CultureInfo.InvariantCulture)})")})";

    private static string Zeros(int scale, int digits) => digits > scale ? $" || '{new string('0', digits - scale)}'" : "";

    private static string Power(int digits) => "1" + new string('0', digits);
}
