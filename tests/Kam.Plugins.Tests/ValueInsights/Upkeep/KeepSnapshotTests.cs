using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Kam.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Upkeep;

public sealed class KeepSnapshotTests : IDisposable
{
    private readonly Crm crm;
    private readonly Guid account, first, second;

    public KeepSnapshotTests(PackedSolution solution)
    {
        crm = new Crm(solution);
        crm.ScoreBy(Models.Simple());
        account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2026, 1, 5), 50_000m, 30_000m);
        first = Score();
        crm.Order(account, Crm.Day(2026, 1, 6), 10_000m, 6_000m);
        second = Score();
    }

    public void Dispose() => crm.Dispose();

    [Fact]
    public void NothingASnapshotSays_CanBeRewritten()
    {
        var open = ColumnsThat(column => crm.Service.Update(new ValueScoreRow { Id = second, [column] = null }), typeof(ValueScoreRow.Column));

        // Which run and which fit it came from goes when they are deleted; what they led to is in the snapshot itself.
        Assert.Equal([ValueScoreRow.Column.ScoringRunId, ValueScoreRow.Column.ValueModelFitId], open);
        Assert.Equal(60_000m, crm.Read<ValueScoreRow>(second).Revenue!.Value);
    }

    [Fact]
    public void NothingAPartSays_CanBeRewritten()
    {
        var part = crm.All<ScorePartRow>(ScorePartRow.Column.ValueScoreId, second)[0];

        Assert.Empty(ColumnsThat(column => crm.Service.Update(new ScorePartRow { Id = part.Id, [column] = null }), typeof(ScorePartRow.Column)));
        Assert.Equal(part.Contribution, crm.Read<ScorePartRow>(part.Id).Contribution);
    }

    [Fact]
    public void TheRefusal_SaysThatSnapshotsStay()
    {
        var refusal = Crm.Refusal(() => crm.Service.Update(new ValueScoreRow { Id = first, Score = 99m }));

        Assert.Equal(["KAM-VAL-053"], Crm.CodesOf(refusal));
        Assert.Contains("Value the account again: that makes a new snapshot.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ASnapshot_MayGetAnotherOwner()
    {
        var team = crm.Create(new TeamRow { Name = "Key accounts East" });
        // Who is to own a row must be able to read it.
        var role = crm.Service.RetrieveMultiple(new QueryByAttribute("role") { Attributes = { "name" }, Values = { "KAM" } }).Entities[0];
        crm.Service.Associate(TeamRow.Table, team, new Relationship("teamroles_association"), [role.ToEntityReference()]);

        crm.Service.Execute(new AssignRequest { Target = new EntityReference(ValueScoreRow.Table, first), Assignee = new EntityReference(TeamRow.Table, team) });

        Assert.Equal(team, crm.Read<ValueScoreRow>(first).OwnerId!.Id);
    }

    [Fact]
    public void AnOldSnapshot_MayBeDeletedAndTheLaterOneStays()
    {
        crm.Service.Delete(ValueScoreRow.Table, first);

        var left = Assert.Single(crm.All<ValueScoreRow>());
        Assert.Equal((second, null, 60_000m), (left.Id, left.PreviousScoreId, left.Revenue!.Value));
    }

    [Fact]
    public void ADeletedRun_LeavesItsSnapshots()
    {
        string? cursor = null;
        do
        {
            var answer = crm.Call("kam_ScorePortfolio", [("AsOf", Crm.Today), .. cursor is null ? Array.Empty<(string, object)>() : [("Cursor", cursor)]]);
            cursor = (bool)answer["IsComplete"] ? null : (string)answer["NextCursor"];
        }
        while (cursor is not null);
        var before = crm.All<ValueScoreRow>().Count;

        crm.Service.Delete(ScoringRunRow.Table, Assert.Single(crm.All<ScoringRunRow>()).Id);

        Assert.Equal(before, crm.All<ValueScoreRow>().Count);
    }

    private Guid Score() => (Guid)crm.Call("kam_ScoreAccount", ("AccountId", account))["ValueScoreId"];

    /// <summary>Columns of ours that the action may change, in alphabetical order.</summary>
    private static IEnumerable<string> ColumnsThat(Action<string> change, Type columns)
    {
        var ours = columns.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetValue(null)!)
            .Where(c => c.StartsWith("kam_", StringComparison.Ordinal) && !c.EndsWith("_base", StringComparison.Ordinal) && c is not (ValueScoreRow.Column.ValueScoreId or ScorePartRow.Column.ScorePartId)
                || c == ScorePartRow.Column.ValueScoreId && columns == typeof(ScorePartRow.Column));
        return ours.Where(column => !IsRefused(() => change(column))).Order(StringComparer.Ordinal).ToList();
    }

    private static bool IsRefused(Action change)
    {
        var error = Record.Exception(change);
        return error is System.ServiceModel.FaultException<OrganizationServiceFault> fault && Crm.CodesOf(fault.Detail) is ["KAM-VAL-053"];
    }
}
