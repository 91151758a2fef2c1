using System;
using System.Linq;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

/// <summary>What users and the organisation set about time zones, weeks and fiscal years holds in their queries, at once.</summary>
public sealed class OrganizationCalendarTests : IDisposable
{
    private const int Zurich = 110, NewYork = 35;

    // The clock stands at 2 March 2026, 08:00 UTC, a Monday.
    private readonly TestOrganization organization = new();

    public void Dispose() => organization.Dispose();

    [Fact]
    public void TodayIsTheUsersDay_FromTheMomentHeChangesHisTimeZone()
    {
        Task("midnight in Zürich", "2026-03-01T23:30:00Z");
        Task("night in New York", "2026-03-02T04:30:00Z");
        const string Today = "<condition attribute='scheduledend' operator='today'/>";

        Assert.Equal("night in New York", Found(Today));
        SetZone(Zurich);
        Assert.Equal("midnight in Zürich, night in New York", Found(Today));
        SetZone(NewYork);
        Assert.Equal("", Found(Today));
    }

    [Fact]
    public void TwoUsers_HaveTwoDays()
    {
        Task("late", "2026-03-02T23:30:00Z");
        var other = organization.User("Other");
        SetZone(Zurich);

        Assert.Equal("", Found("<condition attribute='scheduledend' operator='today'/>"));
        Assert.Equal("late", Found("<condition attribute='scheduledend' operator='today'/>", organization.Dataverse.ServiceFor(other)));
    }

    [Fact]
    public void WeeksBegin_AsTheOrganisationSays()
    {
        Task("sunday", "2026-03-01T12:00:00Z");
        Task("monday", "2026-03-02T12:00:00Z");
        const string ThisWeek = "<condition attribute='scheduledend' operator='this-week'/>";

        Assert.Equal("monday, sunday", Found(ThisWeek));
        SetOrganization(("weekstartdaycode", new OptionSetValue(1)));
        Assert.Equal("monday", Found(ThisWeek));
    }

    [Fact]
    public void TheFiscalYear_IsTheOrganisations()
    {
        Task("june", "2025-06-30T12:00:00Z");
        Task("july", "2025-07-01T12:00:00Z");
        Task("february", "2026-02-01T12:00:00Z");
        SetOrganization(("fiscalcalendarstart", new DateTime(2020, 7, 1, 0, 0, 0, DateTimeKind.Utc)), ("fiscalperiodtype", 2001), ("fiscalyeardisplaycode", 2));

        Assert.Equal("february, july", Found("<condition attribute='scheduledend' operator='this-fiscal-year'/>"));
        Assert.Equal("february", Found("<condition attribute='scheduledend' operator='in-fiscal-period-and-year'><value>2</value><value>2026</value></condition>"));
        var groups = organization.Service.RetrieveMultiple(new FetchExpression(
            "<fetch aggregate='true'><entity name='task'><attribute name='scheduledend' alias='p' groupby='true' dategrouping='fiscal-period'/><attribute name='activityid' alias='n' aggregate='count'/><order alias='p'/></entity></fetch>"));
        Assert.Equal(["Semester 2 FY2025", "Semester 1 FY2026", "Semester 2 FY2026"], groups.Entities.Select(g => g.FormattedValues["p"]));
    }

