using System;
using System.Globalization;
using System.Linq;
using Microsoft.OData.UriParser;

namespace Local.WebApi.Definitions;

/// <summary>$filter over definitions: comparisons, and, or, not, and the text functions.</summary>
internal static class DefinitionFilter
{
    /// <summary>Whether a definition fits.</summary>
    public static bool Fits(SingleValueNode node, object definition) => Value(node, definition) is true;

    private static object? Value(SingleValueNode node, object definition) => node switch
    {
        ConstantNode { Value: Microsoft.OData.ODataEnumValue named } => named.Value,
        ConstantNode constant => constant.Value,
        ConvertNode convert => Value(convert.Source, definition),
        SingleValuePropertyAccessNode property => Owner(property.Source, definition) is { } owner ? Plain(DefinitionGraph.Value(owner, property.Property.Name)) : null,
        BinaryOperatorNode binary => Compared(binary, definition),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => !Fits(not.Operand, definition),
        SingleValueFunctionCallNode { Name: "contains" or "startswith" or "endswith" } call => Text(call, definition),
        _ => throw ODataFaults.NotSupportedHere($"{node.Kind} in a filter of definitions"),
    };

    private static object? Owner(SingleValueNode source, object definition) => source switch
    {
        ResourceRangeVariableReferenceNode => definition,
        SingleComplexNode complex => Owner(complex.Source, definition) is { } owner ? DefinitionGraph.Value(owner, complex.Property.Name) : null,
        _ => throw ODataFaults.NotSupportedHere($"{source.Kind} in a filter of definitions"),
    };

    private static bool Compared(BinaryOperatorNode node, object definition)
    {
        if (node.OperatorKind == BinaryOperatorKind.And) return Fits(node.Left, definition) && Fits(node.Right, definition);
        if (node.OperatorKind == BinaryOperatorKind.Or) return Fits(node.Left, definition) || Fits(node.Right, definition);
        object? left = Value(node.Left, definition), right = Value(node.Right, definition);
        return node.OperatorKind switch
        {
            BinaryOperatorKind.Equal => Same(left, right),
            BinaryOperatorKind.NotEqual => !Same(left, right),
            BinaryOperatorKind.GreaterThan => Order(left, right) > 0,
            BinaryOperatorKind.GreaterThanOrEqual => Order(left, right) >= 0,
            BinaryOperatorKind.LessThan => Order(left, right) < 0,
            BinaryOperatorKind.LessThanOrEqual => Order(left, right) <= 0,
            _ => throw ODataFaults.NotSupportedHere($"{node.OperatorKind} in a filter of definitions"),
        };
    }

    private static bool Text(SingleValueFunctionCallNode call, object definition)
    {
        var arguments = call.Parameters.Cast<SingleValueNode>().Select(p => Value(p, definition) as string).ToList();
        if (arguments is not [{ } text, { } part]) return false;
        return call.Name switch
        {
            "contains" => text.Contains(part, StringComparison.OrdinalIgnoreCase),
            "startswith" => text.StartsWith(part, StringComparison.OrdinalIgnoreCase),
            _ => text.EndsWith(part, StringComparison.OrdinalIgnoreCase),
        };
    }

    // Members of enumerations stand in URLs by name or by number.
    private static bool Same(object? left, object? right)
    {
        if (left is Enum named && right is string text) return named.ToString() == text || Convert.ToInt64(named, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) == text;
        if (left is string a && right is string b) return string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
        return Equals(left, right);
    }

    private static int? Order(object? left, object? right) => left is IComparable comparable && right is not null && left.GetType() == right.GetType() ? comparable.CompareTo(right) : null;

    private static object? Plain(object? value) => value is DateTime moment ? new DateTimeOffset(moment, TimeSpan.Zero) : value;
}
