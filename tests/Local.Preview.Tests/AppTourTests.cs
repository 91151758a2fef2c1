using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Preview.Tests;

/// <summary>Every main form and dashboard of the app with the sample in it, tab by tab, in both themes.</summary>
/// <remarks>With <c>KAM_TAKE_PICTURES=1</c> each is kept as a picture in <c>docs/pictures/app</c>: <c>node docs/pictures/app.mjs</c>.</remarks>
public sealed class AppTourTests(Browser browser, SampleApp sample) : IAsyncLifetime
{
    private const int MainForm = 2, MostBytes = 150 * 1024;

    private static readonly string pictures = Path.Combine(Repository.Root, "docs", "pictures", "app");
    private static readonly bool takesPictures = Environment.GetEnvironmentVariable("KAM_TAKE_PICTURES") == "1";

    private ServedApp served = null!;

    private IOrganizationService Service => served.Dataverse.AdministratorService;

    public async ValueTask InitializeAsync() => served = await sample.Serve();

    public ValueTask DisposeAsync() => served.DisposeAsync();

    [Fact]
    public async Task EveryFormAndDashboard_OpensInBothThemes_WithoutSeriousAccessibilityFindings()
    {
        var stops = Forms().Concat(Dashboards()).ToList();
        Assert.NotEmpty(stops);
        if (takesPictures) Directory.CreateDirectory(pictures);
        var found = new List<string>();
        await using var page = await PreviewPage.Open(browser, served);
        await page.OpenApp("Key Account Management");
        foreach (var stop in stops)
        {
            await page.GoTo(stop.Address);
            await page.Main.GetByRole(AriaRole.Heading, new() { Level = 1, Name = stop.Heading }).WaitForAsync();
            var tabs = await page.Main.GetByRole(AriaRole.Tab).AllInnerTextsAsync();
            foreach (var (tab, index) in tabs.Select(text => text.Split('\n')[0]).DefaultIfEmpty("").Select((text, at) => (text, at)))
            {
                if (index > 0) await page.Tab(tab).ClickAsync();
                await Settled(page);
                await Look(page, $"{stop.Name}{(index == 0 ? "" : "-" + (index + 1))}", found);
            }
        }
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
        Assert.Empty(page.Complaints);
    }

    private static async Task Look(PreviewPage page, string name, List<string> found)
    {
        foreach (var theme in new[] { "light", "dark" })
        {
            found.AddRange((await page.SeriousFindings()).Select(finding => $"{name}, {theme}: {finding}"));
            if (await page.Main.GetByText("Not supported here").CountAsync() > 0) found.Add($"{name}: {await page.Main.GetByText("Not supported here").First.InnerTextAsync()}");
            if (takesPictures) await Take(page, $"{name}-{theme}");
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "Dark theme" }).ClickAsync();
        }
    }

    private static async Task Take(PreviewPage page, string name)
    {
        var png = await page.Page.ScreenshotAsync();
        var isSmall = png.Length <= MostBytes;
        var taken = isSmall ? png : await page.Page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 70 });
        Assert.True(taken.Length <= MostBytes, $"{name} takes {taken.Length} bytes.");
        await File.WriteAllBytesAsync(Path.Combine(pictures, name + (isSmall ? ".png" : ".jpg")), taken);
    }

    // Nothing is loading any more.
    private static Task Settled(PreviewPage page) =>
        page.Page.WaitForFunctionAsync("() => !document.querySelector('main [role=progressbar], main [aria-busy=true]')");

    private IEnumerable<Stop> Forms()
    {
        var query = new QueryExpression("systemform") { ColumnSet = new ColumnSet("name", "objecttypecode", "formxml") };
        query.Criteria.AddCondition("type", ConditionOperator.Equal, MainForm);
        query.AddLink("solutioncomponent", "formid", "objectid");
        foreach (var form in Service.RetrieveMultiple(query).Entities.DistinctBy(form => form.Id).OrderBy(form => form.GetAttributeValue<string>("objecttypecode"), StringComparer.Ordinal))
        {
            var table = form.GetAttributeValue<string>("objecttypecode");
            var row = Service.RetrieveMultiple(new QueryExpression(table) { TopCount = 1, ColumnSet = new ColumnSet(true) }).Entities.FirstOrDefault();
            var id = row is null ? "" : $"&id={row.Id}";
            yield return new Stop(table.Replace("kam_", "", StringComparison.Ordinal), $"pagetype=entityrecord&app=kam_KeyAccountManagement&etn={table}{id}&formid={form.Id}");
        }
    }

    private IEnumerable<Stop> Dashboards()
    {
        var query = new QueryExpression("systemform") { ColumnSet = new ColumnSet("name") };
        query.Criteria.AddCondition("type", ConditionOperator.In, 0, 10);
        foreach (var form in Service.RetrieveMultiple(query).Entities)
        {
            var name = form.GetAttributeValue<string>("name");
            yield return new Stop("dashboard-" + string.Concat(name.Where(char.IsLetterOrDigit)), $"pagetype=dashboard&app=kam_KeyAccountManagement&id={form.Id}", name);
        }
    }

    private sealed record Stop(string Name, string Address, string Heading = "");
}
