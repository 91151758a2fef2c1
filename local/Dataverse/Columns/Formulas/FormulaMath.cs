using System;
using System.Globalization;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Columns.Formulas;

/// <summary>What both dialects of formulas compute alike. A null operand gives null, and so does a division by zero or a number too large.</summary>
internal static class FormulaMath
{
    public static object? Add(object? left, object? right) => left is string || right is string
        ? Text(left) + Text(right)
        : Numbers(left, right, static (l, r) => l + r);

    public static object? Subtract(object? left, object? right) => Numbers(left, right, static (l, r) => l - r);

    public static object? Multiply(object? left, object? right) => Numbers(left, right, static (l, r) => l * r);

    public static object? Divide(object? left, object? right) => Numbers(left, right, static (l, r) => r == 0 ? null : l / r);

    /// <summary>Two numbers combined; null where one is missing or the result needs more than 96 bit.</summary>
    public static object? Numbers(object? left, object? right, Func<decimal, decimal, decimal?> combine)
    {
        if (Number(left) is not { } l || Number(right) is not { } r) return null;
        try
        {
            return combine(l, r);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>A number, a number written as text, or yes as 1; null for what is none.</summary>
    public static decimal? Number(object? value) => value switch
    {
        decimal number => number,
        bool yes => yes ? 1 : 0,
        string text when decimal.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>How a value reads inside a text: numbers without superfluous zeros.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        DateTime moment => moment.ToString("M/d/yyyy h:mm tt", CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    /// <summary>Order of two values of a kind: texts as columns compare; null where they cannot be compared.</summary>
    public static int? Compare(object? left, object? right) => (left, right) switch
    {
        (string l, string r) => TextOrder.Compare(l, r),
        (DateTime l, DateTime r) => l.CompareTo(r),
        (Guid l, Guid r) => l.CompareTo(r),
        (bool l, bool r) => l.CompareTo(r),
        _ => Number(left) is { } l && Number(right) is { } r ? l.CompareTo(r) : null,
    };
}
