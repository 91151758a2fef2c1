using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Pipeline;

/// <summary>What every request asks about its user and the organisation, read once and kept.</summary>
internal sealed class Settings(Organization organization)
{
    private readonly Dictionary<Guid, User> users = [];
    private OrganizationSettings? ofOrganization;

    /// <summary>What goes to the trace log: 0 nothing, 1 failures, 2 everything.</summary>
    public int TraceSetting => (ofOrganization ??= ReadOrganization()).TraceSetting;

    /// <summary>Whether the platform's own price calculation is on.</summary>
    public bool CalculatesPrices => (ofOrganization ??= ReadOrganization()).CalculatesPrices;

    /// <summary>LCID of the user's language, else the base language.</summary>
    public int LanguageOf(Guid userId) => Of(userId).LanguageCode;

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
        else if (table is "organization") ofOrganization = null;
    }

    public void Forget()
    {
        users.Clear();
        ofOrganization = null;
    }

    private OrganizationSettings ReadOrganization()
    {
        var row = organization.Core.Retrieve(
            organization.PlatformContext(),
            new EntityReference("organization", organization.Facts.OrganizationId),
            new ColumnSet("plugintracelogsetting", "oobpricecalculationenabled"));
        return new OrganizationSettings(
            row.GetAttributeValue<OptionSetValue>("plugintracelogsetting")?.Value ?? 0,
            row.GetAttributeValue<bool>("oobpricecalculationenabled"));
    }

    private User Read(Guid userId)
    {
        var context = organization.PlatformContext();
        var row = organization.Core.Retrieve(context, new EntityReference("systemuser", userId), new ColumnSet("businessunitid", "isdisabled"));
        var query = new QueryExpression("usersettings") { ColumnSet = new ColumnSet("uilanguageid") };
        query.Criteria.AddCondition("systemuserid", ConditionOperator.Equal, userId);
        var settings = organization.Core.RetrieveMultiple(context, query).Entities;
        var language = settings.Count == 0 ? 0 : settings[0].GetAttributeValue<int>("uilanguageid");
        return new User(
            language == 0 ? organization.Facts.BaseLanguage : language,
            row.GetAttributeValue<EntityReference>("businessunitid")?.Id ?? organization.Facts.RootBusinessUnitId,
            row.GetAttributeValue<bool>("isdisabled"));
    }
}

/// <summary>A user as a request needs it.</summary>
internal sealed record User(int LanguageCode, Guid BusinessUnitId, bool IsDisabled);

internal sealed record OrganizationSettings(int TraceSetting, bool CalculatesPrices);
