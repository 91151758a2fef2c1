using System;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pipeline;

/// <summary>Reads what an aggregate or a linked table answered under an alias; an empty sum is null, not zero.</summary>
internal static class AliasedValues
{
    public static decimal? Sum(this Entity group, string alias) => Value(group, alias) switch
    {
        null => null,
        Money money => money.Value,
        decimal number => number,
        int number => number,
        long number => number,
        double number => (decimal)number,
        var other => throw new InvalidOperationException($"The sum '{alias}' came as {other.GetType().Name}."),
    };

    public static int Count(this Entity group, string alias) => Value(group, alias) is { } count ? Convert.ToInt32(count, System.Globalization.CultureInfo.InvariantCulture) : 0;

    public static DateTime? Day(this Entity group, string alias) => (DateTime?)Value(group, alias);

    public static Guid? Reference(this Entity group, string alias) => Value(group, alias) switch
    {
        null => null,
        EntityReference reference => reference.Id,
        Guid id => id,
        var other => throw new InvalidOperationException($"The reference '{alias}' came as {other.GetType().Name}."),
    };

    public static bool Flag(this Entity group, string alias) => Value(group, alias) is true;

    public static string Text(this Entity group, string alias) => Value(group, alias) as string ?? "";

    /// <summary>The name of the row a lookup leads to; null where it is empty.</summary>
    public static string? NameOf(this Entity group, string alias) => (Value(group, alias) as EntityReference)?.Name;

    private static object? Value(Entity group, string alias) => group.GetAttributeValue<AliasedValue>(alias)?.Value;
}