    [Fact]
    public void Dates_ReadAsTheUsersClockShowsThem()
    {
        var id = Task("late", "2026-03-02T23:30:00Z");
        SetZone(Zurich);

        var row = organization.Service.Retrieve("task", id, new ColumnSet("scheduledend"));

        Assert.Equal(new DateTime(2026, 3, 2, 23, 30, 0, DateTimeKind.Utc), row["scheduledend"]);
        Assert.StartsWith("3/3/2026 12:30", row.FormattedValues["scheduledend"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Zurich, "2026-03-29T00:59:59", "2026-03-29T01:59:59")]
    [InlineData(Zurich, "2026-03-29T01:00:00", "2026-03-29T03:00:00")]
    [InlineData(NewYork, "2026-11-01T05:30:00", "2026-11-01T01:30:00")]
    [InlineData(92, "2026-11-01T05:30:00", "2026-11-01T05:30:00")]
    public void LocalTime_IsThatOfTheZone(int zone, string utc, string local)
    {
        var there = (LocalTimeFromUtcTimeResponse)organization.Service.Execute(new LocalTimeFromUtcTimeRequest { UtcTime = DateTime.Parse(utc, null), TimeZoneCode = zone });
        var back = (UtcTimeFromLocalTimeResponse)organization.Service.Execute(new UtcTimeFromLocalTimeRequest { LocalTime = DateTime.Parse(local, null), TimeZoneCode = zone });

        Assert.Equal(DateTime.Parse(local, null), there.LocalTime);
        Assert.Equal((DateTime.Parse(utc, null), DateTimeKind.Utc), (back.UtcTime, back.UtcTime.Kind));
    }

    [Fact]
    public void ATimeTheClockJumpsOver_IsTheMomentOfTheJump() => Assert.Equal(
        new DateTime(2026, 3, 29, 1, 0, 0, DateTimeKind.Utc),
        ((UtcTimeFromLocalTimeResponse)organization.Service.Execute(new UtcTimeFromLocalTimeRequest { LocalTime = new DateTime(2026, 3, 29, 2, 30, 0), TimeZoneCode = Zurich })).UtcTime);

    [Fact]
    public void AnUnknownTimeZone_IsRefused() => Assert.Equal(unchecked((int)0x80040203), TestOrganization.Refused(
        () => organization.Service.Execute(new LocalTimeFromUtcTimeRequest { UtcTime = DateTime.UnixEpoch, TimeZoneCode = 7777 })).ErrorCode);

    [Fact]
    public void EveryTimeZoneCode_IsAZone()
    {
        var codes = Local.Dataverse.Queries.Calendars.TimeZoneCodes.All;

        Assert.True(codes.Count > 90);
        Assert.All(codes, code => Assert.NotNull(Local.Dataverse.Queries.Calendars.TimeZoneCodes.Find(code)));
    }

    [Fact]
    public void RowsAreCounted_TableByTable()
    {
        organization.Account("a");
        organization.Account("b");

        var counts = ((RetrieveTotalRecordCountResponse)organization.Service.Execute(new RetrieveTotalRecordCountRequest { EntityNames = ["account", "contact"] })).EntityRecordCountCollection;

        Assert.Equal((2L, 0L), (counts["account"], counts["contact"]));
        Assert.Equal(unchecked((int)0x80041102), TestOrganization.Refused(() => organization.Service.Execute(new RetrieveTotalRecordCountRequest { EntityNames = ["nosuch"] })).ErrorCode);
    }

    [Fact]
    public void APersonalView_IsARow()
    {
        var view = organization.Service.Create(new Entity("userquery") { ["name"] = "Mine", ["returnedtypecode"] = "account", ["fetchxml"] = "<fetch><entity name='account'><attribute name='name'/></entity></fetch>", ["querytype"] = 0 });
        organization.Account("a");

        var fetch = (string)organization.Service.Retrieve("userquery", view, new ColumnSet("fetchxml"))["fetchxml"];

        Assert.Single(organization.Service.RetrieveMultiple(new FetchExpression(fetch)).Entities);
    }

    [Fact]
    public void BothMessagesOfConversion_TakeTheOthersAnswer()
    {
        organization.Account("a");
        var expression = ((FetchXmlToQueryExpressionResponse)organization.Service.Execute(new FetchXmlToQueryExpressionRequest { FetchXml = "<fetch><entity name='account'><attribute name='name'/><filter><condition attribute='statecode' operator='eq' value='0'/></filter></entity></fetch>" })).Query;
        var fetch = ((QueryExpressionToFetchXmlResponse)organization.Service.Execute(new QueryExpressionToFetchXmlRequest { Query = expression })).FetchXml;

        Assert.Equal(0, expression.Criteria.Conditions.Single().Values.Single());
        Assert.Single(organization.Service.RetrieveMultiple(new FetchExpression(fetch)).Entities);
    }

    private void SetZone(int code) => organization.Service.Update(new Entity("usersettings", organization.Dataverse.AdministratorId) { ["timezonecode"] = code });

    private void SetOrganization(params (string Column, object Value)[] values)
    {
        var row = new Entity("organization", organization.Dataverse.OrganizationId);
        foreach (var (column, value) in values) row[column] = value;
        organization.Service.Update(row);
    }

    private Guid Task(string subject, string end) =>
        organization.Service.Create(new Entity("task") { ["subject"] = subject, ["scheduledend"] = DateTime.Parse(end, null, System.Globalization.DateTimeStyles.RoundtripKind) });

    private string Found(string condition, IOrganizationService? service = null)
    {
        var rows = (service ?? organization.Service).RetrieveMultiple(new FetchExpression($"<fetch><entity name='task'><attribute name='subject'/><order attribute='subject'/><filter>{condition}</filter></entity></fetch>"));
        return string.Join(", ", rows.Entities.Select(r => r["subject"]));
    }
}
