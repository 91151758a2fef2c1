using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;

namespace Local.Preview.Tests;

/// <summary>A person's way through the app, in a real browser, over the packed zip with its sample portfolio.</summary>
public sealed class JourneyTests(Browser browser, SampleApp sample) : IAsyncLifetime
{
    private const string App = "Key Account Management";

    private ServedApp served = null!;

    public async ValueTask InitializeAsync() => served = await sample.Serve();

    public ValueTask DisposeAsync() => served.DisposeAsync();

    [Fact]
    public async Task FromTheAppToTheViewInGerman_EverythingIsInTheLanguageOfTheUser()
    {
        await using var page = await PreviewPage.Open(browser, served);
        await page.OpenApp(App);
        await page.Choose("Language", "Deutsch");

        await page.Page.GetByText("Lokale Vorschau").WaitForAsync();
        await page.Navigate("Firmen");
        await page.WaitForRows();

        Assert.Equal("Key Accounts nach Kundenwert", await page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Ansicht" }).InnerTextAsync());
        Assert.Contains("Hoch", await page.Column("Kundenwertklasse"));
        Assert.Equal("de-CH", await page.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task AView_IsSortedFilteredAndSearchedByTheServer()
    {
        await using var page = await PreviewPage.Open(browser, served);
        await page.OpenApp(App);
        await page.Navigate("Accounts");
        await page.WaitForRows();
        var scores = (await page.Column("Value score")).Select(Number).ToList();
        Assert.Equal(scores.OrderDescending(), scores);

        await page.Grid.GetByRole(AriaRole.Button, new() { Name = "Value score" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Sort ascending" }).ClickAsync();
        await Assertions.Expect(page.Grid.GetByRole(AriaRole.Columnheader, new() { Name = "Value score" })).ToHaveAttributeAsync("aria-sort", "ascending");
        await Assertions.Expect(page.Grid.Locator("[data-index='0'] [role=gridcell]").Nth(2)).Not.ToHaveTextAsync(scores[0].ToString("0.00", CultureInfo.InvariantCulture));
        var ascending = (await page.Column("Value score")).Select(Number).ToList();
        Assert.Equal(ascending.Order(), ascending);

        await page.Grid.GetByRole(AriaRole.Button, new() { Name = "Value score" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Textbox, new() { Name = "Value" }).Or(page.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Value" })).FillAsync("70");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Assertions.Expect(page.Main.GetByRole(AriaRole.Status)).Not.ToHaveTextAsync(new Regex("54"));
        Assert.All((await page.Column("Value score")).Select(Number), score => Assert.True(score >= 70));

        var search = page.Main.GetByRole(AriaRole.Searchbox);
        await search.FillAsync("Pilatus");
        await search.PressAsync("Enter");
        await Assertions.Expect(page.Grid.Locator("[data-index='0']")).ToContainTextAsync("Pilatus");
        Assert.All(await page.Column("Account Name"), name => Assert.StartsWith("Pilatus", name, StringComparison.Ordinal));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task AValueChangedOnTheForm_IsSavedAndSurvivesAReload()
    {
        await using var page = await PreviewPage.Open(browser, served);
        await page.OpenApp(App);
        await page.Navigate("Accounts");
        await page.WaitForRows();
        await page.Grid.Locator("[data-index='0'] a").First.ClickAsync();
        var city = page.Main.GetByLabel("City", new() { Exact = true });
        await city.FillAsync("Rapperswil");
        Assert.Contains("Unsaved", await page.Main.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync(), StringComparison.Ordinal);

        await page.Command("Save").ClickAsync();
        await Assertions.Expect(page.Main.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Saved");
        await page.Page.ReloadAsync();

        await Assertions.Expect(page.Main.GetByLabel("City", new() { Exact = true })).ToHaveValueAsync("Rapperswil");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task WhatAPluginRefuses_IsSaidInADialogInTheLanguageOfTheUser()
    {
        await using var page = await PreviewPage.Open(browser, served);
        await page.OpenApp(App);
        await page.Choose("Language", "Deutsch");
        await page.Page.GetByText("Lokale Vorschau").WaitForAsync();
        await page.Navigate("Kundenerkenntnisse");
        await page.Command("Neu").ClickAsync();
        await page.Main.GetByRole(AriaRole.Textbox).First.FillAsync("Lagerkosten halbieren");
        var account = page.Page.GetByPlaceholder("Firma suchen");
        await account.FillAsync("Pilatus");
        await page.Page.GetByRole(AriaRole.Option, new() { Name = "Pilatus" }).First.ClickAsync();
        await page.Command("Speichern").ClickAsync();
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("[?&]id=[0-9a-f-]{36}"));

        await page.Choose("Statusgrund", "Einsatzbereit");
        await page.Command("Speichern").ClickAsync();

        await Assertions.Expect(page.Dialog).ToContainTextAsync("Geschäftsprozessfehler");
        await Assertions.Expect(page.Dialog).ToContainTextAsync("KAM-VAL-060");
        await Assertions.Expect(page.Dialog).ToContainTextAsync("Beleg");
        await page.Dialog.GetByRole(AriaRole.Button, new() { Name = "OK" }).ClickAsync();
        await Assertions.Expect(page.Main.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Nicht gespeichert");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task InEitherTheme_ViewChartAndFormHaveNoSeriousAccessibilityFindings(ColorScheme scheme)
    {
        await using var page = await PreviewPage.Open(browser, served, scheme);
        Assert.Empty(await page.SeriousFindings());
        await page.OpenApp(App);
        await page.Navigate("Accounts");
        await page.WaitForRows();
        await page.Command("Show chart").ClickAsync();
        await page.Main.GetByRole(AriaRole.Img).First.WaitForAsync();
        Assert.Empty(await page.SeriousFindings());

        await page.Grid.Locator("[data-index='0'] a").First.ClickAsync();
        foreach (var tab in new[] { "Summary", "Value Insights", "Structure", "Solutions", "Pricing" })
        {
            await page.Tab(tab).ClickAsync();
            await page.Main.GetByRole(AriaRole.Tabpanel, new() { Name = tab }).WaitForAsync();
            Assert.Empty(await page.SeriousFindings());
        }
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task AsALeadWithoutTheCostProfile_TheMarginOfAnAccountIsMasked()
    {
        PreviewUsers.AddOneForEachRole(served.Dataverse);
        await using var page = await PreviewPage.Open(browser, served);
        await page.Choose("View as", "KAM Lead");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Combobox, new() { Name = "View as" })).ToContainTextAsync("KAM Lead");

        await page.OpenApp(App);
        await page.Navigate("Accounts");
        await page.WaitForRows();
        await page.Grid.Locator("[data-index='0'] a").First.ClickAsync();

        await page.Tab("Value Insights").ClickAsync();
        await page.Main.GetByText("*****").First.WaitForAsync();
        Assert.Empty(page.Complaints);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
