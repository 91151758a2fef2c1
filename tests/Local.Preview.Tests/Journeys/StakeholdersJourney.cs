using System.Threading.Tasks;
using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Preview.Tests.Journeys;

/// <summary>A key account manager puts people on the map of an account, and sees how well we are placed there.</summary>
public sealed class StakeholdersJourney(Browser browser, SampleApp sample)
{
    [Theory]
    [InlineData(1033, "Accounts", "Structure", "New Stakeholder", "Look for Contact", "Decider", "Save")]
    [InlineData(1031, "Firmen", "Structure", "Stakeholder hinzufügen", "Kontakt suchen", "Entscheider", "Speichern")]
    public async Task ADeciderWhoIsAdded_RaisesTheRelationshipScore(int language, string accounts, string tab, string add, string look, string decider, string save)
    {
        await using var week = await SalesWeek.Begin(sample);
        week.Served.Dataverse.AdministratorService.Create(new Entity("contact")
        {
            ["firstname"] = "Anna",
            ["lastname"] = "Huber",
            ["parentcustomerid"] = new EntityReference("account", week.Account),
            ["ownerid"] = new EntityReference("systemuser", week.User("KAM")),
        });
        await using var page = await week.As(browser, "KAM", language);
        await page.Navigate(accounts);
        await page.OpenRow(0);
        await page.Tab(tab).ClickAsync();

        await page.Main.GetByRole(AriaRole.Button, new() { Name = add }).ClickAsync();
        var panel = page.Page.GetByRole(AriaRole.Dialog);
        await panel.GetByPlaceholder(look).FillAsync("Anna");
        await page.Page.GetByRole(AriaRole.Option, new() { Name = "Anna Huber" }).ClickAsync();
        await Assertions.Expect(page.Dialog).ToBeHiddenAsync();
        await page.Page.Locator("#field-kam_role").Last.ClickAsync();
        await page.Page.GetByRole(AriaRole.Option, new() { Name = decider, Exact = true }).ClickAsync();
        await page.Fill("kam_influence", "5");
        await page.Fill("kam_relationship", "4");
        await panel.GetByRole(AriaRole.Button, new() { Name = save, Exact = true }).ClickAsync();

        await Assertions.Expect(panel).ToBeHiddenAsync();
        await page.Main.GetByRole(AriaRole.Link, new() { Name = "Anna Huber" }).First.WaitForAsync();
        week.Served.Dataverse.RunAsyncJobs();
        // Quality 4/5 x density 1/4 x authority 5/5.
        Assert.Equal(20m, week.Read("account", week.Account).GetAttributeValue<decimal>("kam_relationshipscore"));
        Assert.Empty(page.Complaints);
    }
}
