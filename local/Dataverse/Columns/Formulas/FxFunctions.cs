using System;
using System.Globalization;
using System.Linq;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Columns.Formulas;

/// <summary>Functions and operators of Power Fx formula columns.</summary>
internal static class FxFunctions
{
    public static bool IsTrue(object? value) => value is true || (value is not bool && FormulaMath.Number(value) is { } number && number != 0);

    public static object OrZero(object? value) => value ?? 0m;

    public static object? Add(object? left, object? right) =>
        left is DateTime ? FormulaDates.Add(left, OrZero(right), FormulaUnit.Days) : FormulaMath.Numbers(OrZero(left), OrZero(right), static (l, r) => l + r);

    public static object? Subtract(object? left, object? right) => (left, right) switch
    {
        (DateTime, DateTime) => FormulaDates.Difference(right, left, FormulaUnit.Days),
        (DateTime, _) => FormulaDates.Add(left, FormulaMath.Multiply(OrZero(right), -1m), FormulaUnit.Days),
        _ => FormulaMath.Subtract(OrZero(left), OrZero(right)),
    };

    public static object? Power(object? value, object? exponent)
    {
        var result = Math.Pow((double)(FormulaMath.Number(value) ?? 0), (double)(FormulaMath.Number(exponent) ?? 0));
        return Real(result);
    }

    /// <summary>Comparisons: blank equals blank only, and is 0 beside a number when order is asked.</summary>
    public static object Compare(string sign, object? left, object? right)
    {
        if (sign is "=" or "<>")
        {
            // Texts are equal character by character in Power Fx, but formula columns are computed under the database's collation.
            var equal = left is null || right is null ? left is null && right is null : FormulaMath.Compare(left, right) == 0;
            return equal == (sign == "=");
        }
        if (left is null && right is not string and not DateTime) left = 0m;
        if (right is null && left is not string and not DateTime) right = 0m;
        return FormulaMath.Compare(left, right) is { } order && sign switch { "<" => order < 0, ">" => order > 0, "<=" => order <= 0, _ => order >= 0 };
    }

    /// <summary>The term of a function call.</summary>
    /// <param name="name">Of the function.</param>
    /// <param name="a">Its arguments.</param>
    /// <param name="unit">The unit of time its last argument is; null when it is none.</param>
    /// <exception cref="FormulaException">The function, or this count of arguments, is not known here.</exception>
    public static FormulaTerm Of(string name, FormulaTerm[] a, FormulaUnit? unit)
    {
        object? Value(FormulaRow row, int i) => a[i](row);
        decimal Number(FormulaRow row, int i) => FormulaMath.Number(a[i](row)) ?? 0;
        string Text(FormulaRow row, int i) => FormulaMath.Text(a[i](row));
        DateTime? Moment(FormulaRow row, int i) => a[i](row) as DateTime?;
        object? Part(FormulaRow row, Func<DateTime, int> part) => Moment(row, 0) is { } moment ? (decimal)part(moment) : null;
        if (a.Length > 2 && unit is null && name is "DateAdd" or "DateDiff") throw new FormulaException($"a unit of {name} that is not one of TimeUnit");
        (int Least, int Most, FormulaTerm Term) function = name switch
        {
            "If" => (2, int.MaxValue, row => If(row, a)),
            "Switch" => (3, int.MaxValue, row => Switch(row, a)),
            "And" => (1, int.MaxValue, row => a.All(t => IsTrue(t(row)))),
            "Or" => (1, int.MaxValue, row => a.Any(t => IsTrue(t(row)))),
            "Not" => (1, 1, row => !IsTrue(Value(row, 0))),
            "Blank" => (0, 0, static _ => null),
            "IsBlank" => (1, 1, row => Value(row, 0) is null or ""),
            "Coalesce" => (1, int.MaxValue, row => a.Select(t => t(row)).FirstOrDefault(v => v is not (null or ""))),
            "Abs" => (1, 1, row => Math.Abs(Number(row, 0))),
            "Int" => (1, 1, row => Math.Floor(Number(row, 0))),
            "Trunc" => (1, 2, row => Rounded(Number(row, 0), a.Length > 1 ? Number(row, 1) : 0, MidpointRounding.ToZero)),
            "Round" => (2, 2, row => Rounded(Number(row, 0), Number(row, 1), MidpointRounding.AwayFromZero)),
            "RoundDown" => (2, 2, row => Rounded(Number(row, 0), Number(row, 1), MidpointRounding.ToZero)),
            "RoundUp" => (2, 2, row => RoundedUp(Number(row, 0), Number(row, 1))),
            "Mod" => (2, 2, row => Number(row, 1) is var by && by == 0 ? null : Number(row, 0) - (by * Math.Floor(Number(row, 0) / by))),
            "Power" => (2, 2, row => Power(Number(row, 0), Number(row, 1))),
            "Sqrt" => (1, 1, row => Real(Math.Sqrt((double)Number(row, 0)))),
            "Exp" => (1, 1, row => Real(Math.Exp((double)Number(row, 0)))),
            "Ln" => (1, 1, row => Real(Math.Log((double)Number(row, 0)))),
            "Sum" => (1, int.MaxValue, row => a.Select(t => t(row)).Aggregate((object?)0m, Add)),
            "Average" => (1, int.MaxValue, row => Numbers(row, a) is { Length: > 0 } numbers ? numbers.Average() : null),
            "Max" => (1, int.MaxValue, row => Extreme(row, a, 1)),
            "Min" => (1, int.MaxValue, row => Extreme(row, a, -1)),
            "Concatenate" => (1, int.MaxValue, row => string.Concat(a.Select(t => FormulaMath.Text(t(row))))),
            "Text" => (1, 1, row => Text(row, 0)),
            "Value" or "Decimal" or "Float" => (1, 1, row => FormulaMath.Number(Value(row, 0))),
            "Len" => (1, 1, row => (decimal)Text(row, 0).Length),
            "Left" => (2, 2, row => Text(row, 0) is var text ? text[..Math.Clamp((int)Number(row, 1), 0, text.Length)] : null),
            "Right" => (2, 2, row => Text(row, 0) is var text ? text[^Math.Clamp((int)Number(row, 1), 0, text.Length)..] : null),
            "Mid" => (2, 3, row => Mid(Text(row, 0), Number(row, 1), a.Length > 2 ? Number(row, 2) : int.MaxValue)),
            "Lower" => (1, 1, row => Text(row, 0).ToLowerInvariant()),
            "Upper" => (1, 1, row => Text(row, 0).ToUpperInvariant()),
            "Trim" => (1, 1, row => string.Join(' ', Text(row, 0).Split(' ', StringSplitOptions.RemoveEmptyEntries))),
            "TrimEnds" => (1, 1, row => Text(row, 0).Trim(' ')),
            "StartsWith" => (2, 2, row => TextOrder.Fold(Text(row, 0)).StartsWith(TextOrder.Fold(Text(row, 1)), StringComparison.Ordinal)),
            "EndsWith" => (2, 2, row => TextOrder.Fold(Text(row, 0)).EndsWith(TextOrder.Fold(Text(row, 1)), StringComparison.Ordinal)),
            "Substitute" => (3, 3, row => Text(row, 1) is { Length: > 0 } old ? Text(row, 0).Replace(old, Text(row, 2), StringComparison.Ordinal) : Text(row, 0)),
            "DateAdd" => (2, 3, row => FormulaDates.Add(Value(row, 0), OrZero(Value(row, 1)), unit ?? FormulaUnit.Days)),
            "DateDiff" => (2, 3, row => FormulaDates.Difference(Value(row, 0), Value(row, 1), unit ?? FormulaUnit.Days)),
            "Year" => (1, 1, row => Part(row, static m => m.Year)),
            "Month" => (1, 1, row => Part(row, static m => m.Month)),
            "Day" => (1, 1, row => Part(row, static m => m.Day)),
            "Hour" => (1, 1, row => Part(row, static m => m.Hour)),
            "Minute" => (1, 1, row => Part(row, static m => m.Minute)),
            "Second" => (1, 1, row => Part(row, static m => m.Second)),
            "Weekday" => (1, 1, row => Part(row, static m => (int)m.DayOfWeek + 1)),
            "ISOWeekNum" => (1, 1, row => Part(row, ISOWeek.GetWeekOfYear)),
            "UTCNow" => (0, 0, static row => row.UtcNow),
            "UTCToday" => (0, 0, static row => row.UtcNow.Date),
            "IsUTCToday" => (1, 1, row => Moment(row, 0) is { } moment && moment.Date == row.UtcNow.Date),
            _ => throw new FormulaException($"the function {name}"),
        };
        if (a.Length < function.Least || a.Length > function.Most) throw new FormulaException($"the function {name} with {a.Length} arguments");
        return function.Term;
    }

