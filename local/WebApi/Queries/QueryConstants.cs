using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Local.WebApi.Queries;

/// <summary>Literals and parameter aliases of a URL as the values that conditions take.</summary>
internal sealed class QueryConstants(ODataUriParser parser)
{
    /// <summary>The node behind conversions and parameter aliases. An alias without value means null.</summary>
    public QueryNode Unwrap(QueryNode node)
    {
        // Aliases may name each other; more often than there are aliases only in a circle.
        for (var hops = 0; hops < 100; hops++)
        {
            switch (node)
            {
                case ConvertNode convert:
                    node = convert.Source;
                    break;
                case ParameterAliasNode alias:
                    if (!parser.ParameterAliasNodes.TryGetValue(alias.Alias, out var named) || named is null) return new ConstantNode(null);
                    node = named;
                    break;
                default:
                    return node;
            }
        }
        throw QueryErrors.Invalid("The parameter aliases of the query refer to each other.");
    }

    /// <summary>Whether a node is a literal, and its value as conditions take it.</summary>
    public static bool IsConstant(QueryNode node, out object? value)
    {
        value = null;
        if (node is not ConstantNode constant) return false;
        value = Plain(constant.Value);
        return true;
    }

    /// <summary>The values of a list literal, <c>["5","2000"]</c>.</summary>
    public IReadOnlyList<object?> List(QueryNode node) => Unwrap(node) switch
    {
        ConstantNode { Value: ODataCollectionValue list } => list.Items.Select(Plain).ToList(),
        CollectionConstantNode list => list.Collection.Select(item => Plain(item.Value)).ToList(),
        ConstantNode { Value: null } => [],
        var other => throw QueryErrors.Node(other.Kind),
    };

    private static object? Plain(object? value) => value switch
    {
        DateTimeOffset moment => moment.UtcDateTime,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
#pragma warning disable CS0618 // The parser of this version still makes them.
        Date day => new DateTime(day.Year, day.Month, day.Day, 0, 0, 0, DateTimeKind.Utc),
#pragma warning restore CS0618
        float number => (double)number,
        ODataEnumValue choice => choice.Value,
        string or bool or int or long or short or byte or sbyte or decimal or double or Guid or null => value,
        _ => throw QueryErrors.Invalid($"A value of type {value.GetType().Name} cannot be compared with a property."),
    };
}
