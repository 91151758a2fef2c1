using System.Threading.Tasks;
using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Preview.Tests.Journeys;

/// <summary>A controller finds the prices that contradict one another, the most expensive first.</summary>
public sealed class ContradictionJourney(Browser browser, SampleApp sample)
{
    [Theory]
    [InlineData(1033, "Price contradictions", "Amount at stake", "Sort descending")]
    [InlineData(1031, "Preiswidersprüche", "Betrag im Risiko", "Absteigend sortieren")]
    public async Task TheLargestContradiction_NamesWhoPaysLessAndWhatIsAtStake(int language, string table, string amount, string descending)
    {
        await using var week = await SalesWeek.Begin(sample);
        var query = new QueryExpression("kam_pricecontradiction") { ColumnSet = new ColumnSet(true), TopCount = 1, Orders = { new OrderExpression("kam_amountatstake", OrderType.Descending) } };
        var largest = week.Served.Dataverse.AdministratorService.RetrieveMultiple(query).Entities[0];
        Assert.True(largest.GetAttributeValue<Money>("kam_otherpocketprice").Value < largest.GetAttributeValue<Money>("kam_pocketprice").Value);
        await using var page = await week.As(browser, "KAM Controller", language);
        await page.Navigate(table);
        await page.WaitForRows();
        await page.Grid.GetByRole(AriaRole.Button, new() { Name = amount }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = descending }).ClickAsync();

        await Assertions.Expect(page.Grid.Locator("[data-index='0']")).ToContainTextAsync(largest.GetAttributeValue<string>("kam_name"), new() { Timeout = 20_000 });
        await page.OpenRow(0);

        await Assertions.Expect(page.Main).ToContainTextAsync(largest.GetAttributeValue<EntityReference>("kam_accountid").Name);
        await Assertions.Expect(page.Main).ToContainTextAsync(largest.GetAttributeValue<EntityReference>("kam_otheraccountid").Name);
        Assert.Empty(await page.SeriousFindings());
        Assert.Empty(page.Complaints);
    }
}
