using System;
using System.Collections;
using System.Globalization;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Local.WebApi.Queries.Definitions;

/// <summary>Whether a definition meets a $filter ("Query table definitions using the Web API"): comparisons of primitive and enumeration values.</summary>
internal sealed class DefinitionFilter(QueryConstants constants)
{
    public bool Holds(QueryNode node, object definition)
    {
        node = constants.Unwrap(node);
        switch (node)
        {
            case BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } and:
                return Holds(and.Left, definition) && Holds(and.Right, definition);
            case BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } or:
                return Holds(or.Left, definition) || Holds(or.Right, definition);
            case UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not:
                return !Holds(not.Operand, definition);
            case BinaryOperatorNode comparison:
                return Compare(comparison.OperatorKind, Value(comparison.Left, definition), Value(comparison.Right, definition));
            default:
                throw QueryErrors.Node(node.Kind);
        }
    }

    private object? Value(QueryNode node, object definition)
    {
        node = constants.Unwrap(node);
        return node switch
        {
            ConstantNode { Value: ODataEnumValue choice } constant => constant.TypeReference.Definition is IEdmEnumType type ? Member(type, choice.Value) : choice.Value,
            ConstantNode constant => Comparable(constant.Value),
            SingleValuePropertyAccessNode access => Owner(access.Source, definition) is { } owner ? Comparable(DefinitionModel.Value(owner, access.Property.Name)) : null,
            _ => throw QueryErrors.Node(node.Kind),
        };
    }

    private static object? Owner(QueryNode node, object definition) => node switch
    {
        ResourceRangeVariableReferenceNode => definition,
        SingleComplexNode complex => Owner(complex.Source, definition) is { } owner ? DefinitionModel.Value(owner, complex.Property.Name) : null,
        SingleResourceCastNode cast => Owner(cast.Source, definition),
        _ => throw QueryErrors.Node(node.Kind),
    };

    // An enumeration literal may be given by name or by number.
    private static string Member(IEdmEnumType type, string value)
    {
        if (!long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return value;
        foreach (var member in type.Members)
        {
            if (member.Value.Value == number) return member.Name;
        }
        return value;
    }

    private static object? Comparable(object? value) => value switch
    {
        Enum member => member.ToString(),
        int or long or short or byte => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        double or float or decimal => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.UtcDateTime,
        _ => value,
    };

    private static bool Compare(BinaryOperatorKind kind, object? left, object? right)
    {
        if (left is null || right is null)
        {
            return kind switch
            {
                BinaryOperatorKind.Equal => left is null && right is null,
                BinaryOperatorKind.NotEqual => left is not null || right is not null,
                _ => false,
            };
        }
        // Texts of definitions are names: they are compared as they are written.
        var order = left is string ? string.CompareOrdinal(left as string, right as string) : Comparer.DefaultInvariant.Compare(left, right);
        return kind switch
        {
            BinaryOperatorKind.Equal => order == 0,
            BinaryOperatorKind.NotEqual => order != 0,
            BinaryOperatorKind.GreaterThan => order > 0,
            BinaryOperatorKind.GreaterThanOrEqual => order >= 0,
            BinaryOperatorKind.LessThan => order < 0,
            BinaryOperatorKind.LessThanOrEqual => order <= 0,
            _ => throw QueryErrors.Invalid($"The operator '{kind}' is not supported."),
        };
    }
}
