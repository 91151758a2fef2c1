using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Schema;
using Local.WebApi.Model;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Queries;

/// <summary>Translates $filter to conditions ("Filter rows using OData").</summary>
internal sealed class FilterTranslation(ServiceModel model, QueryConstants constants)
{
    private readonly Conditions conditions = new(model.Schema);

    /// <summary>The filter of a clause.</summary>
    /// <param name="clause">As parsed.</param>
    /// <param name="table">The table filtered.</param>
    /// <param name="joins">Where lookups that the filter goes through are joined; null where it stands in a join itself.</param>
    public FilterExpression Translate(FilterClause clause, Table table, JoinedTables? joins) =>
        Translate(clause.Expression, negate: false, new Place(table, clause.RangeVariable.Name, joins));

    private FilterExpression Translate(QueryNode node, bool negate, Place place)
    {
        node = constants.Unwrap(node);
        return node switch
        {
            BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } chain => Chain(chain, negate, place),
            BinaryOperatorNode comparison => Comparison(comparison, negate, place),
            UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => Translate(not.Operand, !negate, place),
            SingleValueFunctionCallNode { Functions: { } functions } call when functions.Any() => QueryFunctionCall(call, negate, place),
            SingleValueFunctionCallNode call => TextFunction(call, negate, place),
            AnyNode any => Lambda(any, negate ? JoinOperator.NotAny : JoinOperator.Any, negateBody: false, place),
            AllNode all => Lambda(all, negate ? JoinOperator.Any : JoinOperator.NotAny, negateBody: true, place),
            _ => throw QueryErrors.Node(node.Kind),
        };
    }

    // A long chain is a deep tree to the left: it is walked, not recursed into.
    private FilterExpression Chain(BinaryOperatorNode chain, bool negate, Place place)
    {
        var kind = chain.OperatorKind;
        var operands = new Stack<QueryNode>();
        QueryNode left = chain;
        while (constants.Unwrap(left) is BinaryOperatorNode next && next.OperatorKind == kind)
        {
            operands.Push(next.Right);
            left = next.Left;
        }
        operands.Push(left);
        var filter = new FilterExpression((kind == BinaryOperatorKind.Or) != negate ? LogicalOperator.Or : LogicalOperator.And);
        foreach (var operand in operands) Conditions.Add(filter, Translate(operand, negate, place));
        return filter;
    }

    private FilterExpression Comparison(BinaryOperatorNode node, bool negate, Place place)
    {
        var (left, right) = (constants.Unwrap(node.Left), constants.Unwrap(node.Right));
        var comparison = Operator(node.OperatorKind);
        if (QueryConstants.IsConstant(left, out _)) (left, right, comparison) = (right, left, Turned(comparison));
        var path = Path(left, place);
        if (!QueryConstants.IsConstant(right, out var value))
        {
            var other = Path(right, place);
            if (path.Steps.Count + other.Steps.Count > 0) throw QueryErrors.Invalid("Only columns of the same row can be compared.");
            return conditions.OnColumns(place, path, negate, comparison, other);
        }
        if (value is null && comparison is ConditionOperator.Equal) return conditions.On(place, path, negate, ConditionOperator.Null);
        if (value is null && comparison is ConditionOperator.NotEqual) return conditions.On(place, path, negate, ConditionOperator.NotNull);
        if (value is string list && path.Table.Find(path.Column)?.Type == ColumnType.MultiSelectPicklist) return Choices(path, list, comparison, negate, place);
        return conditions.On(place, path, negate, comparison, value);
    }

    private FilterExpression Choices(ColumnPath path, string list, ConditionOperator comparison, bool negate, Place place) => comparison switch
    {
        ConditionOperator.Equal => conditions.On(place, path, negate, ConditionOperator.In, list.Split(',')),
        ConditionOperator.NotEqual => conditions.On(place, path, negate, ConditionOperator.NotIn, list.Split(',')),
        _ => conditions.On(place, path, negate, comparison, list),
    };

    private FilterExpression TextFunction(SingleValueFunctionCallNode call, bool negate, Place place)
    {
        var arguments = call.Parameters.Select(constants.Unwrap).ToList();
        if (call.Name is not ("contains" or "startswith" or "endswith")) throw QueryErrors.Invalid($"The function '{call.Name}' is not supported.");
        var path = Path(arguments[0], place);
        if (!QueryConstants.IsConstant(arguments[1], out var value) || value is not string text) throw QueryErrors.Node(arguments[1].Kind);
        // Wildcards in the value work as such ("Use wildcard characters").
        var pattern = (call.Name == "startswith" ? "" : "%") + text + (call.Name == "endswith" ? "" : "%");
        return conditions.On(place, path, negate, ConditionOperator.Like, pattern);
    }

    private FilterExpression QueryFunctionCall(SingleValueFunctionCallNode call, bool negate, Place place)
    {
        var comparison = FunctionConditions.Operator(call.Name);
        // Full-text search: only a column with such an index has it, and no table here does.
        if (comparison == ConditionOperator.Contains) throw QueryErrors.NotSupportedHere("Microsoft.Dynamics.CRM.Contains, use the function contains");
        string? property = null;
        var values = new List<object?>();
        foreach (var parameter in call.Parameters.OfType<NamedFunctionParameterNode>())
        {
            var given = constants.Unwrap(parameter.Value);
            if (parameter.Name == FunctionConditions.PropertyName) property = QueryConstants.IsConstant(given, out var name) ? name as string : null;
            else if (parameter.Name == "PropertyValues") values.AddRange(constants.List(given));
            else if (QueryConstants.IsConstant(given, out var value)) values.Add(value);
            else throw QueryErrors.Node(given.Kind);
        }
        if (property is null) throw QueryErrors.Invalid($"The function '{call.Name}' needs the name of a property as text.");
        return conditions.On(place, Here(ColumnPath.Of(model, call.Source, property), place), negate, comparison, [.. values]);
    }

    private FilterExpression Lambda(LambdaNode lambda, JoinOperator join, bool negateBody, Place place)
    {
        if (lambda.Source is not CollectionNavigationNode collection) throw QueryErrors.Node(lambda.Source.Kind);
        var (variable, steps, table) = ColumnPath.Rows(model, collection.Source);
        if (steps.Count > 0 || variable != place.Variable)
        {
            throw QueryErrors.Invalid("Conditions on a collection-valued navigation property that is nested in a lookup navigation property are not supported.");
        }
        var step = model.NavigationOf(table, collection.NavigationProperty.Name) ?? throw QueryErrors.NoProperty(collection.NavigationProperty.Name, table.LogicalName);
        var link = Related.ToMany(model.Schema, step, join, out var rows);
        if (constants.Unwrap(lambda.Body) is not ConstantNode { Value: true })
        {
            rows.LinkCriteria = Translate(lambda.Body, negateBody, new Place(model.Schema.Tables[step.TargetTable!], lambda.CurrentRangeVariable.Name, Joins: null));
        }
        return Related.Exist(link);
    }

    private ColumnPath Path(QueryNode node, Place place) => Here(ColumnPath.Of(model, node) ?? throw QueryErrors.Node(node.Kind), place);

    // Inside a lambda only its own rows can be asked about.
    private static ColumnPath Here(ColumnPath path, Place place) =>
        path.Variable == place.Variable ? path : throw QueryErrors.Invalid($"Only properties of '{place.Variable}' can be used in this expression.");

    private static ConditionOperator Operator(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equal => ConditionOperator.Equal,
        BinaryOperatorKind.NotEqual => ConditionOperator.NotEqual,
        BinaryOperatorKind.GreaterThan => ConditionOperator.GreaterThan,
        BinaryOperatorKind.GreaterThanOrEqual => ConditionOperator.GreaterEqual,
        BinaryOperatorKind.LessThan => ConditionOperator.LessThan,
        BinaryOperatorKind.LessThanOrEqual => ConditionOperator.LessEqual,
        _ => throw QueryErrors.Invalid($"The operator '{kind}' is not supported."),
    };

    private static ConditionOperator Turned(ConditionOperator comparison) => comparison switch
    {
        ConditionOperator.GreaterThan => ConditionOperator.LessThan,
        ConditionOperator.GreaterEqual => ConditionOperator.LessEqual,
        ConditionOperator.LessThan => ConditionOperator.GreaterThan,
        ConditionOperator.LessEqual => ConditionOperator.GreaterEqual,
        _ => comparison,
    };
}
