using System.Globalization;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;

namespace Local.Preview.Tests.Journeys;

/// <summary>A key account manager reads what an account is worth and why.</summary>
public sealed class ExplainedValueJourney(Browser browser, SampleApp sample)
{
    [Theory]
    [InlineData(1033, "Accounts", "Value Insights", "en-US", "What each criterion contributes")]
    [InlineData(1031, "Firmen", "Value Insights", "de-CH", "Was jedes Kriterium beiträgt")]
    public async Task AnAccount_ShowsItsScoreAndWhatItIsMadeOf(int language, string accounts, string tab, string culture, string parts)
    {
        await using var week = await SalesWeek.Begin(sample);
        await using var page = await week.As(browser, "KAM", language);
        await page.Navigate(accounts);
        await page.OpenRow(0);

        var score = week.Read("account", week.Account).GetAttributeValue<decimal>("kam_valuescore");
        await Assertions.Expect(page.Main.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(SalesWeek.Customer);
        await Assertions.Expect(page.Main).ToContainTextAsync(score.ToString("N2", CultureInfo.GetCultureInfo(culture)));

        await Assertions.Expect(page.Dialog).ToBeHiddenAsync();
        await page.Tab(tab).ClickAsync();
        var list = page.Main.GetByRole(AriaRole.List, new() { Name = parts });
        await list.First.WaitForAsync();
        Assert.NotEqual(0, await list.First.GetByRole(AriaRole.Listitem).CountAsync());
        Assert.Empty(await page.SeriousFindings());
        Assert.Empty(page.Complaints);
    }
}
