using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Local.Dataverse.Schema;
using Local.WebApi.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Queries;

/// <summary>Reads rows with FetchXML: given in the URL, kept in a view, or made of $apply.</summary>
internal sealed class FetchPlan(FetchExpression fetch) : RowsPlan
{
    private const int LongestQuery = 1_000_000;
    private const int DeepestNesting = 50;

    /// <summary>Number of the page asked for; null where no annotation about pages is due.</summary>
    public int? Page { get; init; }

    /// <summary>returntotalrecordcount.</summary>
    public bool Counts { get; init; }

    /// <summary>Whether the URL asks for FetchXML or a view.</summary>
    public static bool IsAsked(QueryUrl url) => url.Has("fetchXml") || url.Has("savedQuery") || url.Has("userQuery");

    /// <summary>The plan of fetchXml=, savedQuery= or userQuery=.</summary>
    public static FetchPlan Make(ServiceModel model, QueryUrl url, RowsPath path, QueryPreferences preferences, IOrganizationService service)
    {
        if (path.IsSingle || path.IsReferences) throw QueryErrors.Invalid("FetchXML, savedQuery and userQuery can be applied only on collections.");
        foreach (var option in new[] { "$select", "$expand", "$filter", "$orderby", "$apply", "$top" })
        {
            if (url.Has(option)) throw QueryErrors.NotSupportedHere($"{option} beside fetchXml, savedQuery or userQuery");
        }
        var text = url.Option("fetchXml") ?? View(url, service);
        // What cannot be read as XML is refused where all FetchXML is, in its words.
        if (Parse(text) is not { } fetch || fetch.Element("entity") is not { } entity) return new FetchPlan(new FetchExpression(text)) { Projection = new Projection { Table = path.Table }, Context = path.Table.EntitySetName };
        if (entity.Attribute("name")?.Value is { } name && name != path.Table.LogicalName)
        {
            throw QueryErrors.Invalid($"The entity '{name}' of the FetchXML does not match the entity '{path.Table.LogicalName}' of the request.");
        }
        if (path.Navigates) Narrow(entity, path);
        var token = url.Option("$skiptoken") is { } given ? SkipToken.Parse(given) : null;
        var page = SetPage(fetch, preferences, token);
        return new FetchPlan(new FetchExpression(fetch.ToString(SaveOptions.DisableFormatting)))
        {
            Projection = Project(fetch, entity, path.Table),
            Context = path.Table.EntitySetName,
            IsCount = path.IsCount,
            Page = page,
            Counts = fetch.Attribute("returntotalrecordcount")?.Value is "true" or "1",
        };
    }

    /// <inheritdoc/>
    public override RowsPage Read(IOrganizationService service)
    {
        var found = service.RetrieveMultiple(fetch);
        var next = Page is { } page && found.MoreRecords ? new SkipToken(page + 1, found.PagingCookie) : null;
        return new RowsPage(
            found.Entities.ToList(),
            Count: Counts ? found.TotalRecordCount : null,
            CountLimitExceeded: Counts ? found.TotalRecordCountLimitExceeded : null,
            FetchPagingCookie: next?.InAnnotation(),
            MoreRecords: Page is null ? null : found.MoreRecords);
    }

    private static string View(QueryUrl url, IOrganizationService service)
    {
        var (table, given) = url.Option("savedQuery") is { } saved ? ("savedquery", saved) : ("userquery", url.Option("userQuery")!);
        if (!Guid.TryParse(given, out var id)) throw QueryErrors.Invalid($"The value '{given}' of {(table == "savedquery" ? "savedQuery" : "userQuery")} is not an id.");
        var view = RowPlan.Retrieve(service, new EntityReference(table, id), new ColumnSet("fetchxml"));
        return view.GetAttributeValue<string>("fetchxml") ?? throw QueryErrors.Invalid("The view has no FetchXML.");
    }

    // The depth first: building the tree and writing it recurse.
    private static XElement? Parse(string text)
    {
        if (text.Length > LongestQuery) return null;
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using (var depths = XmlReader.Create(new StringReader(text), settings))
            {
                while (depths.Read())
                {
                    if (depths.Depth > DeepestNesting) return null;
                }
            }
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static void Narrow(XElement entity, RowsPath path)
    {
        var (column, id) = path.Parent ?? throw QueryErrors.NotSupportedHere("a view or FetchXML on a path of this form");
        entity.Add(new XElement("filter", new XElement("condition", new XAttribute("attribute", column), new XAttribute("operator", "eq"), new XAttribute("value", id))));
    }

    private static int? SetPage(XElement fetch, QueryPreferences preferences, SkipToken? token)
    {
        if (fetch.Attribute("top") is not null) return null;
        if (fetch.Attribute("count") is null && preferences.MaxPageSize is > 0 and <= 5000) fetch.SetAttributeValue("count", preferences.MaxPageSize);
        if (token is not null)
        {
            fetch.SetAttributeValue("page", token.Page);
            fetch.SetAttributeValue("paging-cookie", token.PagingCookie);
        }
        // A page that is no number is refused by the reader of FetchXML.
        return int.TryParse(fetch.Attribute("page")?.Value ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : null;
    }

    private static Projection Project(XElement fetch, XElement entity, Table table)
    {
        if (fetch.Attribute("aggregate")?.Value is "true" or "1")
        {
            var aliases = fetch.Descendants("attribute").Select(a => a.Attribute("alias")?.Value).OfType<string>().ToList();
            return new Projection { Table = table, Columns = [], Aliases = aliases, IsAggregate = true };
        }
        var attributes = entity.Elements("attribute").ToList();
        if (attributes.Count == 0 && entity.Element("no-attrs") is null || entity.Element("all-attributes") is not null) return new Projection { Table = table };
        var columns = attributes.Where(a => a.Attribute("alias") is null).Select(a => table.Find(a.Attribute("name")?.Value ?? "")).OfType<Column>().Distinct().ToList();
        return new Projection { Table = table, Columns = columns };
    }
}
