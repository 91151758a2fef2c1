using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using Local.Dataverse.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Messages.Ribbons;

/// <summary>RetrieveEntityRibbon and RetrieveApplicationRibbon: what solutions put into the command bars. The platform's own commands are not there.</summary>
/// <remarks>The answer is a package with the one part /RibbonXml.xml (learn.microsoft.com, "Export ribbon definitions").</remarks>
internal static class RibbonMessages
{
    private const string TableToken = "{!EntityLogicalName}";

    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("RetrieveEntityRibbon", RetrieveEntityRibbon, static () => new RetrieveEntityRibbonResponse());
        catalog.Add("RetrieveApplicationRibbon", RetrieveApplicationRibbon, static () => new RetrieveApplicationRibbonResponse());
    }

    private static void RetrieveEntityRibbon(MessageExecution execution)
    {
        var name = execution.Required<string>("EntityName");
        var filter = execution.Required<RibbonLocationFilters>("RibbonLocationFilter");
        var table = execution.Context.Schema.Find(name) ?? throw PlatformErrors.QueryBuilderNoEntity.Fault(name);

        // An action of the application that names no particular table stands in the ribbon of each.
        var everywhere = Differences(execution, table: null).ToList();
        var parts = everywhere.Where(e => e.Name.LocalName is not ("CustomAction" or "HideCustomAction") || Location(e).Contains(TableToken, StringComparison.Ordinal))
            .Select(e => e.ToString(SaveOptions.DisableFormatting).Replace(TableToken, table.LogicalName, StringComparison.Ordinal)).Select(text => XElement.Parse(text))
            .Concat(Differences(execution, table.LogicalName));
        execution.Output["CompressedEntityXml"] = Compressed(new RibbonComposer(parts, Labels(execution)).Compose(filter));
    }

    private static void RetrieveApplicationRibbon(MessageExecution execution)
    {
        var parts = Differences(execution, table: null).Where(e => !Location(e).Contains(TableToken, StringComparison.Ordinal));
        execution.Output["CompressedApplicationRibbonXml"] = Compressed(new RibbonComposer(parts, Labels(execution)).Compose(RibbonLocationFilters.All));
    }

    private static string Location(XElement difference) => (string?)difference.Attribute("Location") ?? "";

    private static RibbonLabels Labels(MessageExecution execution) => new(execution.Context.LanguageCode, execution.Organization.Facts.BaseLanguage);

    private static IEnumerable<XElement> Differences(MessageExecution execution, string? table) =>
        Texts(execution, "ribbondiff", "rdx", table).Concat(Texts(execution, "ribboncommand", "commanddefinition", table)).Concat(Texts(execution, "ribbonrule", "ruledefinition", table));

    private static IEnumerable<XElement> Texts(MessageExecution execution, string rows, string column, string? table)
    {
        var query = new QueryExpression(rows) { ColumnSet = new ColumnSet(column) };
        if (table is null) query.Criteria.AddCondition("entity", ConditionOperator.Null);
        else query.Criteria.AddCondition("entity", ConditionOperator.Equal, table);
        // As they were imported: where two solutions define one command, the later one holds.
        query.AddOrder("versionnumber", OrderType.Ascending);
        return execution.Unit.RetrieveMultiple(execution.PlatformContext, query).Entities.Select(row => XElement.Parse(row.GetAttributeValue<string>(column)));
    }

    private static byte[] Compressed(XElement ribbon)
    {
        var bytes = new MemoryStream();
        using (var package = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(package, "RibbonXml.xml", ribbon);
            XNamespace types = "http://schemas.openxmlformats.org/package/2006/content-types";
            Write(package, "[Content_Types].xml", new XElement(types + "Types", new XElement(types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "text/xml"))));
        }
        return bytes.ToArray();
    }

    private static void Write(ZipArchive package, string part, XElement content)
    {
        using var stream = package.CreateEntry(part).Open();
        new XDocument(content).Save(stream);
    }
}
