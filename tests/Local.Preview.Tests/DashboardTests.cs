using System;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Preview.Tests;

/// <summary>Each dashboard of the app over the sample portfolio: its pictures are drawn, its lists answer, and what the sample fills has rows.</summary>
public sealed class DashboardTests(Browser browser, SampleApp sample) : IAsyncLifetime
{
    private ServedApp served = null!;

    public async ValueTask InitializeAsync() => served = await sample.Serve();

    public ValueTask DisposeAsync() => served.DisposeAsync();

    [Fact]
    public Task TheDayOfAManager_ShowsAccountsAtRiskAndOpenChances() => Look(
        "My day", "KAM: my day",
        pictures: ["What are these accounts worth?"],
        filled: ["My accounts at risk", "Open chances with my accounts"],
        empty: ["My requests waiting for a decision", "My price agreements ending within 90 days", "My insights due within 30 days"]);

    [Fact]
    public Task PortfolioAndLoadForALead_ShowsWhoCarriesTooMuch() => Look(
        "Portfolio and load", "Lead: portfolio and load",
        pictures: ["Which portfolio carries more than it can?", "How are the accounts spread over the segments?", "With accounts of which value lies the potential?"],
        filled: ["Portfolios over load", "Proposals to decide"],
        empty: ["Overrides to decide"]);

    [Fact]
    public Task MarginAndContradictionsForAController_ShowsWhereMarginIsLost()
    {
        // The sample's last order lies months back; contradictions are shown of the last month.
        FindContradictionsToday();
        return LookAtMargin();
    }

    private Task LookAtMargin() => Look(
        "Margin and contradictions", "Controller: margin, contradictions, profitless growth",
        pictures: ["Which value class earns the margin?", "Where did revenue grow without profit?", "Which products are sold at contradictory prices?"],
        filled: ["Profitless growth", "Contradictions by amount"],
        empty: ["Agreement lines due for review"]);

    [Fact]
    public Task ExceptionsForAnApprover_ShowsThatNothingWaitsInTheSample() => Look(
        "Exceptions", "Approver: exceptions",
        pictures: [],
        filled: [],
        empty: ["Price exceptions waiting for me", "Price exceptions to decide", "Approvals expiring within 14 days", "Agreement lines needing approval"]);

    [Theory]
    [InlineData("KAM", "My day", "KAM: my day", 5)]
    [InlineData("KAM Lead", "Portfolio and load", "Lead: portfolio and load", 3)]
    [InlineData("KAM Controller", "Margin and contradictions", "Controller: margin, contradictions, profitless growth", 3)]
    [InlineData("KAM Pricing Approver", "Exceptions", "Approver: exceptions", 4)]
    public async Task WithTheRoleItIsFor_EveryListOfADashboardIsAnswered(string role, string entry, string heading, int lists)
    {
        PreviewUsers.AddOneForEachRole(served.Dataverse);
        var users = new QueryExpression("systemuser") { Criteria = { Conditions = { new("domainname", ConditionOperator.Equal, $"{role.Replace(' ', '.')}@preview") } } };
        var user = Assert.Single(served.Dataverse.AdministratorService.RetrieveMultiple(users).Entities).Id;
        await using var page = await PreviewPage.Open(browser, served, user: user);
        await page.OpenApp("Key Account Management");
        await page.Navigate(entry);
        await page.Main.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true }).WaitForAsync();

        await Assertions.Expect(page.Main.GetByRole(AriaRole.Grid)).ToHaveCountAsync(lists);
        await Assertions.Expect(page.Main.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Main.Locator(".fui-MessageBar")).ToHaveCountAsync(0);
        Assert.Empty(page.Complaints);
    }

    private void FindContradictionsToday()
    {
        object? cursor = null;
        for (var isComplete = false; !isComplete;)
        {
            var page = served.Dataverse.AdministratorService.Execute(new OrganizationRequest("kam_FindContradictions") { ["AsOf"] = DateTime.UtcNow.Date, ["Cursor"] = cursor });
            isComplete = (bool)page["IsComplete"];
            cursor = isComplete ? null : page["NextCursor"];
        }
    }

    private async Task Look(string entry, string heading, string[] pictures, string[] filled, string[] empty)
    {
        await using var page = await PreviewPage.Open(browser, served);
        await page.OpenApp("Key Account Management");
        await page.Navigate(entry);
        await page.Main.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true }).WaitForAsync();

        foreach (var picture in pictures) await page.Main.GetByRole(AriaRole.Img, new() { Name = picture }).WaitForAsync();
        foreach (var list in filled) await List(page, list).Locator("[data-index='0']").WaitForAsync();
        foreach (var list in empty) await List(page, list).WaitForAsync();

        await Assertions.Expect(page.Main.Locator(".fui-MessageBar")).ToHaveCountAsync(0);
        Assert.Empty(await page.SeriousFindings());
        Assert.Empty(page.Complaints);
    }

    private static ILocator List(PreviewPage page, string name) => page.Main.GetByRole(AriaRole.Grid, new() { Name = name, Exact = true });
}
