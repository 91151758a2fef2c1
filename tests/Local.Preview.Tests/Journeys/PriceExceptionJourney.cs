using System;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Preview.Tests.Journeys;

/// <summary>A price below the minimum: the key account manager asks, somebody else decides, and only then the quote goes out.</summary>
public sealed class PriceExceptionJourney(Browser browser, SampleApp sample)
{
    private const int Requested = 1;

    [Fact]
    public async Task AnException_IsAskedForOnTheAccount_DecidedByTheApprover_AndTheQuoteGoesOut()
    {
        await using var week = await SalesWeek.Begin(sample);
        var (quote, line) = week.QuoteBelowTheMinimum();

        await using (var page = await week.As(browser, "KAM"))
        {
            Assert.Contains("KAM-PRC-", await Refusal(page, quote), StringComparison.Ordinal);

            await page.Navigate("Accounts");
            await page.OpenRow(0);
            await page.Tab("Pricing").ClickAsync();
            await page.Main.GetByRole(AriaRole.Button, new() { Name = "New Price exception" }).ClickAsync();
            var panel = page.Page.GetByRole(AriaRole.Dialog);
            await panel.GetByPlaceholder("Look for Quote product").ClickAsync();
            await page.Page.GetByRole(AriaRole.Option).First.ClickAsync();
            await page.Fill("kam_reason", "Competitor at our floor");
            await Assertions.Expect(page.Dialog).ToBeHiddenAsync();
            await panel.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Assertions.Expect(panel).ToBeHiddenAsync();
            Assert.Empty(page.Complaints);
        }

        var exception = week.Find("kam_priceexception", "kam_quotelineid", line);
        Assert.Equal(Requested, exception.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Equal(week.User("KAM"), exception.GetAttributeValue<EntityReference>("kam_requestedbyid").Id);

        await using (var page = await week.As(browser, "KAM Pricing Approver", 1031))
        {
            await page.Navigate("Preisausnahmen");
            await page.OpenRow(0);
            await Assertions.Expect(page.Main).ToContainTextAsync("Competitor at our floor");
            await Decide(page, exception.Id);
            await page.Command("Aktualisieren").ClickAsync();
            await Assertions.Expect(page.Main).ToContainTextAsync(new Regex("Genehmigt|Freigegeben"));
        }

        await using (var page = await week.As(browser, "KAM"))
        {
            Assert.Equal("", await Refusal(page, quote));
        }
        Assert.Equal(1, week.Read("quote", quote).GetAttributeValue<OptionSetValue>("statecode").Value);
    }

    // Sends the quote out as its form would; what the server refuses, or nothing.
    private static Task<string> Refusal(PreviewPage page, Guid quote) => page.Page.EvaluateAsync<string>(
        "async (id) => { try { await Xrm.WebApi.updateRecord('quote', id, { statecode: 1, statuscode: 2 }); return ''; } catch (error) { return error.message; } }", quote.ToString());

    private static Task Decide(PreviewPage page, Guid exception) => page.Page.EvaluateAsync(
        """
        (id) => Xrm.WebApi.online.execute({
          PriceExceptionId: id, Approves: true, Comment: "Once",
          getMetadata: () => ({ operationName: "kam_DecidePriceException", operationType: 0, boundParameter: null, parameterTypes: {
            PriceExceptionId: { typeName: "Edm.Guid", structuralProperty: 1 }, Approves: { typeName: "Edm.Boolean", structuralProperty: 1 }, Comment: { typeName: "Edm.String", structuralProperty: 1 } } }),
        }).then((answer) => answer.ok)
        """, exception.ToString());
}
