using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.ServiceModel;
using System.Xml;
using System.Xml.Linq;
using Local.Dataverse.Queries.Conversion;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries;

/// <summary>Parses FetchXML into the inner form. No DTD, bounded in size and depth; what it does not know it names.</summary>
internal static class FetchXmlReader
{
    private const int LongestQuery = 1_000_000;
    private const int DeepestNesting = 50;

    public static QueryModel Read(string? fetchXml)
    {
        if (string.IsNullOrWhiteSpace(fetchXml)) throw PlatformErrors.QueryBuilderDeserializeEmptyXml.Fault();
        var fetch = Parse(fetchXml);
        if (fetch.Name.LocalName != "fetch") throw InvalidNode("fetch", fetch);
        RequireAttributes(fetch, "version", "mapping", "output-format", "distinct", "no-lock", "top", "count", "page", "paging-cookie", "returntotalrecordcount", "aggregate", "useraworderby",
            "utc-offset", "min-active-row-version", "latematerialize", "options", "datasource", "savedqueryid", "aggregatelimit");
        if (Text(fetch, "datasource") is { } source) throw PlatformErrors.NotSupportedHere("data source " + source);
        foreach (var child in fetch.Elements())
        {
            if (child.Name.LocalName != "entity") throw InvalidNode("entity", child);
        }
        var entity = fetch.Elements().SingleOrDefault() ?? throw PlatformErrors.QueryBuilderElementNotFound.Fault("entity");
        RequireAttributes(entity, "name", "enableprefiltering", "prefilterparametername");
        var aggregate = Flag(fetch, "aggregate");
        var root = new QueryTable { Table = Required(entity, "name"), AllColumns = HasAllColumns(entity) || (!aggregate && NamesNoColumns(entity)) };
        Fill(root, entity, aggregate, 0);
        return new QueryModel
        {
            Root = root,
            Distinct = Flag(fetch, "distinct"),
            NoLock = Flag(fetch, "no-lock"),
            Top = Number(fetch, "top"),
            Page = Number(fetch, "page") ?? 1,
            PageSize = Number(fetch, "count"),
            Cookie = Text(fetch, "paging-cookie"),
            ReturnTotal = Flag(fetch, "returntotalrecordcount"),
            Aggregate = aggregate,
            AggregateLimit = Number(fetch, "aggregatelimit"),
            RawChoiceOrder = Flag(fetch, "useraworderby"),
        };
    }

