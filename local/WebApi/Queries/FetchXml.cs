using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Local.Dataverse.Queries;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Queries;

/// <summary>Writes a query as FetchXML: for what QueryExpression cannot say, as counting distinct values or ordering choices by number.</summary>
internal static class FetchXml
{
    /// <summary>The query without paging, as a fetch element with its entity.</summary>
    public static XElement Of(QueryExpression query)
    {
        var entity = new XElement("entity", new XAttribute("name", query.EntityName));
        Fill(entity, query.ColumnSet, query.Criteria, query.LinkEntities, query.Orders);
        return new XElement("fetch", entity);
    }

    private static void Fill(XElement into, ColumnSet columns, FilterExpression filter, IEnumerable<LinkEntity> links, IEnumerable<OrderExpression> orders)
    {
        if (columns.AllColumns) into.Add(new XElement("all-attributes"));
        foreach (var column in columns.Columns) into.Add(new XElement("attribute", new XAttribute("name", column)));
        foreach (var order in orders)
        {
            into.Add(new XElement("order", new XAttribute("attribute", order.AttributeName), new XAttribute("descending", order.OrderType == OrderType.Descending)));
        }
        if (!IsEmpty(filter)) into.Add(Filter(filter));
        foreach (var link in links) into.Add(Link(link));
    }

    private static XElement Filter(FilterExpression filter)
    {
        var written = new XElement("filter", new XAttribute("type", filter.FilterOperator == LogicalOperator.Or ? "or" : "and"));
        foreach (var condition in filter.Conditions) written.Add(Condition(condition));
        foreach (var inner in filter.Filters.Where(f => !IsEmpty(f))) written.Add(Filter(inner));
        if (filter.AnyAllFilterLinkEntity is { } related) written.Add(Link(related));
        return written;
    }

    private static bool IsEmpty(FilterExpression filter) => filter.Conditions.Count + filter.Filters.Count == 0 && filter.AnyAllFilterLinkEntity is null;

    private static XElement Link(LinkEntity link)
    {
        var written = new XElement(
            "link-entity",
            new XAttribute("name", link.LinkToEntityName), new XAttribute("from", link.LinkToAttributeName), new XAttribute("to", link.LinkFromAttributeName),
            new XAttribute("link-type", LinkType(link.JoinOperator)));
        if (!string.IsNullOrEmpty(link.EntityAlias)) written.Add(new XAttribute("alias", link.EntityAlias));
        Fill(written, link.Columns, link.LinkCriteria, link.LinkEntities, link.Orders);
        return written;
    }

    private static string LinkType(JoinOperator join) => join switch
    {
        JoinOperator.Inner => "inner",
        JoinOperator.LeftOuter => "outer",
        JoinOperator.Any => "any",
        JoinOperator.NotAny => "not any",
        _ => throw new ArgumentOutOfRangeException(nameof(join), join, "No query of a URL joins so."),
    };

    private static XElement Condition(ConditionExpression condition)
    {
        var written = new XElement(
            "condition", new XAttribute("attribute", condition.AttributeName), new XAttribute("operator", FetchOperators.NameOf(condition.Operator)));
        if (!string.IsNullOrEmpty(condition.EntityName)) written.Add(new XAttribute("entityname", condition.EntityName));
        if (condition.CompareColumns) written.Add(new XAttribute("valueof", condition.Values[0]));
        else if (condition.Values.Count == 1) written.Add(new XAttribute("value", Text(condition.Values[0])));
        else written.Add(condition.Values.Select(v => new XElement("value", Text(v))));
        return written;
    }

    private static string Text(object? value) => value switch
    {
        null => throw QueryErrors.Invalid("null can only be compared with eq and ne."),
        string text when !text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)) => throw QueryErrors.Invalid("A value of the query has a character that FetchXML cannot hold."),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
