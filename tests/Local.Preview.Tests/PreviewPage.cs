using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;

namespace Local.Preview.Tests;

/// <summary>The preview in a browser, as a person uses it.</summary>
internal sealed class PreviewPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    private PreviewPage(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            // A refused request is an answer; what the page makes of it is looked at in the page.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("http://127.0.0.1:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) complaints.Add("asks outside: " + request.Url);
        };
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts and policies, and requests to anywhere else.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public ILocator Main => Page.GetByRole(AriaRole.Main);

    public ILocator Grid => Main.GetByRole(AriaRole.Grid).First;

    public ILocator Dialog => Page.GetByRole(AriaRole.Alertdialog);

    public static async Task<PreviewPage> Open(Browser browser, ServedApp app, ColorScheme scheme = ColorScheme.Light, Guid? user = null)
    {
        var context = await browser.NewContext(new() { ColorScheme = scheme, ViewportSize = new() { Width = 1400, Height = 900 } });
        // As after choosing somebody under "View as".
        if (user is { } id) await context.AddInitScriptAsync($"sessionStorage.setItem('local-preview.user', '{id}')");
        var page = new PreviewPage(context, await context.NewPageAsync());
        await page.Page.GotoAsync(app.Link.ToString());
        await page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        return page;
    }

    public async Task OpenApp(string name)
    {
        await Main.GetByText(name, new() { Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Navigation).WaitForAsync();
    }

    public Task Navigate(string title) => Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).ClickAsync();

    /// <summary>Goes to a place of the preview as the browser's back and forward do: without loading the page again.</summary>
    public Task GoTo(string query) => Page.EvaluateAsync("query => { history.pushState(null, '', '/preview/?' + query); dispatchEvent(new PopStateEvent('popstate')); }", query);

    public async Task Choose(string label, string option)
    {
        await Page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Option, new() { Name = option }).First.ClickAsync();
    }

    /// <summary>Writes into the input of a column and leaves it.</summary>
    public async Task Fill(string column, string value)
    {
        var input = Page.Locator($"#field-{column}").Last;
        await input.FillAsync(value);
        await input.BlurAsync();
    }

    public ILocator Command(string label) => Main.GetByRole(AriaRole.Toolbar).First.GetByRole(AriaRole.Button, new() { Name = label, Exact = true });

    public ILocator Tab(string label) => Main.GetByRole(AriaRole.Tab, new() { Name = label, Exact = true });

    /// <summary>The texts of a column of the grid, of the rows that are drawn.</summary>
    public async Task<IReadOnlyList<string>> Column(string heading)
    {
        var headings = await Grid.GetByRole(AriaRole.Columnheader).AllInnerTextsAsync();
        var at = headings.ToList().FindIndex(text => text.Trim() == heading) + 1;
        Assert.True(at > 0, $"There is no column {heading} among {string.Join(", ", headings)}.");
        return await Grid.Locator($"[data-index] > [role=gridcell]:nth-child({at.ToString(CultureInfo.InvariantCulture)})").AllInnerTextsAsync();
    }

    /// <summary>Waits until the grid has rows, as many as its foot says.</summary>
    public Task WaitForRows() => Grid.Locator("[data-index='0']").WaitForAsync();

    /// <summary>Opens the row of the grid that stands there.</summary>
    public async Task OpenRow(int index)
    {
        await Grid.Locator($"[data-index='{index.ToString(CultureInfo.InvariantCulture)}'] a").First.ClickAsync();
        await Main.GetByRole(AriaRole.Tablist).WaitForAsync();
    }

    /// <summary>Serious and critical findings of axe, with the elements they are about.</summary>
    public async Task<IReadOnlyList<string>> SeriousFindings()
    {
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Repository.Axe));
        // Fluent's focus traps are fenced by elements that take the focus and pass it on; nobody meets them.
        var found = await Page.EvaluateAsync<JsonElement>("async () => (await axe.run({ exclude: ['[data-tabster-dummy]'] }, { resultTypes: ['violations'], iframes: false })).violations");
        return [.. from violation in found.EnumerateArray()
                   where violation.GetProperty("impact").GetString() is "serious" or "critical"
                   select $"{violation.GetProperty("id").GetString()}: {string.Join(" | ", violation.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("html").GetString()))}"];
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
