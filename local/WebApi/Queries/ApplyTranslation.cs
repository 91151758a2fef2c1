using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Local.Dataverse.Schema;
using Local.WebApi.Model;
using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Queries;

/// <summary>Translates $apply to an aggregate query ("Aggregate data using OData").</summary>
internal sealed class ApplyTranslation
{
    private readonly ServiceModel model;
    private readonly QueryUrl url;
    private readonly RowsPath path;
    private readonly QueryExpression query;
    private readonly JoinedTables joins;

    // What the fetch will return, in order: name in the answer, and the attribute element with where it stands (null: the table itself).
    private readonly List<(string Name, XElement Attribute, string? Alias)> columns = new();

    public ApplyTranslation(ServiceModel model, QueryUrl url, RowsPath path)
    {
        (this.model, this.url, this.path) = (model, url, path);
        query = new QueryExpression(path.Table.LogicalName);
        joins = new JoinedTables(model.Schema, query);
    }

    public RowsPlan Translate()
    {
        foreach (var option in new[] { "$select", "$expand", "$filter", "$skiptoken", "$count" })
        {
            if (url.Has(option)) throw QueryErrors.NotSupportedHere($"{option} beside $apply; use filter(…) in $apply");
        }
        if (path.IsSingle || path.IsCount || path.IsReferences) throw QueryErrors.Invalid("$apply can be applied only on collections.");
        foreach (var transformation in url.Apply()?.Transformations ?? []) Take(transformation);
        if (columns.Count == 0) throw QueryErrors.NotSupportedHere("$apply without groupby or aggregate");
        path.Narrow(query);
        // First what is of the table itself, then what is of related rows, as the platform's answers have it.
        return new FetchPlan(Fetch())
        {
            Projection = new Projection { Table = path.Table, Columns = [], Aliases = columns.OrderBy(c => c.Alias is not null).Select(c => c.Name).ToList(), IsAggregate = true },
            Context = path.Table.EntitySetName,
        };
    }

    private void Take(TransformationNode transformation)
    {
        if (columns.Count > 0) throw QueryErrors.NotSupportedHere("a transformation behind groupby or aggregate");
        switch (transformation)
        {
            case FilterTransformationNode filter:
                var translated = new FilterTranslation(model, url.Constants).Translate(filter.FilterClause, path.Table, joins);
                query.Criteria.AddFilter(translated);
                break;
            case AggregateTransformationNode aggregate:
                AddAggregates(aggregate);
                break;
            case GroupByTransformationNode group:
                foreach (var property in group.GroupingProperties) AddGroup(property, property.Name);
                if (group.ChildTransformations is AggregateTransformationNode figures) AddAggregates(figures);
                else if (group.ChildTransformations is not null) throw QueryErrors.NotSupportedHere("anything but aggregate in groupby");
                break;
            default:
                throw QueryErrors.Invalid($"The transformation {transformation.Kind} is not supported.");
        }
    }

    private void AddGroup(GroupByPropertyNode property, string name)
    {
        foreach (var child in property.ChildTransformations) AddGroup(child, name + "/" + child.Name);
        if (property.Expression is null) return;
        var of = ColumnPath.Of(model, url.Constants.Unwrap(property.Expression)) ?? throw QueryErrors.Node(property.Expression.Kind);
        var column = of.Table.Find(of.Column)!;
        // "groupby with datetime values is not supported."
        if (column.Type == ColumnType.DateTime) throw QueryErrors.Invalid("groupby with datetime values is not supported.");
        // The platform calls a group by a column of a related row contact_fullname.
        var alias = of.Steps.Count == 0 ? PropertyNames.Of(column) : $"{of.Table.LogicalName}_{of.Column}";
        Add(alias, of, new XAttribute("groupby", true));
    }

    private void AddAggregates(AggregateTransformationNode aggregate)
    {
        foreach (var expression in aggregate.AggregateExpressions.OfType<AggregateExpression>())
        {
            if (expression.Method == AggregationMethod.VirtualPropertyCount)
            {
                Add(expression.Alias, new ColumnPath("$it", [], path.Table, path.Table.PrimaryId), new XAttribute("aggregate", "count"));
                continue;
            }
            var of = ColumnPath.Of(model, url.Constants.Unwrap(expression.Expression)) ?? throw QueryErrors.Node(expression.Expression.Kind);
            Add(expression.Alias, of, Function(expression).ToArray());
        }
    }

    private static IEnumerable<XAttribute> Function(AggregateExpression expression)
    {
        yield return new XAttribute("aggregate", expression.Method switch
        {
            AggregationMethod.Sum => "sum",
            AggregationMethod.Average => "avg",
            AggregationMethod.Min => "min",
            AggregationMethod.Max => "max",
            AggregationMethod.CountDistinct => "countcolumn",
            _ => throw QueryErrors.Invalid($"The aggregation method '{expression.MethodDefinition.MethodLabel}' is not supported."),
        });
        if (expression.Method == AggregationMethod.CountDistinct) yield return new XAttribute("distinct", true);
    }

    private void Add(string name, ColumnPath of, params XAttribute[] how)
    {
        if (columns.Exists(c => c.Name == name)) throw QueryErrors.Invalid($"The alias '{name}' is used more than once.");
        var attribute = new XElement("attribute", new XAttribute("name", of.Column), new XAttribute("alias", name));
        attribute.Add(how);
        columns.Add((name, attribute, of.Steps.Count == 0 ? null : joins.Join(of.Steps).EntityAlias));
    }

    private FetchExpression Fetch()
    {
        var orders = Orders().ToList();
        query.ColumnSet = new ColumnSet(false);
        var fetch = FetchXml.Of(query);
        fetch.Add(new XAttribute("aggregate", true), new XAttribute("useraworderby", true));
        if (url.Top() is { } top) fetch.Add(new XAttribute("top", Math.Max(top, 1)));
        var entity = fetch.Element("entity")!;
        foreach (var (_, attribute, alias) in columns)
        {
            var into = alias is null ? entity : entity.Descendants("link-entity").First(l => l.Attribute("alias")?.Value == alias);
            into.Add(attribute);
        }
        entity.Add(orders);
        return new FetchExpression(fetch.ToString(SaveOptions.DisableFormatting));
    }

    // Groups can be ordered, aggregates can not: "The query node SingleValueOpenPropertyAccess is not supported".
    private IEnumerable<XElement> Orders()
    {
        for (var term = url.OrderBy(); term is not null; term = term.ThenBy)
        {
            var node = url.Constants.Unwrap(term.Expression);
            var of = ColumnPath.Of(model, node) ?? throw QueryErrors.Node(node.Kind);
            var name = PropertyNames.Of(of.Table.Find(of.Column)!);
            if (of.Steps.Count > 0 || !columns.Exists(c => c.Name == name)) throw QueryErrors.Node(QueryNodeKind.SingleValueOpenPropertyAccess);
            yield return new XElement("order", new XAttribute("alias", name), new XAttribute("descending", term.Direction == OrderByDirection.Descending));
        }
    }
}
