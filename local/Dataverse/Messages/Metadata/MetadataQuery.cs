using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Metadata.Query;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Messages.Metadata;

/// <summary>Applies the conditions of a metadata query to definitions.</summary>
internal static class MetadataQuery
{
    public static bool Matches(MetadataFilterExpression? filter, MetadataBase definition)
    {
        if (filter is null || (filter.Conditions.Count == 0 && filter.Filters.Count == 0)) return true;
        var results = filter.Conditions.Select(c => Matches(c, definition)).Concat(filter.Filters.Select(f => Matches(f, definition)));
        return filter.FilterOperator == LogicalOperator.Or ? results.Any(r => r) : results.All(r => r);
    }

    private static bool Matches(MetadataConditionExpression condition, MetadataBase definition)
    {
        var value = Plain(ValueOf(definition, condition.PropertyName));
        return condition.ConditionOperator switch
        {
            MetadataConditionOperator.Equals => Equals(value, condition.Value),
            MetadataConditionOperator.NotEquals => !Equals(value, condition.Value),
            MetadataConditionOperator.In => ((IEnumerable)condition.Value).Cast<object>().Any(v => Equals(value, v)),
            MetadataConditionOperator.NotIn => !((IEnumerable)condition.Value).Cast<object>().Any(v => Equals(value, v)),
            MetadataConditionOperator.GreaterThan => Compare(value, condition.Value) > 0,
            MetadataConditionOperator.LessThan => Compare(value, condition.Value) < 0,
            _ => throw PlatformErrors.NotSupportedHere($"metadata condition {condition.ConditionOperator}"),
        };
    }

    // A property that only some kinds of columns have is empty in the others.
    private static object? ValueOf(MetadataBase definition, string name)
    {
        if (definition.GetType().GetProperty(name ?? "") is { } property) return property.GetValue(definition);
        var kin = definition is AttributeMetadata ? typeof(AttributeMetadata) : definition is RelationshipMetadataBase ? typeof(RelationshipMetadataBase) : definition.GetType();
        if (kin.Assembly.GetExportedTypes().Any(t => t.IsSubclassOf(kin) && t.GetProperty(name ?? "") is not null)) return null;
        throw PlatformErrors.InvalidArgument.Fault($"{definition.GetType().Name} has no property {name}.");
    }

    // Managed properties and named constants stand for the value they wrap.
    private static object? Plain(object? value) =>
        value is null or string or ValueType ? value : value.GetType().GetProperty("Value")?.GetValue(value) ?? value;

    private static new bool Equals(object? left, object? right)
    {
        right = Plain(right);
        if (left is string a && right is string b) return string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
        if (left is Enum && right is string name) return string.Equals(left.ToString(), name, StringComparison.OrdinalIgnoreCase);
        if (left is Enum && right is int number) return Convert.ToInt32(left, CultureInfo.InvariantCulture) == number;
        return object.Equals(left, right);
    }

    private static int Compare(object? left, object? right) =>
        left is IComparable comparable && right is not null && left.GetType() == right.GetType() ? comparable.CompareTo(right) : 0;
}
