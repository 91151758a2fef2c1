using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Kam.Solution.Tests;

/// <summary>What people see of the app is whole: forms, icons, views, labels, dashboards, navigation and commands.</summary>
public sealed class CompletenessTests
{
    private const string TableType = "1", ViewType = "26", ChartType = "59", DashboardType = "60";
    private static readonly string[] Languages = ["1031", "1033", "1036", "1040"];

    private static readonly ILookup<string, string> InApp = Document("solution/AppModules/kam_KeyAccountManagement/AppModule.xml").Descendants("AppModuleComponent")
        .ToLookup(component => Text(component, "type"), component => Id((string?)component.Attribute("schemaName") ?? Text(component, "id")));

    private static readonly IReadOnlyDictionary<string, XElement> Views = Repository.Files("solution/Entities", "*.xml").Where(file => file.Contains("/SavedQueries/", StringComparison.Ordinal))
        .Select(file => Document(file).Descendants("savedquery").Single()).ToDictionary(view => Id((string)view.Element("savedqueryid")!), StringComparer.Ordinal);

    private static readonly IReadOnlyDictionary<string, XElement> Charts = Repository.Files("solution/Entities", "*.xml").Where(file => file.Contains("/Visualizations/", StringComparison.Ordinal))
        .Select(Document).ToDictionary(chart => Id((string)chart.Element("savedqueryvisualizationid")!), StringComparer.Ordinal);

    public static TheoryData<string> Tables =>
        [.. Repository.Files("solution/Entities", "Entity.xml").Select(file => file.Split('/')[2]).Where(table => table.StartsWith("kam_", StringComparison.Ordinal) && InApp[TableType].Contains(table.ToLowerInvariant()))];

    public static TheoryData<string> Dashboards => [.. Repository.Files("solution/Dashboards", "*.xml")];

    [Theory, MemberData(nameof(Tables))]
    public void ATableOfTheApp_HasAMainFormAnIconAndAnActiveViewInOrder(string table)
    {
        Assert.NotEmpty(Repository.Files($"solution/Entities/{table}/FormXml/main", "*.xml"));

        var icon = (string?)Document($"solution/Entities/{table}/Entity.xml").Descendants("IconVectorName").SingleOrDefault();
        Assert.Single(Repository.Files("solution/WebResources", "*.svg"), $"solution/WebResources/{icon}");

        var shown = Views.Values.Where(view => string.Equals(TableOf(view), table, StringComparison.OrdinalIgnoreCase) && (string?)view.Element("querytype") == "0" && (string?)view.Element("isdefault") == "1").ToList();
        var active = Assert.Single(shown);
        Assert.Contains(active.Descendants("condition"), condition => Text(condition, "attribute") == "statecode" && Text(condition, "value") == "0");
        Assert.True(active.Descendants("cell").Count() > 1, "The view shows one column at most.");
        Assert.NotEmpty(active.Descendants("order"));
    }

    [Fact]
    public void EveryLabelPeopleRead_IsThereInFourLanguages()
    {
        // Descriptions of columns and relationships are for makers, in English.
        var lists = Repository.Files("solution", "*.xml").Where(file => !file.EndsWith("/Languages.xml", StringComparison.Ordinal)).SelectMany(file => Document(file).DescendantsAndSelf().Select(list => (File: file, List: list)))
            .Where(found => found.List.Name != "Descriptions" || !InSchema(found.List));
        var missing = from found in lists
                      from texts in found.List.Elements().Where(text => Language(text) is not null).GroupBy(text => text.Name)
                      where !Languages.All(language => texts.Any(text => Language(text) == language))
                            || texts.Select(text => string.IsNullOrWhiteSpace((string?)text.Attribute("description") ?? (string?)text.Attribute("Title"))).Distinct().Count() > 1
                      select $"{found.File}: {string.Join(", ", texts.Select(text => text.ToString()))}";
        Assert.Empty(missing);
    }

