using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Kam.WebResources.Tests.Controls;

/// <summary>A built control in Microsoft's own harness (pcf-start), served from node_modules: nothing is asked for outside.</summary>
/// <remarks>
/// The harness refuses every Web API call and knows one user and no form; what it hands to the control is completed with the row, the language,
/// the theme and an API that asks this class. It reads the resource files of all languages one over the other, so all are answered with the user's.
/// </remarks>
internal sealed class ControlHarness : IAsyncDisposable
{
    private const string Site = "https://harness.test/";
    private const string Cdn = "https://unpkg.com/";
    private const string FontsOfHarness = "https://res-1.cdn.office.net/";
    private const string ControlRoot = "CustomControlHostRootInternal";
    private const string Api = "/api/data/v9.2/";

    private readonly IBrowserContext context;
    private readonly ControlSample sample;
    private readonly int language;
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentQueue<string> calls = new();
    private int failures;

    private ControlHarness(IBrowserContext context, IPage page, ControlSample sample, int language)
    {
        this.context = context;
        this.sample = sample;
        this.language = language;
        Page = page;
    }

    /// <summary>What a refused call says.</summary>
    public const string Refusal = "You may not read this. (KAM-TST-001)";

    /// <summary>The page of the harness.</summary>
    public IPage Page { get; }

    /// <summary>The control: the section every visual is.</summary>
    public ILocator Control => Page.Locator("section[aria-label]");

    /// <summary>Errors in the console, uncaught exceptions and requests to anywhere else, so far.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Tables and custom APIs asked for, in order.</summary>
    public IReadOnlyCollection<string> Calls => calls;

    /// <summary>Rows the control asked the app to open, as table and id.</summary>
    public async Task<IReadOnlyList<string>> Opened() => await Page.EvaluateAsync<string[]>("window.opened");

    /// <summary>Opens the harness with a control in it.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="sample">Which control, on which row, with which answers.</param>
    /// <param name="language">Language of the user.</param>
    /// <param name="theme">Theme of the app.</param>
    /// <param name="isReadOnly">True on a form that may not be changed.</param>
    /// <param name="failures">How many calls are refused before the first succeeds.</param>
    public static async Task<ControlHarness> Open(
        Browser browser, ControlSample sample, int language = 1033, ColorScheme theme = ColorScheme.Light, bool isReadOnly = false, int failures = 0)
    {
        var context = await browser.NewContext(new() { ColorScheme = theme, ViewportSize = new() { Width = 1400, Height = 1000 } });
        var harness = new ControlHarness(context, await context.NewPageAsync(), sample, language) { failures = failures };
        await context.RouteAsync("**/*", harness.Serve);
        await context.AddInitScriptAsync(harness.Completion(theme == ColorScheme.Dark, isReadOnly));
        harness.Page.Console += (_, message) =>
        {
            // React names the components it complains of; the harness's own are no matter of the control's.
            var isOfHarness = message.Text.StartsWith("Warning: ", StringComparison.Ordinal) && !message.Text.Contains(ControlRoot, StringComparison.Ordinal);
            if (message.Type == "error" && !isOfHarness) harness.Complain(message.Text);
        };
        harness.Page.PageError += (_, error) => harness.Complain(error);
        await harness.Page.GotoAsync(Site);
        await harness.Control.WaitForAsync();
        await harness.Page.WaitForFunctionAsync("() => document.querySelector('section[aria-busy=false]')");
        return harness;
    }

