using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Text;
using System.Threading.Tasks;
using Local.Dataverse;
using Local.WebApi.Hosting;
using Microsoft.Xrm.Sdk;

namespace Local.Preview.Tests;

/// <summary>An app over accounts, made up for a test: what the app of this repository does not have, or not at the size that is needed.</summary>
internal sealed class MadeUpApp : IAsyncDisposable
{
    public const string Name = "Presses";

    public static readonly Guid View = new("5f0d6a0e-0f7c-4c1b-9d3e-0b8d5a3f2a01");

    private MadeUpApp(ServedApp served) => Served = served;

    public ServedApp Served { get; }

    public IOrganizationService Service => Served.Dataverse.AdministratorService;

    /// <summary>An organisation with the app, its site map and a view of accounts.</summary>
    public static async Task<MadeUpApp> Start()
    {
        var dataverse = LocalDataverse.Open(new LocalDataverseOptions());
        var site = new PreviewSite();
        var app = new MadeUpApp(new ServedApp(dataverse, site, await WebApiServer.StartAsync(dataverse, new WebApiOptions { Sites = [site] })));
        app.Service.Create(new Entity("appmodule") { ["uniquename"] = "tst_app", ["name"] = Name });
        app.Service.Create(new Entity("sitemap")
        {
            ["sitemapnameunique"] = "tst_app",
            ["sitemapname"] = Name,
            ["sitemapxml"] = "<SiteMap><Area Id='a'><Group Id='g'><SubArea Id='s' Entity='account' /></Group></Area></SiteMap>",
        });
        app.Service.Create(new Entity("savedquery", View)
        {
            ["name"] = "All accounts",
            ["returnedtypecode"] = "account",
            ["querytype"] = 0,
            ["isdefault"] = true,
            ["fetchxml"] = "<fetch><entity name='account'><attribute name='name'/><attribute name='accountnumber'/><order attribute='name'/></entity></fetch>",
            ["layoutxml"] = "<grid><row id='accountid'><cell name='name' width='300'/><cell name='accountnumber' width='150'/></row></grid>",
        });
        return app;
    }

    public async Task<PreviewPage> Open(Browser browser)
    {
        var page = await PreviewPage.Open(browser, Served);
        await page.OpenApp(Name);
        return page;
    }

    /// <summary>Opens the first account of the view.</summary>
    public async Task<PreviewPage> OpenFirstAccount(Browser browser)
    {
        var page = await Open(browser);
        await page.Navigate("Accounts");
        await page.OpenRow(0);
        return page;
    }

    /// <summary>A main form of accounts, given what stands below &lt;form&gt;.</summary>
    public Guid Form(string xml, string name = "Account", int type = 2, string table = "account") => Service.Create(new Entity("systemform")
    {
        ["name"] = name,
        ["objecttypecode"] = table,
        ["type"] = new OptionSetValue(type),
        ["formactivationstate"] = new OptionSetValue(1),
        ["formxml"] = $"<form>{xml}</form>",
    });

    /// <summary>A form with one section of columns, each as (column, class id of its control, more attributes and children).</summary>
    public static string Columns(IEnumerable<FormCell> cells, string tab = "General") => $"""
        <tabs><tab name="t"><labels><label description="{tab}" languagecode="1033"/></labels><columns><column width="100%"><sections><section name="s"><rows>
        {string.Concat(System.Linq.Enumerable.Select(cells, c => c.Xml))}</rows></section></sections></column></columns></tab></tabs>
        """;

    public void WebResource(string name, int type, string content) => Service.Create(new Entity("webresource")
    {
        ["name"] = name,
        ["webresourcetype"] = new OptionSetValue(type),
        ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(content)),
    });

    /// <summary>Imports a solution with what it adds to the command bars of accounts.</summary>
    public void Ribbon(string ribbonDiffXml)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string path, string text)
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open());
                writer.Write(text);
            }

            Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\" />");
            Add("solution.xml", """
                <ImportExportXml version="9.2.24034.198" SolutionPackageVersion="9.2" languagecode="1033"><SolutionManifest>
                <UniqueName>TstCommands</UniqueName><LocalizedNames><LocalizedName description="Commands" languagecode="1033" /></LocalizedNames><Descriptions />
                <Version>1.0.0.0</Version><Managed>1</Managed><Publisher><UniqueName>tst</UniqueName><LocalizedNames><LocalizedName description="Test" languagecode="1033" /></LocalizedNames><Descriptions />
                <CustomizationPrefix>tst</CustomizationPrefix><CustomizationOptionValuePrefix>12345</CustomizationOptionValuePrefix></Publisher>
                <RootComponents><RootComponent type="1" schemaName="account" behavior="2" /></RootComponents><MissingDependencies /></SolutionManifest></ImportExportXml>
                """);
            Add("customizations.xml", $"""
                <ImportExportXml><Entities><Entity><Name>Account</Name><EntityInfo><entity Name="Account" unmodified="1"><attributes /></entity></EntityInfo>
                <RibbonDiffXml>{ribbonDiffXml}</RibbonDiffXml></Entity></Entities><Languages><Language>1033</Language></Languages></ImportExportXml>
                """);
        }
        stream.Position = 0;
        Served.Dataverse.ImportSolution(stream);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Served.DisposeAsync();
}

/// <summary>A cell of a made-up form.</summary>
/// <param name="Column">The column it shows.</param>
/// <param name="ClassId">What kind of control: upper case or lower, without braces.</param>
/// <param name="Attributes">More attributes of the control.</param>
/// <param name="Children">What stands in the control.</param>
internal sealed record FormCell(string Column, string ClassId = "4273EDBD-AC1D-40D3-9FB2-095C621B552D", string Attributes = "", string Children = "")
{
    public string Xml => $"""
        <row><cell><control id="{Column}" classid="{"{"}{ClassId}{"}"}" datafieldname="{Column}" {Attributes}>{Children}</control></cell></row>
        """;
}
