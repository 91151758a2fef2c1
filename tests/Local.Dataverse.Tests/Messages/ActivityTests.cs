using System;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Messages;

public sealed class ActivityTests : IDisposable
{
    private readonly TestOrganization organization = new();

    public void Dispose() => organization.Dispose();

    // table, state and status it is closed with
    [Theory]
    [InlineData("task", 1, 5)]
    [InlineData("task", 2, 6)]
    [InlineData("phonecall", 1, 2)]
    public void AnActivityThatIsClosed_EndsNow(string table, int state, int status)
    {
        var id = organization.Service.Create(new Entity(table) { ["subject"] = "Besuch" });

        organization.Service.Execute(new SetStateRequest { EntityMoniker = new EntityReference(table, id), State = new OptionSetValue(state), Status = new OptionSetValue(status) });

        var end = organization.Service.Retrieve(table, id, new ColumnSet("actualend")).GetAttributeValue<DateTime>("actualend");
        Assert.Equal(organization.Clock.GetUtcNow().UtcDateTime, end, TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void AnEndThatIsGiven_Stays()
    {
        var visited = new DateTime(2026, 2, 3, 14, 0, 0, DateTimeKind.Utc);
        var before = organization.Service.Create(new Entity("task") { ["subject"] = "Besuch", ["actualend"] = visited });
        var meanwhile = organization.Service.Create(new Entity("task") { ["subject"] = "Besuch" });

        organization.Service.Update(new Entity("task", before) { ["statecode"] = new OptionSetValue(1) });
        organization.Service.Update(new Entity("task", meanwhile) { ["statecode"] = new OptionSetValue(1), ["actualend"] = visited });

        Assert.All([before, meanwhile], id => Assert.Equal(visited, organization.Service.Retrieve("task", id, new ColumnSet("actualend"))["actualend"]));
    }

    [Fact]
    public void TheTimeOfACase_IsThatOfItsCompletedActivities()
    {
        var incident = new EntityReference("incident", organization.Service.Create(
            new Entity("incident") { ["title"] = "Sensor misst falsch", ["customerid"] = new EntityReference("account", organization.Account("Muster AG")) }));
        Assert.Equal(0L, Time(incident));
        foreach (var (minutes, isDone) in new[] { (30, true), (45, true), (600, false) })
        {
            var task = organization.Service.Create(new Entity("task") { ["subject"] = "Prüfen", ["regardingobjectid"] = incident, ["actualdurationminutes"] = minutes });
            if (isDone) organization.Service.Update(new Entity("task", task) { ["statecode"] = new OptionSetValue(1) });
        }

        Assert.Equal(75L, Time(incident));
    }

    private long Time(EntityReference incident) =>
        ((CalculateTotalTimeIncidentResponse)organization.Service.Execute(new CalculateTotalTimeIncidentRequest { IncidentId = incident.Id })).TotalTime;
}
