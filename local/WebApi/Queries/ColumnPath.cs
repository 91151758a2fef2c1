using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Schema;
using Local.WebApi.Model;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace Local.WebApi.Queries;

/// <summary>A column as a query names it: from the rows around the expression over lookups to the row that has it.</summary>
/// <param name="Variable">Range variable it starts from: <c>$it</c>, or that of a lambda.</param>
/// <param name="Steps">The lookups gone through, in order.</param>
/// <param name="Table">The table that has the column.</param>
/// <param name="Column">Logical name of the column.</param>
internal sealed record ColumnPath(string Variable, IReadOnlyList<Navigation> Steps, Table Table, string Column)
{
    /// <summary>The path of a property node; null when the node is not a property.</summary>
    public static ColumnPath? Of(ServiceModel model, QueryNode node)
    {
        if (node is not SingleValuePropertyAccessNode access) return null;
        var (variable, steps, table) = Rows(model, access.Source);
        var column = model.ColumnOf(table, access.Property.Name) ?? throw QueryErrors.NoProperty(access.Property.Name, table.LogicalName);
        return new ColumnPath(variable, steps, table, column.LogicalName);
    }

    /// <summary>The path of a column that a query function names: <c>createdon</c>, <c>_ownerid_value</c>, <c>primarycontactid/createdon</c>, <c>t/createdon</c>.</summary>
    public static ColumnPath Of(ServiceModel model, QueryNode source, string property)
    {
        var (variable, steps, table) = Rows(model, source);
        var parts = property.Split('/');
        foreach (var part in parts[..^1])
        {
            if (part == variable) continue;
            var step = model.NavigationOf(table, part);
            if (step is null || step.IsCollection || step.TargetTable is null) throw QueryErrors.NoProperty(part, table.LogicalName);
            steps = [.. steps, step];
            table = model.Schema.Tables[step.TargetTable];
        }
        // The platform takes a lookup by either name here; a name that is none is refused where the query runs.
        return new ColumnPath(variable, steps, table, model.ColumnOf(table, parts[^1])?.LogicalName ?? parts[^1]);
    }

    /// <summary>The rows a node stands for.</summary>
    public static (string Variable, IReadOnlyList<Navigation> Steps, Table Table) Rows(ServiceModel model, QueryNode node)
    {
        var steps = new List<Navigation>();
        var casts = new Stack<string>();
        var sources = new Stack<SingleNavigationNode>();
        while (true)
        {
            switch (node)
            {
                case SingleNavigationNode navigation:
                    sources.Push(navigation);
                    node = navigation.Source;
                    continue;
                case SingleResourceCastNode cast:
                    casts.Push(cast.StructuredTypeReference.FullName());
                    node = cast.Source;
                    continue;
                case ResourceRangeVariableReferenceNode reference:
                    var table = model.TableOf(reference.RangeVariable.TypeReference.Definition) ?? throw QueryErrors.Node(node.Kind);
                    foreach (var source in sources)
                    {
                        var step = model.NavigationOf(table, source.NavigationProperty.Name);
                        // An owner is a user or a team: his columns are not known, and the platform refuses to look.
                        if (step?.TargetTable is null) throw QueryErrors.Node(QueryNodeKind.SingleNavigationNode);
                        steps.Add(step);
                        table = model.Schema.Tables[step.TargetTable];
                    }
                    if (casts.Any(c => c != ServiceModel.Namespace + "." + table.LogicalName)) throw QueryErrors.Node(QueryNodeKind.SingleResourceCast);
                    return (reference.Name, steps, table);
                default:
                    throw QueryErrors.Node(node.Kind);
            }
        }
    }
}
