using System;
using System.Globalization;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries.Conversion;

/// <summary>Writes a query as FetchXML. Read again it finds the same rows.</summary>
internal static class FetchXmlWriter
{
    public static string Write(QueryModel query)
    {
        var fetch = new XElement("fetch", new XAttribute("version", "1.0"), new XAttribute("output-format", "xml-platform"), new XAttribute("mapping", "logical"));
        fetch.Add(Flag("no-lock", query.NoLock), Flag("distinct", query.Distinct));
        if (query.Top is { } top) fetch.Add(new XAttribute("top", top));
        if (query.PageSize is { } count) fetch.Add(new XAttribute("count", count));
        if (query.PageSize is not null || query.Page > 1) fetch.Add(new XAttribute("page", query.Page));
        if (!string.IsNullOrEmpty(query.Cookie)) fetch.Add(new XAttribute("paging-cookie", query.Cookie));
        if (query.ReturnTotal) fetch.Add(Flag("returntotalrecordcount", true));
        if (query.Aggregate) fetch.Add(Flag("aggregate", true));
        if (query.AggregateLimit is { } limit) fetch.Add(new XAttribute("aggregatelimit", limit));
        if (query.RawChoiceOrder) fetch.Add(Flag("useraworderby", true));

        var entity = new XElement("entity", new XAttribute("name", query.Root.Table));
        // Without any column named FetchXML means all of them, QueryExpression none.
        if (!query.Aggregate && !query.Root.AllColumns && query.Root.Columns.Count == 0) entity.Add(new XElement("no-attrs"));
        Fill(entity, query.Root);
        fetch.Add(entity);
        return fetch.ToString(SaveOptions.DisableFormatting);
    }

    private static void Fill(XElement node, QueryTable table)
    {
        if (table.AllColumns) node.Add(new XElement("all-attributes"));
        foreach (var column in table.Columns) node.Add(Column(column));
        if (table.Filter is { } filter) node.Add(Filter(filter));
        foreach (var link in table.Links) node.Add(Link(link));
        foreach (var order in table.Orders) node.Add(Order(order));
    }

    private static XElement Column(QueryColumn column)
    {
        var node = new XElement("attribute", new XAttribute("name", column.Name));
        if (column.Alias is { } alias) node.Add(new XAttribute("alias", alias));
        if (column.Aggregate != XrmAggregateType.None) node.Add(new XAttribute("aggregate", FetchNames.Of(column.Aggregate)));
        if (column.GroupBy) node.Add(Flag("groupby", true));
        if (column.Grouping != XrmDateTimeGrouping.None) node.Add(new XAttribute("dategrouping", FetchNames.Of(column.Grouping)));
        if (column.Distinct) node.Add(Flag("distinct", true));
        if (column.CountChildren) node.Add(new XAttribute("rowaggregate", "CountChildren"));
        // In FetchXML parts of dates are the user's unless it says otherwise, in QueryExpression always those of UTC.
        if (column.Grouping != XrmDateTimeGrouping.None && !column.UserTimeZone) node.Add(Flag("usertimezone", false));
        return node;
    }

    private static XElement Order(QueryOrder order)
    {
        var node = new XElement("order");
        if (order.Table is { } table) node.Add(new XAttribute("entityname", table));
        if (order.Column is { } column) node.Add(new XAttribute("attribute", column));
        if (order.Alias is { } alias) node.Add(new XAttribute("alias", alias));
        node.Add(Flag("descending", order.Descending));
        return node;
    }

    private static XElement Link(QueryTable link)
    {
        var node = new XElement("link-entity", new XAttribute("name", link.Table), new XAttribute("from", link.OwnColumn), new XAttribute("to", link.ParentColumn), new XAttribute("link-type", FetchNames.Of(link.Join)));
        if (link.Alias is { } alias) node.Add(new XAttribute("alias", alias));
        Fill(node, link);
        return node;
    }

    private static XElement Filter(QueryFilter filter)
    {
        var node = new XElement("filter", new XAttribute("type", filter.Or ? "or" : "and"));
        foreach (var condition in filter.Conditions) node.Add(Condition(condition));
        foreach (var inner in filter.Filters) node.Add(Filter(inner));
        foreach (var related in filter.Related) node.Add(Link(related));
        return node;
    }

    private static XElement Condition(QueryCondition condition)
    {
        var node = new XElement("condition");
        if (condition.Table is { } table) node.Add(new XAttribute("entityname", table));
        node.Add(new XAttribute("attribute", condition.Column));
        // What FetchXML has no name for, it says with a pattern.
        if (condition.Operator is ConditionOperator.Contains or ConditionOperator.DoesNotContain)
        {
            node.Add(new XAttribute("operator", condition.Operator == ConditionOperator.Contains ? "like" : "not-like"), new XAttribute("value", $"%{Text(condition.Values[0])}%"));
            return node;
        }
        node.Add(new XAttribute("operator", FetchOperators.Named(condition.Operator) ?? throw PlatformErrors.QueryBuilderInvalidConditionOperator.Fault(condition.Operator)));
        if (condition.CompareColumns) node.Add(new XAttribute("valueof", condition.Values[0] as string ?? ""));
        else if (condition.Values.Count == 1 && !TakesList(condition.Operator)) node.Add(new XAttribute("value", Text(condition.Values[0])));
        else node.Add(condition.Values.Select(v => new XElement("value", Text(v))));
        return node;
    }

    private static bool TakesList(ConditionOperator comparison) => comparison is ConditionOperator.In or ConditionOperator.NotIn
        or ConditionOperator.Between or ConditionOperator.NotBetween or ConditionOperator.ContainValues or ConditionOperator.DoesNotContainValues;

    private static string Text(object? value)
    {
        var text = value switch
        {
            null => throw PlatformErrors.InvalidArgument.Fault("null is not a valid value of a condition. Use 'Null' or 'NotNull' conditions instead."),
            bool yes => yes ? "1" : "0",
            DateTime { Kind: DateTimeKind.Local } local => Moment(local.ToUniversalTime()) + "Z",
            DateTime { Kind: DateTimeKind.Utc } utc => Moment(utc) + "Z",
            DateTime unspecified => Moment(unspecified),
            OptionSetValue option => option.Value.ToString(CultureInfo.InvariantCulture),
            Money money => money.Value.ToString(CultureInfo.InvariantCulture),
            EntityReference reference => reference.Id.ToString("D"),
            Enum number => Convert.ToInt64(number, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
            double real => real.ToString("R", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        try
        {
            return XmlConvert.VerifyXmlChars(text);
        }
        catch (XmlException)
        {
            throw PlatformErrors.InvalidXml.Fault();
        }
    }

    private static string Moment(DateTime value) =>
        value.ToString(value.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture);

    private static XAttribute Flag(string name, bool value) => new(name, value ? "true" : "false");
}
