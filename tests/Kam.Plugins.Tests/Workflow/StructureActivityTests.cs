using System;
using Kam.Plugins.Tests.Structure;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Workflow;

public sealed class StructureActivityTests : IDisposable
{
    private readonly Crm crm;
    private readonly WorkflowRun run;

    public StructureActivityTests(PackedSolution solution)
    {
        crm = new(solution);
        run = new(solution, crm);
    }

    public void Dispose() => crm.Dispose();

    [Fact]
    public void SegmentingAnAccount_HandsSegmentIndexAndReasonOn()
    {
        var account = crm.Scored("Meier AG", 80m);

        var outputs = run.Of("Structure.SegmentAccount", ("Account", new EntityReference(AccountRow.Table, account)));

        Assert.Equal(crm.Segment("A").Id, ((EntityReference)outputs["Segment"]).Id);
        Assert.Equal(80m, outputs["SegmentIndex"]);
        Assert.Equal(true, outputs["IsChanged"]);
        Assert.Contains("A, which begins at 70", (string)outputs["Explanation"], StringComparison.Ordinal);
        Assert.Equal("A", crm.SegmentOf(account));
        Assert.Equal(false, run.Of("Structure.SegmentAccount", ("Account", new EntityReference(AccountRow.Table, account)))["IsChanged"]);
    }

    [Fact]
    public void AnAccountNothingIsKnownOf_HasNoSegment()
    {
        var outputs = run.Of("Structure.SegmentAccount", ("Account", new EntityReference(AccountRow.Table, crm.Account("Neu AG"))));

        Assert.Null(outputs["Segment"]);
        Assert.Equal(0m, outputs["SegmentIndex"]);
    }

    [Fact]
    public void SegmentingThePortfolio_GoesOnFromPageToPage()
    {
        foreach (var score in new[] { 80m, 60m, 20m }) crm.Scored($"Account {score}", score);

        var first = run.Of("Structure.SegmentPortfolio", ("PageSize", 2));
        var second = run.Of("Structure.SegmentPortfolio", ("PageSize", 2), ("Cursor", first["NextCursor"]));

        Assert.Equal([false, true], new[] { first["IsComplete"], second["IsComplete"] });
        Assert.Equal(3, (int)first["ChangedCount"] + (int)second["ChangedCount"]);
        Assert.Equal("", second["NextCursor"]);
    }
}
