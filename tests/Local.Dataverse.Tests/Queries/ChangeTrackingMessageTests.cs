using System;
using System.Linq;
using Local.Dataverse.Security;
using Local.Dataverse.Tests.Import;
using Local.Dataverse.Tests.Pipeline;
using Local.Dataverse.Tests.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Queries;

/// <summary>The message about changes, from a solution that turns tracking on to who may ask.</summary>
public sealed class ChangeTrackingMessageTests
{
    [Fact]
    public void ASolution_TurnsTrackingOnForAStandardTableAndNoneTurnsItOff()
    {
        using var organization = new TestOrganization();
        Assert.Equal(unchecked((int)0x80072491), TestOrganization.Refused(() => Changes(organization.Service, null)).ErrorCode);
        var before = organization.Account("before");

        Track(organization.Dataverse);
        using (var zip = new TestSolution { WithStep = false, Version = "1.2.0.0" }.Zip()) organization.Dataverse.ImportSolution(zip);

        var changes = Changes(organization.Service, null);
        Assert.Equal([before], changes.Changes.Cast<NewOrUpdatedItem>().Select(c => c.NewOrUpdatedEntity.Id));
        Assert.Equal(((RetrieveTimestampResponse)organization.Service.Execute(new RetrieveTimestampRequest())).Timestamp, changes.GlobalMetadataVersion);
        organization.Service.Delete("account", before);
        Assert.Equal(before, Assert.IsType<RemovedOrDeletedItem>(Assert.Single(Changes(organization.Service, changes.DataToken).Changes)).RemovedItem.Id);
    }

    [Fact]
    public void AToken_IsGoodForSevenDaysOrAsLongAsTheOrganisationSays()
    {
        using var organization = new TestOrganization();
        Track(organization.Dataverse);
        var token = Changes(organization.Service, null).DataToken;
        organization.Clock.Advance(TimeSpan.FromDays(6.9));
        Changes(organization.Service, token);
        organization.Clock.Advance(TimeSpan.FromDays(0.2));

        Assert.Equal(unchecked((int)0x80044352), TestOrganization.Refused(() => Changes(organization.Service, token)).ErrorCode);
        organization.Service.Update(new Entity("organization", organization.Dataverse.OrganizationId) { ["expirechangetrackingindays"] = 30 });
        Assert.Empty(Changes(organization.Service, token).Changes);
    }

    [Fact]
    public void WhatIsRolledBack_WasNeverDeleted()
    {
        using var organization = new TestOrganization();
        Track(organization.Dataverse);
        var id = organization.Account("a");
        var token = Changes(organization.Service, null).DataToken;
        Assert.NotEqual(0, TestOrganization.Refused(() => organization.Service.Execute(new ExecuteTransactionRequest
        {
            Requests = [new DeleteRequest { Target = new EntityReference("account", id) }, new DeleteRequest { Target = new EntityReference("account", Guid.NewGuid()) }],
        })).ErrorCode);

        Assert.Empty(Changes(organization.Service, token).Changes);
    }

    [Fact]
    public void OnlyWhoReadsTheWholeTable_LearnsWhatChanged()
    {
        using var secured = new SecuredOrganization();
        Track(secured.Dataverse);
        var clerk = secured.User(secured.North, secured.Role(PrivilegeGrant.Local, "prvReadAccount"));
        var controller = secured.User(secured.North, secured.Role(PrivilegeGrant.Global, "prvReadAccount"));
        secured.Account(clerk);
        secured.Account(secured.Dataverse.AdministratorId);

        Assert.Equal(SecuredOrganization.PrivilegeDenied, SecuredOrganization.Code(() => Changes(secured.Dataverse.ServiceFor(clerk), null)));
        Assert.Equal(2, Changes(secured.Dataverse.ServiceFor(controller), null).Changes.Count);
    }

    [Fact]
    public void ATotalCount_HasOnlyWhatTheCallerReads()
    {
        using var secured = new SecuredOrganization();
        var clerk = secured.User(secured.North, secured.Role(PrivilegeGrant.Local, "prvReadAccount"));
        secured.Account(clerk);
        secured.Account(secured.Dataverse.AdministratorId);
        long Count(IOrganizationService service) =>
            ((RetrieveTotalRecordCountResponse)service.Execute(new RetrieveTotalRecordCountRequest { EntityNames = ["account"] })).EntityRecordCountCollection["account"];

        Assert.Equal((1, 2), (Count(secured.Dataverse.ServiceFor(clerk)), Count(secured.Admin)));
        Assert.Equal(SecuredOrganization.PrivilegeDenied, SecuredOrganization.Code(
            () => secured.Dataverse.ServiceFor(clerk).Execute(new RetrieveTotalRecordCountRequest { EntityNames = ["contact"] })));
    }

    private static BusinessEntityChanges Changes(IOrganizationService service, string? token) => ((RetrieveEntityChangesResponse)service.Execute(
        new RetrieveEntityChangesRequest { EntityName = "account", Columns = new ColumnSet("name"), DataVersion = token, GetGlobalMetadataVersion = true })).EntityChanges;

    private static void Track(LocalDataverse dataverse)
    {
        using var zip = new TestSolution
        {
            WithStep = false,
            Version = "1.1.0.0",
            Change = text => text.Replace("unmodified=\"1\"><attributes>", "unmodified=\"1\"><ChangeTrackingEnabled>1</ChangeTrackingEnabled><attributes>", StringComparison.Ordinal),
        }.Zip();
        dataverse.ImportSolution(zip);
    }
}
