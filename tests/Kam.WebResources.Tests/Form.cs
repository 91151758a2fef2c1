using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Kam.WebResources.Tests;

/// <summary>A form in the browser with one of our pages in a frame, as a model-driven app shows it.</summary>
/// <remarks>Serves the built files under their web resource names; whatever else is asked for is noted and refused.</remarks>
internal sealed class Form : IAsyncDisposable
{
    private const string Site = "https://crm.test/";
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();

    private Form(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
    }

    /// <summary>The form around the page.</summary>
    public IPage Page { get; }

    /// <summary>The page in the form.</summary>
    public IFrame Content => Page.Frames.Single(frame => frame.ParentFrame is not null);

    /// <summary>Errors in the console, uncaught exceptions and requests to anywhere else, so far.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Opens a page for a record.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="name">valueSheet.</param>
    /// <param name="record">Query with id and typename; empty on a record not saved yet.</param>
    /// <param name="answers">What the server answers.</param>
    /// <param name="language">Language of the user.</param>
    /// <param name="theme">Light or dark.</param>
    /// <param name="width">Width of the form in pixels.</param>
    public static async Task<Form> Open(
        Browser browser, string name, string record, Answers answers, int language = 1033, ColorScheme theme = ColorScheme.Light, int width = 1200)
    {
        var context = await browser.NewContext(new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = 800 } });
        var form = new Form(context, await context.NewPageAsync());
        await context.RouteAsync("**/*", form.Serve);
        await context.AddInitScriptAsync(Client(answers, language));
        form.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") form.complaints.Enqueue(message.Text);
        };
        form.Page.PageError += (_, error) => form.complaints.Enqueue(error);
        await form.Page.GotoAsync($"{Site}main.html?page={name}.html{Uri.EscapeDataString(record.Length > 0 ? "?" + record : "")}");
        await form.Content.WaitForFunctionAsync("() => document.querySelector('main')?.firstElementChild");
        return form;
    }

    /// <summary>The address of a page itself, for printing.</summary>
    public static string AddressOf(string name, string record) => $"{Site}WebResources/kam_/valueInsights/{name}.html?{record}";

    /// <summary>Everything the accessibility checker finds serious, with where it is.</summary>
    public async Task<IReadOnlyList<string>> SeriousFindings()
    {
        await Content.EvaluateAsync(await File.ReadAllTextAsync(Repository.Axe));
        var findings = await Content.EvaluateAsync<JsonElement>(
            """
            async () => (await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })).violations
                .filter(each => ["serious", "critical"].includes(each.impact))
                .map(each => each.id + ": " + each.nodes.map(node => node.target.join(" ") + " " + node.failureSummary).join("; "))
            """);
        return [.. findings.EnumerateArray().Select(finding => finding.GetString()!)];
    }

    /// <summary>A text with ordinary spaces where the page keeps an amount and its unit on one line.</summary>
    public static string Spaced(string text) => text.Replace('\u00a0', ' ');

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => context.DisposeAsync();

    private async Task Serve(IRoute route)
    {
        var address = new Uri(route.Request.Url);
        var file = Path.Combine(Repository.Built, address.AbsolutePath["/".Length..].Replace("WebResources/", "", StringComparison.Ordinal));
        if (address.AbsolutePath == "/main.html")
        {
            await route.FulfillAsync(new() { ContentType = "text/html", Body = Frame(Uri.UnescapeDataString(address.Query["?page=".Length..])) });
        }
        else if (route.Request.Url.StartsWith(Site + "WebResources/", StringComparison.Ordinal) && File.Exists(file)) await route.FulfillAsync(new() { Path = file });
        else
        {
            // Chromium asks for a site's icon by itself.
            if (address.AbsolutePath != "/favicon.ico") complaints.Enqueue("asked for " + route.Request.Url);
            await route.AbortAsync();
        }
    }

    private static string Frame(string page) =>
        $$"""
        <!doctype html><html lang="en"><title>Form</title>
        <body style="margin:0;color-scheme:light dark"><iframe title="Page" src="/WebResources/kam_/valueInsights/{{page}}" style="width:100%;height:100vh;border:0"></iframe></body></html>
        """;

    private static string Client(Answers answers, int language) =>
        $$"""
        if (window === window.parent) {
          const texts = {{Repository.Script(Repository.Texts(language))}};
          const rows = {{Repository.Script(answers.Rows)}}, lists = {{Repository.Script(answers.Lists)}}, sheet = {{Repository.Script(Repository.Script(answers.Sheet))}};
          let failures = {{answers.Failures}};
          window.calls = [];
          const answer = async (call, value) => {
            window.calls.push(call);
            if (failures > 0) { failures--; throw { errorCode: 2147746581, message: {{Repository.Script(answers.Failure)}} }; }
            return value;
          };
          window.Xrm = {
            Utility: {
              getGlobalContext: () => ({ userSettings: { languageId: {{language}} } }),
              getResourceString: (file, key) => { if (file !== "kam_/text/valueInsights") throw new Error(file + " does not exist."); return texts[key] ?? null; },
            },
            WebApi: {
              retrieveRecord: (table, id) => answer(["retrieve", table, id], rows[table]),
              retrieveMultipleRecords: (table, query) => answer(["list", table, query], { entities: lists[table] }),
              online: { execute: request => answer([request.getMetadata().operationName, request.ValuePropositionId], { ok: true, json: async () => ({ Sheet: sheet }) }) },
            },
          };
        }
        """;
}
