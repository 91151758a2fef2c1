using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Local.Dataverse.Queries.Calendars;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Queries;

/// <summary>How values read in one language: labels of options, amounts with their symbol, numbers and dates in the language's form.</summary>
/// <remarks>The locale of the user's settings decides the form of numbers and dates, without one the language does; single formats a user changed are not kept. Times are those of the user's clock.</remarks>
internal sealed class FormattedText
{
    private readonly int language, baseLanguage;
    private readonly CultureInfo culture;
    private readonly UserCalendar calendar;
    private readonly Dictionary<(int Precision, string Symbol), NumberFormatInfo> amounts = new();

    public FormattedText(int language, int baseLanguage, int? locale, UserCalendar calendar)
    {
        this.calendar = calendar;
        this.language = language;
        this.baseLanguage = baseLanguage;
        culture = CultureInfo.GetCultureInfo(locale ?? language);
    }

    /// <summary>The label of an option, or null when the choice does not have it.</summary>
    public string? Option(Column column, int value) => column.OptionSet?.Find(value)?.Label.In(language, baseLanguage);

    /// <summary>Yes or No in the column's own words.</summary>
    public string YesNo(Column column, bool value) => Option(column, value ? 1 : 0) ?? (value ? "Yes" : "No");

    /// <summary>Labels of several options, in the order of their values.</summary>
    public string Options(Column column, OptionSetValueCollection values)
    {
        var text = new StringBuilder();
        foreach (var value in values)
        {
            if (text.Length > 0) text.Append("; ");
            text.Append(Option(column, value.Value));
        }
        return text.ToString();
    }

    public string Whole(long value) => value.ToString("N0", culture);

    /// <summary>A number with a fixed count of digits after the point.</summary>
    public string Number(decimal value, int digits) => value.ToString(digits switch { 0 => "N0", 1 => "N1", 2 => "N2", 3 => "N3", 4 => "N4", _ => "N" + digits.ToString(CultureInfo.InvariantCulture) }, culture);

    public string Number(double value, int digits) => value.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), culture);

    /// <summary>An amount with the symbol of its currency.</summary>
    public string Amount(decimal value, Currency? currency)
    {
        var key = (currency?.Precision ?? 2, currency?.Symbol ?? "");
        if (!amounts.TryGetValue(key, out var format))
        {
            format = (NumberFormatInfo)culture.NumberFormat.Clone();
            format.CurrencySymbol = key.Item2;
            format.CurrencyDecimalDigits = key.Item1;
            amounts[key] = format;
        }
        return value.ToString("C", format).Trim();
    }

    public string Moment(Column column, DateTime value)
    {
        var shown = column.DateBehavior == DateBehavior.UserLocal && !calendar.IsUtc ? calendar.Local(value) : value;
        return shown.ToString(column.DateBehavior == DateBehavior.DateOnly || column.Format is "date" ? "d" : "g", culture);
    }
}