    /// <summary>Everything the accessibility checker finds serious within the control, with where it is.</summary>
    public async Task<IReadOnlyList<string>> SeriousFindings()
    {
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Repository.Axe));
        var findings = await Page.EvaluateAsync<JsonElement>(
            """
            async () => (await axe.run("section[aria-label]", { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })).violations
                .filter(each => ["serious", "critical"].includes(each.impact))
                .map(each => each.id + ": " + each.nodes.map(node => node.target.join(" ") + " " + node.failureSummary).join("; "))
            """);
        return [.. findings.EnumerateArray().Select(finding => finding.GetString()!)];
    }

    /// <summary>Median time from an arrow key to the frame that shows its effect, on whatever of the drawing takes keys.</summary>
    public async Task<double> MillisecondsForKeys()
    {
        await Control.Locator("[tabindex='0']").First.FocusAsync();
        return await Page.EvaluateAsync<double>(
            """
            async () => {
              const frame = () => new Promise(requestAnimationFrame);
              const times = [];
              for (let turn = 0; turn < 40; turn++) {
                await frame();
                const from = performance.now();
                document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: turn % 2 ? "ArrowLeft" : "ArrowRight", bubbles: true, cancelable: true }));
                await frame();
                // Style and layout of what was changed belong to the answer.
                document.body.getBoundingClientRect();
                times.push(performance.now() - from);
              }
              return times.sort((a, b) => a - b)[20];
            }
            """);
    }

    /// <summary>Scrolls the table that is open to its end in steps; counts frames in which the middle of it shows no row.</summary>
    public async Task<int> BlankFramesWhileScrolling() => await Page.EvaluateAsync<int>(
        """
        async () => {
          const frame = () => new Promise(requestAnimationFrame);
          const scroller = document.querySelector("table[aria-rowcount]").parentElement;
          scroller.scrollIntoView({ block: "center" });
          const { left, top, width, height } = scroller.getBoundingClientRect();
          let blank = 0;
          for (let turn = 1; turn <= 40; turn++) {
            scroller.scrollTop = scroller.scrollHeight * turn / 40;
            await frame();
            await frame();
            if (!document.elementFromPoint(left + width / 2, top + height / 2)?.closest("tr[aria-rowindex]")) blank++;
          }
          return blank;
        }
        """);

    /// <summary>A text with ordinary spaces for those that keep a number and its unit on one line.</summary>
    public static string Spaced(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => context.DisposeAsync();

    private void Complain(string about) => complaints.Enqueue(about);

    private async Task Serve(IRoute route)
    {
        var address = route.Request.Url;
        var path = new Uri(address).AbsolutePath;
        if (address.StartsWith(Cdn, StringComparison.Ordinal)) await route.FulfillAsync(new() { Path = Module(path) });
        else if (address.StartsWith(FontsOfHarness, StringComparison.Ordinal)) await route.FulfillAsync(new() { ContentType = "font/woff2", Body = "" });
        else if (path.StartsWith(Api, StringComparison.Ordinal)) await Answer(route, path[Api.Length..]);
        else if (FileAt(path == "/" ? "index.html" : path[1..]) is { } file) await route.FulfillAsync(new() { Path = file });
        else
        {
            // Chromium asks for a site's icon by itself.
            if (path != "/favicon.ico") Complain("asked for " + address);
            await route.AbortAsync();
        }
    }

    // react@16.14.0/umd/react.development.js → node_modules/react/umd/react.development.js
    private static string Module(string path)
    {
        var parts = path[1..].Split('/');
        return Path.Combine([Repository.Controls, "node_modules", parts[0].Split('@')[0], .. parts[1..]]);
    }

    private string? FileAt(string path)
    {
        if (path.EndsWith(".resx", StringComparison.Ordinal)) path = $"strings/{sample.Name}.{language}.resx";
        return new[] { Path.Combine(Repository.Controls, "out", "controls", sample.Name, path), Path.Combine(Repository.Controls, "node_modules", "pcf-start", path) }.FirstOrDefault(File.Exists);
    }

    private async Task Answer(IRoute route, string path)
    {
        var name = path.Split('/', '(')[0];
        calls.Enqueue(name);
        if (failures > 0)
        {
            failures--;
            await route.FulfillAsync(new() { Status = 403, ContentType = "application/json", Body = Repository.Script(new { error = new { code = "0x80040265", message = Refusal } }) });
        }
        else if (sample.Answers.TryGetValue(name, out var answer)) await route.FulfillAsync(new() { ContentType = "application/json", Body = Repository.Script(answer) });
        else
        {
            Complain("asked for " + path);
            await route.FulfillAsync(new() { Status = 404 });
        }
    }

    private string Completion(bool isDark, bool isReadOnly) =>
        $$"""
        window.opened = [];
        (() => {
          const ask = async (path, query = "") => {
            const response = await fetch("{{Api}}" + path + query);
            const answer = await response.json();
            if (!response.ok) throw { errorCode: 2147746581, message: answer.error.message };
            return answer;
          };
          const refuse = async () => { throw { message: "Not a call of this test." }; };
          const webAPI = {
            retrieveRecord: (table, id, query) => ask(table, query),
            retrieveMultipleRecords: async (table, query) => ({ entities: await ask(table, query), nextLink: "" }),
            createRecord: refuse, updateRecord: refuse, deleteRecord: refuse,
          };
          const values = {{Repository.Script(sample.Properties)}};
          const completed = (context) => {
            const parameters = {};
            for (const name of Object.keys(context.parameters)) parameters[name] = { ...context.parameters[name], raw: values[name] ?? null };
            return Object.assign(Object.create(context), {
              webAPI,
              parameters,
              userSettings: Object.assign(Object.create(context.userSettings), { languageId: {{language}} }),
              mode: Object.assign(Object.create(context.mode), {
                isControlDisabled: {{(isReadOnly ? "true" : "false")}},
                contextInfo: { entityId: "{{sample.RowId}}", entityTypeName: "{{sample.Table}}" },
              }),
              navigation: { openForm: async ({ entityName, entityId }) => { window.opened.push(entityName + " " + entityId); } },
              fluentDesignLanguage: { isDarkTheme: {{(isDark ? "true" : "false")}}, tokenTheme: window.FluentUIReactv940.{{(isDark ? "webDarkTheme" : "webLightTheme")}} },
            });
          };
          const complete = (Control) => class extends Control {
            init(context, ...others) { super.init(completed(context), ...others); }
            updateView(context) {
              document.body.style.backgroundColor = completed(context).fluentDesignLanguage.tokenTheme.colorNeutralBackground1;
              return super.updateView(completed(context));
            }
          };
          let register;
          window.ComponentFramework = {};
          Object.defineProperty(window.ComponentFramework, "registerControl", {
            set: (value) => { register = value; },
            get: () => (name, Control) => register(name, complete(Control)),
          });
        })();
        """;
}
