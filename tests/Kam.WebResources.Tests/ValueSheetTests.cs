using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;

namespace Kam.WebResources.Tests;

public sealed partial class ValueSheetTests(Browser browser)
{
    private const string Record = $"id=%7B{Samples.PropositionId}%7D&typename=kam_valueproposition";

    [Fact]
    public async Task ThreeSides_ShowWhatTheServerComputed()
    {
        await using var form = await Open(Samples.Proposition);

        Assert.Equal("Aarewerk Präzision AG · Predictive maintenance for line 4 · Sensors, analytics and a service contract over three years", await Text(form, "header .about"));
        Assert.Contains("CHF 1,284,300", await Text(form, ".toUs"), StringComparison.Ordinal);
        Assert.Contains("probably CHF 1,105,000 to CHF 2,210,000", await Text(form, ".toUs"), StringComparison.Ordinal);
        Assert.Equal(["CHF 190,000", "+ CHF 52,000", "+ CHF 26,000", "+ CHF 18,000", "− CHF 14,000", "CHF 272,000", "CHF 236,000", "CHF 36,000"], (await form.Content.Locator(".step .amount").AllInnerTextsAsync()).Select(Form.Spaced));
        Assert.Contains("56.1 %", await Text(form, ".charged"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheServer_IsAskedForTheSheetOfTheRecordInTheForm()
    {
        await using var form = await Open(Samples.Proposition);

        var asked = await form.Page.EvaluateAsync<string>("calls.map(call => call.join(' ')).sort().join('\\n')");
        Assert.Equal($"kam_ValueToCustomer {Samples.PropositionId}\nretrieve kam_valueproposition {Samples.PropositionId}", asked);
    }

    [Fact]
    public async Task ALineWithoutEvidence_IsMarkedAsUnproven()
    {
        await using var form = await Open(Samples.Proposition);

        var unproven = form.Content.Locator(".step.unproven .label");
        Assert.Equal("Scrap after restarts unproven", await unproven.InnerTextAsync());
        Assert.Equal(1, await unproven.CountAsync());
    }

    [Fact]
    public async Task Bars_StandOnOneScaleWithThePriceAcrossThem()
    {
        await using var form = await Open(Samples.Proposition);

        // 286,000, before the drawback is taken off, is the largest amount and ends the scale.
        Assert.Equal(["0% 66.43%", "66.43% 18.19%", "84.62% 9.09%", "93.71% 6.29%"], (await Places(form)).Take(4));
        Assert.Equal("82.52%", await form.Content.Locator(".stack").EvaluateAsync<string>("stack => stack.style.getPropertyValue('--price-at')"));
    }

    [Fact]
    public async Task AReaderWhoMayNotSeeCost_SeesNeitherMarginNorLifetimeValueAndWhy()
    {
        await using var form = await Open(Samples.PropositionWithoutCostOrPrice);

        var toUs = await Text(form, ".toUs");
        Assert.DoesNotContain("Contribution margin", toUs, StringComparison.Ordinal);
        Assert.Contains("Margin and lifetime value are shown to those who may see cost.", toUs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAPrice_TheSheetEndsWithTheEconomicValue()
    {
        await using var form = await Open(Samples.PropositionWithoutCostOrPrice);

        Assert.Equal("Economic value", await Text(form, ".step:last-child .label"));
        Assert.Contains("no price yet", await Text(form, ".charged"), StringComparison.Ordinal);
        Assert.Equal("", await form.Content.Locator(".stack").EvaluateAsync<string>("stack => stack.style.getPropertyValue('--price-at')"));
    }

    [Fact]
    public async Task WhenTheFormHasSaved_ItsScriptMakesThePageAskAgain()
    {
        await using var form = await Open(Samples.Proposition);
        await form.Page.AddScriptTagAsync(new() { Path = Path.Combine(Repository.Built, "kam_", "valueInsights", "valuePropositionForm.js") });

        await form.Page.EvaluateAsync(
            $$"""
            () => {
              calls.length = 0;
              const entity = { getId: () => "{{{Samples.PropositionId.ToUpperInvariant()}}}", getEntityName: () => "kam_valueproposition" };
              const control = { getContentWindow: async () => document.querySelector("iframe").contentWindow };
              return Kam.ValueInsights.ValuePropositionForm.refreshSheet({ getFormContext: () => ({ data: { entity }, getControl: name => name === "valueSheet" ? control : null }) });
            }
            """);

        Assert.Equal(2, await form.Page.EvaluateAsync<int>("calls.length"));
        Assert.Equal(Samples.PropositionId, await form.Page.EvaluateAsync<string>("calls.find(call => call[0] === 'kam_ValueToCustomer')[1]"));
    }

    [Theory, InlineData(1033), InlineData(1031), InlineData(1036), InlineData(1040)]
    public async Task Printed_FitsOnOnePageWithoutButtons(int language)
    {
        await using var form = await Open(Samples.Proposition, language);
        await form.Page.GotoAsync(Form.AddressOf("valueSheet", Record));
        await form.Page.Locator("article").WaitForAsync();
        await form.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.False(await form.Page.Locator(".toolbar").IsVisibleAsync());
        var pdf = System.Text.Encoding.Latin1.GetString(await form.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        Assert.Single(PdfPages().Matches(pdf));
    }

    private Task<Form> Open(Answers answers, int language = 1033) => Opened(Form.Open(browser, "valueSheet", Record, answers, language));

    private static async Task<Form> Opened(Task<Form> opening)
    {
        var form = await opening;
        await form.Content.Locator("article").WaitForAsync();
        return form;
    }

    private static async Task<string> Text(Form form, string selector) => Form.Spaced(await form.Content.Locator(selector).InnerTextAsync());

    private static async Task<string[]> Places(Form form) =>
        await form.Content.Locator(".step .bar").EvaluateAllAsync<string[]>("bars => bars.map(bar => bar.style.getPropertyValue('--from') + ' ' + bar.style.getPropertyValue('--to'))");

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PdfPages();
}
