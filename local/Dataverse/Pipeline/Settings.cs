using System;
using System.Collections.Generic;
using Local.Dataverse.Queries.Calendars;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Pipeline;

/// <summary>What every request asks about its user and the organisation, read once and kept.</summary>
internal sealed class Settings(Organization organization)
{
    /// <summary>Value of discountcalculationmethod; the other is Line item.</summary>
    private const int PerUnit = 1;

    private readonly Dictionary<Guid, User> users = [];
    private readonly Dictionary<int, UserCalendar> calendars = [];
    private OrganizationSettings? ofOrganization;

    /// <summary>What goes to the trace log: 0 nothing, 1 failures, 2 everything.</summary>
    public int TraceSetting => (ofOrganization ??= ReadOrganization()).TraceSetting;

    /// <summary>Whether the platform's own price calculation is on.</summary>
    public bool CalculatesPrices => (ofOrganization ??= ReadOrganization()).CalculatesPrices;

    /// <summary>Days a token of changed rows is good for.</summary>
    public int DaysOfChangeTokens => (ofOrganization ??= ReadOrganization()).DaysOfChangeTokens;

    /// <summary>Days a stamp of changed definitions is good for.</summary>
    public int DaysOfMetadataStamps => (ofOrganization ??= ReadOrganization()).DaysOfMetadataStamps;

    /// <summary>Whether a manual discount is given on each unit instead of on the line.</summary>
    public bool DiscountsPerUnit => (ofOrganization ??= ReadOrganization()).DiscountsPerUnit;

    /// <summary>LCID of the user's language, else the base language.</summary>
    public int LanguageOf(Guid userId) => Of(userId).LanguageCode;

    /// <summary>LCID of the user's formats; null where he chose none.</summary>
    public int? LocaleOf(Guid userId) => Of(userId).LocaleId;

    /// <summary>The user's time zone, and how the organisation's weeks and fiscal years run. UTC where the user set no zone.</summary>
    public UserCalendar CalendarOf(Guid userId)
    {
        var zone = Of(userId).TimeZoneCode;
        if (calendars.TryGetValue(zone, out var calendar)) return calendar;
        var settings = ofOrganization ??= ReadOrganization();
        return calendars[zone] = new UserCalendar(TimeZoneCodes.Find(zone) ?? TimeZoneInfo.Utc, settings.FirstDayOfWeek, settings.Fiscal);
    }

    /// <summary>The user.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">There is no such user.</exception>
    public User Of(Guid userId)
    {
        if (users.TryGetValue(userId, out var user)) return user;
        user = Read(userId);
        users[userId] = user;
        return user;
    }

    public void NoteWrite(string table)
    {
        if (table is "usersettings" or "systemuser") users.Clear();
        else if (table is "organization") ForgetOrganization();
    }

    public void Forget()
    {
        users.Clear();
        ForgetOrganization();
    }

    private void ForgetOrganization()
    {
        ofOrganization = null;
        calendars.Clear();
    }

    private OrganizationSettings ReadOrganization()
    {
        var row = organization.Core.Retrieve(
            organization.PlatformContext(),
            new EntityReference("organization", organization.Facts.OrganizationId),
            new ColumnSet(
                "plugintracelogsetting", "oobpricecalculationenabled", "discountcalculationmethod", "weekstartdaycode", "fiscalcalendarstart", "fiscalperiodtype", "fiscalyeardisplaycode",
                "expirechangetrackingindays", "expiresubscriptionsindays"));
        return new OrganizationSettings(
            row.GetAttributeValue<OptionSetValue>("plugintracelogsetting")?.Value ?? 0,
            row.GetAttributeValue<bool>("oobpricecalculationenabled"),
            row.GetAttributeValue<OptionSetValue>("discountcalculationmethod")?.Value == PerUnit,
            (DayOfWeek)(row.GetAttributeValue<OptionSetValue>("weekstartdaycode")?.Value ?? 0),
            FiscalOf(row),
            row.GetAttributeValue<int?>("expirechangetrackingindays") ?? 7,
            row.GetAttributeValue<int?>("expiresubscriptionsindays") ?? 90);
    }

    private static FiscalCalendar FiscalOf(Entity row)
    {
        var start = row.GetAttributeValue<DateTime?>("fiscalcalendarstart") ?? new DateTime(2000, 1, 1);
        var type = (FiscalPeriodType)row.GetAttributeValue<int>("fiscalperiodtype");
        return new FiscalCalendar(
            start.Month, start.Day, Enum.IsDefined(type) ? type : FiscalPeriodType.Quarterly, NamedByEnd: row.GetAttributeValue<int>("fiscalyeardisplaycode") == 2);
    }

    private User Read(Guid userId)
    {
        var context = organization.PlatformContext();
        var row = organization.Core.Retrieve(context, new EntityReference("systemuser", userId), new ColumnSet("businessunitid", "isdisabled"));
        var query = new QueryExpression("usersettings") { ColumnSet = new ColumnSet("uilanguageid", "localeid", "timezonecode") };
        query.Criteria.AddCondition("systemuserid", ConditionOperator.Equal, userId);
        var settings = organization.Core.RetrieveMultiple(context, query).Entities;
        var language = settings.Count == 0 ? 0 : settings[0].GetAttributeValue<int>("uilanguageid");
        return new User(
            language == 0 ? organization.Facts.BaseLanguage : language,
            row.GetAttributeValue<EntityReference>("businessunitid")?.Id ?? organization.Facts.RootBusinessUnitId,
            row.GetAttributeValue<bool>("isdisabled"),
            (settings.Count == 0 ? null : settings[0].GetAttributeValue<int?>("timezonecode")) ?? TimeZoneCodes.Utc,
            settings.Count == 0 ? null : settings[0].GetAttributeValue<int?>("localeid"));
    }
}

/// <summary>A user as a request needs it.</summary>
internal sealed record User(int LanguageCode, Guid BusinessUnitId, bool IsDisabled, int TimeZoneCode, int? LocaleId);

internal sealed record OrganizationSettings(int TraceSetting, bool CalculatesPrices, bool DiscountsPerUnit, DayOfWeek FirstDayOfWeek, FiscalCalendar Fiscal, int DaysOfChangeTokens, int DaysOfMetadataStamps);
