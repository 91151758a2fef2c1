using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Messages;

public sealed class OrganizationMessageTests : IDisposable
{
    private readonly TestOrganization organization = new();

    public void Dispose() => organization.Dispose();

    [Fact]
    public void WhoAmI_TellsUserBusinessUnitAndOrganization()
    {
        var who = (WhoAmIResponse)organization.Service.Execute(new WhoAmIRequest());

        Assert.Equal(organization.Dataverse.AdministratorId, who.UserId);
        Assert.Equal(organization.Dataverse.RootBusinessUnitId, who.BusinessUnitId);
        Assert.Equal(organization.Dataverse.OrganizationId, who.OrganizationId);
    }

    [Fact]
    public void ANewOrganization_HasWhatEveryOrganizationHas()
    {
        Assert.Equal("CHF", organization.Rows("transactioncurrency").Single()["isocurrencycode"]);
        Assert.Equal(["Basic User", "System Administrator", "System Customizer"], organization.Rows("role").Select(r => (string)r["name"]).Order(StringComparer.Ordinal));
        Assert.Equal(["SYSTEM", "System Administrator"], organization.Rows("systemuser").Select(u => (string)u["fullname"]).Order(StringComparer.Ordinal));
        Assert.True((bool)organization.Rows("team").Single()["isdefault"]);
        Assert.Equal(2, organization.Rows("usersettings").Count);
    }

    [Fact]
    public void AnOrganizationInAFile_IsFoundAgain()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var options = new LocalDataverseOptions { Path = path, BaseCurrency = "EUR" };
            Guid administrator, account;
            using (var first = LocalDataverse.Open(options))
            {
                administrator = first.AdministratorId;
                account = first.AdministratorService.Create(new Entity("account") { ["name"] = "Muster AG" });
            }

            using var again = LocalDataverse.Open(new LocalDataverseOptions { Path = path });

            Assert.Equal(administrator, again.AdministratorId);
            Assert.Equal("Muster AG", again.AdministratorService.Retrieve("account", account, new("name"))["name"]);
            Assert.Equal("EUR", again.AdministratorService.Retrieve("transactioncurrency", again.BaseCurrencyId, new("isocurrencycode"))["isocurrencycode"]);
        }
        finally
        {
            foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(path) + "*")) File.Delete(file);
        }
    }

    [Fact]
    public void RequestsFromSeveralThreads_WaitForEachOther()
    {
        organization.Step("CreateContact", "Create", "account", 40);

        Parallel.For(0, 8, thread =>
        {
            for (var i = 0; i < 25; i++) organization.Account($"{thread} {i}");
        });

        Assert.Equal(200, organization.Rows("account").Count);
        Assert.Equal(200, organization.Rows("contact").Count);
    }

    [Theory]
    [InlineData(null, "standard")]
    [InlineData("own", "own")]
    public void AnEnvironmentVariable_HasItsValueElseItsDefault(string? value, string expected)
    {
        var definition = organization.Write(new Entity("environmentvariabledefinition")
        {
            ["schemaname"] = "test_Variable",
            ["displayname"] = "Variable",
            ["defaultvalue"] = "standard",
            ["type"] = new OptionSetValue(100000000),
        });
        if (value is not null)
        {
            organization.Write(new Entity("environmentvariablevalue")
            {
                ["schemaname"] = "test_Variable",
                ["value"] = value,
                ["environmentvariabledefinitionid"] = new EntityReference("environmentvariabledefinition", definition),
            });
        }

        var response = organization.Service.Execute(new OrganizationRequest("RetrieveEnvironmentVariableValue") { ["DefinitionSchemaName"] = "test_Variable" });

        Assert.Equal(expected, response["Value"]);
    }

    [Fact]
    public void MembersOfATeam_AreAddedAndRemoved()
    {
        var user = organization.User("Tina");
        var team = organization.Service.Create(new Entity("team") { ["name"] = "Pilots", ["businessunitid"] = new EntityReference("businessunit", organization.Dataverse.RootBusinessUnitId) });

        organization.Service.Execute(new AddMembersTeamRequest { TeamId = team, MemberIds = [user] });
        Assert.Single(organization.Rows("teammembership", "teamid", team));

        organization.Service.Execute(new RemoveMembersTeamRequest { TeamId = team, MemberIds = [user] });
        Assert.Empty(organization.Rows("teammembership", "teamid", team));
    }

    [Theory]
    [InlineData("RetrieveVersion")]
    [InlineData("RetrieveCurrentOrganization")]
    [InlineData("PublishAllXml")]
    public void MessagesAboutTheOrganization_Answer(string message) =>
        Assert.Equal(message, organization.Service.Execute(new OrganizationRequest(message)).ResponseName);
}
