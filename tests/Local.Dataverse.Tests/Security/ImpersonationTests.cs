using System;
using Local.Dataverse.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Security;

/// <summary>Who acts for another user does what both have the privilege for, to the rows the other reaches.</summary>
public sealed class ImpersonationTests : IDisposable
{
    private const string Act = "prvActOnBehalfOfAnotherUser";
    private const int CannotAct = unchecked((int)0x8004A110);

    private readonly SecuredOrganization organization = new();

    public void Dispose() => organization.Dispose();

    [Theory]
    [InlineData(true, true, 0)]
    [InlineData(true, false, SecuredOrganization.PrivilegeDenied)]
    [InlineData(false, true, SecuredOrganization.PrivilegeDenied)]
    [InlineData(false, false, SecuredOrganization.PrivilegeDenied)]
    public void APrivilege_IsNeededByBoth(bool ofSender, bool ofUser, int expected)
    {
        var sender = User(Act, ofSender ? "prvDeleteAccount" : "prvReadAccount");
        var user = User("prvReadAccount", ofUser ? "prvDeleteAccount" : "prvWriteAccount");
        var row = organization.Account(user);

        Assert.Equal(expected, SecuredOrganization.Code(() => organization.Dataverse.ServiceFor(user, sender).Delete("account", row)));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, SecuredOrganization.PrivilegeDenied)]
    public void ForAnAdministrator_TheSendersPrivilegesAreTheLimit(bool ofSender, int expected)
    {
        var sender = User(Act, ofSender ? "prvDeleteAccount" : "prvReadAccount");
        var row = organization.Account(organization.Dataverse.AdministratorId);

        Assert.Equal(expected, SecuredOrganization.Code(() => organization.Dataverse.ServiceFor(organization.Dataverse.AdministratorId, sender).Delete("account", row)));
    }

    [Fact]
    public void AnAdministratorWhoActsForAUser_HasTheRightsOfThatUser()
    {
        var user = User("prvReadAccount");
        var (own, other) = (organization.Account(user), organization.Account(organization.Dataverse.AdministratorId));
        var service = organization.Dataverse.ServiceFor(user, organization.Dataverse.AdministratorId);

        Assert.Equal(own, service.Retrieve("account", own, new ColumnSet()).Id);
        Assert.Equal(SecuredOrganization.AccessDenied, SecuredOrganization.Code(() => service.Retrieve("account", other, new ColumnSet())));
        Assert.Equal(SecuredOrganization.PrivilegeDenied, SecuredOrganization.Code(() => service.Delete("account", own)));
    }

    [Fact]
    public void TheRows_AreThoseTheImpersonatedUserReaches()
    {
        var sender = organization.User(organization.South, organization.Role((Act, PrivilegeGrant.Global), ("prvReadAccount", PrivilegeGrant.Basic)));
        var user = organization.User(organization.North, organization.Role(PrivilegeGrant.Local, "prvReadAccount"));
        var colleague = organization.User(organization.North, organization.Role(PrivilegeGrant.Basic, "prvReadAccount"));
        var (reached, ofSender) = (organization.Account(colleague), organization.Account(sender));
        var service = organization.Dataverse.ServiceFor(user, sender);

        var seen = service.RetrieveMultiple(new QueryExpression("account") { ColumnSet = new ColumnSet(false) }).Entities;

        Assert.Equal(reached, Assert.Single(seen).Id);
        Assert.Equal(SecuredOrganization.AccessDenied, SecuredOrganization.Code(() => service.Retrieve("account", ofSender, new ColumnSet())));
    }

    [Fact]
    public void ARefusal_NamesWhoLacksThePrivilege()
    {
        var sender = User(Act);
        var user = User("prvReadAccount");
        var row = organization.Account(user);

        var refused = SecuredOrganization.Refused(() => organization.Dataverse.ServiceFor(user, sender).Retrieve("account", row, new ColumnSet()));

        Assert.Contains($"(Id={sender}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("prvReadAccount", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APrivilegeGivenLater_CountsFromThenOn()
    {
        var sender = User(Act);
        var user = User("prvReadAccount");
        var row = organization.Account(user);
        var service = organization.Dataverse.ServiceFor(user, sender);
        Assert.Equal(SecuredOrganization.PrivilegeDenied, SecuredOrganization.Code(() => service.Retrieve("account", row, new ColumnSet())));

        organization.Give("systemuser", sender, organization.Role(PrivilegeGrant.Basic, "prvReadAccount"));

        Assert.Equal(row, service.Retrieve("account", row, new ColumnSet()).Id);
    }

    [Fact]
    public void EachPartOfABatch_NeedsThePrivilegeOfBoth()
    {
        var sender = User(Act, "prvReadAccount");
        var user = User("prvReadAccount", "prvDeleteAccount");
        var row = organization.Account(user);
        var batch = new ExecuteMultipleRequest
        {
            Settings = new ExecuteMultipleSettings { ContinueOnError = true, ReturnResponses = true },
            Requests = [new WhoAmIRequest(), new DeleteRequest { Target = new EntityReference("account", row) }],
        };

        var responses = ((ExecuteMultipleResponse)organization.Dataverse.ServiceFor(user, sender).Execute(batch)).Responses;

        Assert.Equal((null, SecuredOrganization.PrivilegeDenied), (responses[0].Fault, responses[1].Fault.ErrorCode));
    }

    [Fact]
    public void WithoutThePrivilegeToActForOthers_NothingRuns()
    {
        var (sender, user) = (User("prvReadAccount"), User("prvReadAccount"));
        var row = organization.Account(user);

        Assert.Equal(CannotAct, SecuredOrganization.Code(() => organization.Dataverse.ServiceFor(user, sender).Retrieve("account", row, new ColumnSet())));
    }

    private Guid User(params string[] privileges) => organization.User(organization.North, organization.Role(PrivilegeGrant.Basic, privileges));
}