    private static object? If(FormulaRow row, FormulaTerm[] a)
    {
        for (var i = 0; i + 1 < a.Length; i += 2)
        {
            if (IsTrue(a[i](row))) return a[i + 1](row);
        }
        return a.Length % 2 == 1 ? a[^1](row) : null;
    }

    private static object? Switch(FormulaRow row, FormulaTerm[] a)
    {
        var value = a[0](row);
        for (var i = 1; i + 1 < a.Length; i += 2)
        {
            if (Compare("=", value, a[i](row)) is true) return a[i + 1](row);
        }
        return a.Length % 2 == 0 ? a[^1](row) : null;
    }

    private static decimal[] Numbers(FormulaRow row, FormulaTerm[] a) => a.Select(t => FormulaMath.Number(t(row))).OfType<decimal>().ToArray();

    private static object? Extreme(FormulaRow row, FormulaTerm[] a, int direction)
    {
        object? extreme = null;
        foreach (var value in a.Select(t => t(row)).Where(v => v is not null))
        {
            if (extreme is null || FormulaMath.Compare(value, extreme) == direction || FormulaMath.Compare(value, extreme) * direction > 0) extreme = value;
        }
        return extreme;
    }

    private static string Mid(string text, decimal start, decimal count)
    {
        var from = Math.Clamp((int)start - 1, 0, text.Length);
        return text.Substring(from, (int)Math.Clamp(count, 0, text.Length - from));
    }

    private static decimal Rounded(decimal value, decimal digits, MidpointRounding rounding)
    {
        if (digits >= 0) return Math.Round(value, (int)Math.Min(digits, 28), rounding);
        if (digits < -28) return 0m;
        var unit = 1m;
        for (var i = 0; i < -digits; i++) unit *= 10;
        return Math.Round(value / unit, 0, rounding) * unit;
    }

    private static decimal RoundedUp(decimal value, decimal digits)
    {
        var down = Rounded(value, digits, MidpointRounding.ToZero);
        if (down == value) return down;
        var unit = (Real(Math.Pow(10, -(double)digits)) ?? 0);
        return down + (Math.Sign(value) * unit);
    }

    private static decimal? Real(double value) => double.IsFinite(value) && Math.Abs(value) < 7.9e28 ? (decimal)value : null;
}