    [Theory, MemberData(nameof(Dashboards))]
    public void ATileOfADashboard_ShowsViewAndChartOfItsTableThatTheAppHas(string file)
    {
        var tiles = Document(file).Descendants("control").Select(control => control.Element("parameters")!).ToList();
        Assert.True(tiles.Count >= 4, "A dashboard of fewer than four tiles says too little.");
        Assert.All(tiles, tile =>
        {
            var table = (string)tile.Element("TargetEntityType")!;
            var view = Id((string)tile.Element("ViewId")!);
            Assert.Equal(table, TableOf(Views[view]));
            Assert.Contains(view, InApp[ViewType]);
            Assert.Contains(table, InApp[TableType]);
            if ((string?)tile.Element("ChartGridMode") != "Chart") return;
            var chart = Id((string)tile.Element("VisualizationId")!);
            Assert.Equal(table, Text(Charts[chart].Descendants("entity").First(), "name"));
            Assert.Contains(chart, InApp[ChartType]);
        });
    }

    [Fact]
    public void EveryEntryOfTheSiteMap_LeadsToATableOrADashboardOfTheApp()
    {
        var entries = Document("solution/AppModuleSiteMaps/kam_KeyAccountManagement/AppModuleSiteMap.xml").Descendants("SubArea").ToList();
        Assert.NotEmpty(entries);
        var dashboards = Dashboards.Select(row => Id((string)Document(row.Data).Element("FormId")!)).ToList();
        Assert.All(entries, entry =>
        {
            if ((string?)entry.Attribute("Entity") is { } table)
            {
                Assert.Contains(table, InApp[TableType]);
                return;
            }
            var dashboard = Id(Text(entry, "DefaultDashboard"));
            Assert.Contains(dashboard, dashboards);
            Assert.Contains(dashboard, InApp[DashboardType]);
        });
        Assert.All(dashboards, dashboard => Assert.Contains(entries, entry => (string?)entry.Attribute("DefaultDashboard") is { } shown && Id(shown) == dashboard));
    }

    [Fact]
    public void EveryRoleOfTheSolution_MayOpenTheApp()
    {
        var roles = Repository.Files("solution/Roles", "*.xml").Select(file => Id(Text(Document(file), "id")));
        var admitted = Document("solution/AppModules/kam_KeyAccountManagement/AppModule.xml").Descendants("AppModuleRoleMaps").Elements("Role").Select(role => Id(Text(role, "id")));
        Assert.Equal(roles.Order(StringComparer.Ordinal), admitted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryCommandAndItsRules_CallAFunctionThatItsLibraryExports()
    {
        var calls = Repository.Files("solution/Entities", "RibbonDiff.xml").SelectMany(file => Document(file).Descendants().Where(element => element.Attribute("FunctionName") is not null)).ToList();
        Assert.NotEmpty(calls);
        Assert.All(calls, call =>
        {
            var library = Text(call, "Library").Replace("$webresource:", "", StringComparison.Ordinal);
            Assert.Single(Repository.Files("solution/WebResources", "*.js.data.xml"), $"solution/WebResources/{library}.data.xml");
            var script = library["kam_/".Length..^".js".Length];
            var source = Repository.Read($"webresources/src/{script}.ts");
            var function = Text(call, "FunctionName").Split('.')[^1];
            Assert.Equal($"Kam.{string.Join('.', script.Split('/').Select(part => char.ToUpperInvariant(part[0]) + part[1..]))}.{function}", Text(call, "FunctionName"));
            Assert.Matches($@"export (async )?function {Regex.Escape(function)}\(|export (const|\{{[^}}]*\b){Regex.Escape(function)}\b", source);
        });
    }

    private static XElement Document(string file) => XDocument.Parse(Repository.Read(file)).Root!;

    private static string TableOf(XElement view) => Text(view.Descendants("fetch").Single().Element("entity")!, "name");

    private static string Text(XElement element, string attribute) => (string?)element.Attribute(attribute) ?? "";

    private static string? Language(XElement text) => (string?)text.Attribute("languagecode") ?? (string?)text.Attribute("LCID");

    private static string Id(string written) => written.Trim('{', '}').ToLowerInvariant();

    private static bool InSchema(XElement list) => list.Ancestors().Any(ancestor => ancestor.Name == "attribute" || ancestor.Name == "EntityRelationship");
}
