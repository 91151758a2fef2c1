using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;

namespace Local.Preview.Tests.Journeys;

/// <summary>A lead sees which portfolios are over load, and whose accounts they are.</summary>
public sealed class PortfolioJourney(Browser browser, SampleApp sample)
{
    [Theory]
    [InlineData(1033, "View", "Portfolios over load", "Name")]
    [InlineData(1031, "Ansicht", "Überlastete Portfolios", "Name")]
    public async Task APortfolioOverLoad_LeadsToItsAccounts(int language, string views, string view, string name)
    {
        await using var week = await SalesWeek.Begin(sample);
        await using var page = await week.As(browser, "KAM Lead", language);
        await page.Navigate("Portfolios");
        await page.Choose(views, view);
        await page.Page.WaitForURLAsync("**/*viewid=*");
        await page.WaitForRows();
        var portfolios = await page.Column(name);
        var over = week.Find("kam_portfolio", "kam_name", portfolios[0]);
        Assert.True(over.GetAttributeValue<decimal>("kam_utilisationpercent") > 100m, $"{portfolios[0]} is not over load.");

        await page.OpenRow(0);

        await Assertions.Expect(page.Main.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(portfolios[0]);
        await page.WaitForRows();
        Assert.NotEmpty(await page.Grid.Locator("[data-index]").AllInnerTextsAsync());
        Assert.Empty(await page.SeriousFindings());
        Assert.Empty(page.Complaints);
    }
}