    private static XElement Parse(string fetchXml)
    {
        if (fetchXml.Length > LongestQuery) throw PlatformErrors.InvalidXml.Fault();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestQuery };
        try
        {
            // The depth first: building the tree and walking it recurse.
            using (var depths = XmlReader.Create(new StringReader(fetchXml), settings))
            {
                while (depths.Read())
                {
                    if (depths.Depth > DeepestNesting) throw PlatformErrors.InvalidXml.Fault();
                }
            }
            using var reader = XmlReader.Create(new StringReader(fetchXml), settings);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            throw PlatformErrors.InvalidXml.Fault();
        }
    }

    private static void Fill(QueryTable table, XElement node, bool aggregate, int depth)
    {
        foreach (var child in node.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "attribute":
                    table.Columns.Add(ReadColumn(child, aggregate));
                    break;
                case "all-attributes" or "no-attrs":
                    RequireAttributes(child);
                    break;
                case "order":
                    table.Orders.Add(ReadOrder(child, aggregate));
                    break;
                case "filter":
                    // Several filters side by side must all hold.
                    table.Filter ??= new QueryFilter();
                    table.Filter.Filters.Add(ReadFilter(child, aggregate));
                    break;
                case "link-entity":
                    table.Links.Add(ReadLink(child, aggregate, depth + 1));
                    break;
                default:
                    throw InvalidNode("filter, order, link-entity, attribute, all-attributes, no-attrs", child);
            }
        }
    }

    private static QueryColumn ReadColumn(XElement node, bool aggregate)
    {
        RequireAttributes(node, "name", "alias", "aggregate", "groupby", "dategrouping", "distinct", "usertimezone", "rowaggregate", "build", "addedby");
        var name = Required(node, "name");
        var alias = Text(node, "alias");
        var function = Text(node, "aggregate");
        var groupBy = Flag(node, "groupby");
        if (!aggregate)
        {
            if (function is not null || groupBy) throw PlatformErrors.QueryBuilderDeserializeInvalidAggregate.Fault();
            return new QueryColumn(name, alias, CountChildren: CountsChildren(node));
        }
        if (function is not null && groupBy) throw PlatformErrors.QueryBuilderAttributeCannotBeGroupByAndAggregate.Fault();
        if (function is null && !groupBy) throw PlatformErrors.QueryBuilderAttributeWithAggregate.Fault();
        if (alias is null) throw PlatformErrors.QueryBuilderInvalidAlias.Fault();
        return new QueryColumn(name, alias, Function(function), groupBy, Grouping(node), Flag(node, "distinct"), Flag(node, "usertimezone", otherwise: true));
    }

    private static QueryOrder ReadOrder(XElement node, bool aggregate)
    {
        RequireAttributes(node, "attribute", "alias", "descending", "entityname");
        string? attribute = Text(node, "attribute"), alias = Text(node, "alias");
        if (aggregate)
        {
            if (attribute is not null) throw PlatformErrors.QueryBuilderAttributeNotAllowedForAggregateOrderBy.Fault();
            if (alias is null) throw PlatformErrors.QueryBuilderAliasRequiredForAggregateOrderBy.Fault();
        }
        else
        {
            if (alias is not null) throw PlatformErrors.QueryBuilderAliasNotAllowedForNonAggregateOrderBy.Fault();
            if (attribute is null) throw PlatformErrors.QueryBuilderAttributeRequiredForNonAggregateOrderBy.Fault();
        }
        return new QueryOrder(attribute, alias, Text(node, "entityname"), Flag(node, "descending"));
    }

    private static QueryTable ReadLink(XElement node, bool aggregate, int depth)
    {
        RequireAttributes(node, "name", "to", "from", "alias", "link-type", "visible", "intersect", "enableprefiltering", "prefilterparametername");
        var table = new QueryTable
        {
            Table = Required(node, "name"),
            Alias = Text(node, "alias"),
            Join = LinkType(Text(node, "link-type")),
            ParentColumn = Required(node, "to"),
            OwnColumn = Required(node, "from"),
            AllColumns = HasAllColumns(node),
        };
        Fill(table, node, aggregate, depth);
        return table;
    }

    private static XrmAggregateType Function(string? name) =>
        name is null ? XrmAggregateType.None : FetchNames.Aggregate(name) ?? throw PlatformErrors.QueryBuilderDeserializeInvalidAggregate.Fault();

    private static XrmDateTimeGrouping Grouping(XElement node) => Text(node, "dategrouping") is { } name
        ? FetchNames.Grouping(name) ?? throw PlatformErrors.QueryBuilderInvalidDateGrouping.Fault()
        : XrmDateTimeGrouping.None;

    private static JoinOperator LinkType(string? name) =>
        name is null ? JoinOperator.Inner : FetchNames.Join(name) ?? throw PlatformErrors.QueryBuilderDeserializeInvalidLinkType.Fault();

    private static QueryFilter ReadFilter(XElement node, bool aggregate)
    {
        RequireAttributes(node, "type", "isquickfindfields", "overridequickfindrecordlimitenabled", "overridequickfindrecordlimitdisabled", "hint");
        var type = Text(node, "type") ?? "and";
        if (type is not ("and" or "or")) throw PlatformErrors.QueryBuilderInvalidFilterType.Fault();
        var filter = new QueryFilter { Or = type == "or" };
        foreach (var child in node.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "condition":
                    filter.Conditions.Add(ReadCondition(child));
                    break;
                case "filter":
                    filter.Filters.Add(ReadFilter(child, aggregate));
                    break;
                case "link-entity":
                    filter.Related.Add(ReadLink(child, aggregate, 0));
                    break;
                default:
                    throw InvalidNode("filter, condition, link-entity", child);
            }
        }
        return filter;
    }

    private static QueryCondition ReadCondition(XElement node)
    {
        RequireAttributes(node, "attribute", "operator", "value", "valueof", "entityname", "column", "uiname", "uitype", "uihidden", "aggregate", "alias", "rowaggregate");
        if (Text(node, "aggregate") is not null || Text(node, "rowaggregate") is not null) throw PlatformErrors.NotSupportedHere("conditions on aggregates (having)");
        var name = Required(node, "operator");
        var comparison = FetchOperators.Find(name) ?? throw PlatformErrors.QueryBuilderInvalidConditionOperator.Fault(name);
        var table = Text(node, "entityname");
        var column = Text(node, "attribute") ?? throw PlatformErrors.QueryBuilderAttributeNotFound.Fault("attribute");
        if (Text(node, "valueof") is { } other) return new QueryCondition(table, column, comparison, [other], CompareColumns: true);
        var values = new List<object?>();
        if (node.Attribute("value") is { } value) values.Add(value.Value);
        foreach (var child in node.Elements())
        {
            if (child.Name.LocalName != "value") throw InvalidNode("value", child);
            values.Add(child.Value);
        }
        return new QueryCondition(table, column, comparison, values);
    }

    private static bool HasAllColumns(XElement node) => node.Elements().Any(e => e.Name.LocalName == "all-attributes");

    // "It is the same as not adding any attribute elements" (FetchXml reference, all-attributes). Of a link nothing is returned then.
    private static bool NamesNoColumns(XElement entity) => !entity.Elements().Any(e => e.Name.LocalName is "attribute" or "no-attrs");

    private static string? Text(XElement node, string attribute) => node.Attribute(attribute)?.Value is { Length: > 0 } value ? value : null;

    private static string Required(XElement node, string attribute) => Text(node, attribute) ?? throw PlatformErrors.QueryBuilderAttributeNotFound.Fault(attribute);

    private static bool CountsChildren(XElement node) => Text(node, "rowaggregate") switch
    {
        null => false,
        { } name when name.Equals("CountChildren", StringComparison.OrdinalIgnoreCase) => true,
        { } other => throw PlatformErrors.InvalidArgument.Fault($"The row aggregate '{other}' is not valid; the only one is 'CountChildren'."),
    };

    private static bool Flag(XElement node, string attribute, bool otherwise = false) => Text(node, attribute) switch
    {
        null => otherwise,
        "false" or "0" => false,
        "true" or "1" => true,
        _ => throw PlatformErrors.QueryBuilderDeserializeInvalidDistinct.Fault(attribute),
    };

    private static int? Number(XElement node, string attribute)
    {
        if (Text(node, attribute) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
        throw PlatformErrors.InvalidArgument.Fault($"The value '{text}' of the fetch attribute '{attribute}' must be a whole number greater than zero.");
    }

    private static void RequireAttributes(XElement node, params string[] known)
    {
        foreach (var attribute in node.Attributes())
        {
            if (attribute.IsNamespaceDeclaration || Array.IndexOf(known, attribute.Name.LocalName) >= 0) continue;
            throw PlatformErrors.QueryBuilderInvalidAttributeNode.Fault(node.Name.LocalName, attribute.Name.LocalName);
        }
    }

    private static FaultException<OrganizationServiceFault> InvalidNode(string valid, XElement node) =>
        PlatformErrors.QueryBuilderDeserializeInvalidNode.Fault(valid, node.Name.LocalName, node.ToString(SaveOptions.DisableFormatting));
}
