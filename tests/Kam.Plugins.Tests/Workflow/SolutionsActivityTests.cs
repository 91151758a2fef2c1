using System;
using System.Linq;
using Kam.Plugins.Tests.Solutions.Bundles;
using Kam.Plugins.Tests.Solutions.Chances;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Workflow;

public sealed class SolutionsActivityTests : IDisposable
{
    private readonly Crm crm;
    private readonly WorkflowRun run;

    public SolutionsActivityTests(PackedSolution solution)
    {
        crm = new(solution);
        run = new(solution, crm);
    }

    public void Dispose() => crm.Dispose();

    [Fact]
    public void ChancesOfOneAccount_AreWorkedOutAmongAllItsPeers()
    {
        var market = Market.OfBikes(crm, out var accounts);

        var outputs = run.Of("Solutions.RefreshChances", ("Account", new EntityReference(AccountRow.Table, accounts[0])));

        Assert.Equal(true, outputs["IsComplete"]);
        Assert.Equal(2, outputs["ChanceCount"]);
        Assert.Equal(0.7m, market.Chance(accounts[0], "Helmets")!.Probability);
        Assert.All(crm.All<CrossSellChanceRow>(), chance => Assert.Equal(accounts[0], chance.AccountId!.Id));
    }

    [Fact]
    public void ChancesOfThePortfolio_AreThoseOfEveryAccount()
    {
        Market.OfBikes(crm, out var accounts);

        Assert.Equal(true, run.Of("Solutions.RefreshChances")["IsComplete"]);

        Assert.Equal(accounts.Count, crm.All<CrossSellChanceRow>().Select(chance => chance.AccountId!.Id).Distinct().Count());
    }

    [Fact]
    public void TheBestBundleOfAnAccount_IsHandedOnWithItsReason()
    {
        var market = Market.OfBikes(crm, out var accounts);
        var bundle = new SmartLine(crm, isReleased: false);
        crm.Service.Update(new BundleComponentRow { Id = bundle.Heat, ProductId = new EntityReference(ProductRow.Table, market.Product("Helmets")) });
        bundle.Release();
        var account = new EntityReference(AccountRow.Table, accounts[0]);
        Assert.Equal(false, run.Of("Solutions.ProposeBundle", ("Account", account))["IsFound"]);
        market.Refresh();

        var outputs = run.Of("Solutions.ProposeBundle", ("Account", account));

        Assert.Equal(bundle.Id, ((EntityReference)outputs["SolutionBundle"]).Id);
        Assert.Equal(0.7m, outputs["Probability"]);
        Assert.StartsWith("7 of 9 customers that buy Bikes also buy Helmets.", (string)outputs["Reason"], StringComparison.Ordinal);
    }
}
