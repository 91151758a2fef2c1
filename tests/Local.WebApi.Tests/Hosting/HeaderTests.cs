using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Local.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.WebApi.Tests.Hosting;

public sealed class HeaderTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task EveryAnswer_CarriesVersionAndRequestId()
    {
        foreach (var url in new[] { "", "$metadata", "WhoAmI", "accounts", "nonsense" })
        {
            var answer = await server.Send(HttpMethod.Get, url, null, ("x-ms-client-request-id", "abc"));

            Assert.Equal("4.0", answer.Headers["OData-Version"]);
            Assert.True(Guid.TryParse(answer.Headers["REQ_ID"], out _));
            Assert.Equal("abc", answer.Headers["x-ms-client-request-id"]);
        }
    }

    [Theory]
    [InlineData("v9.0")]
    [InlineData("v9.1")]
    [InlineData("v9.2")]
    public async Task EveryVersionOfNine_IsAnsweredUnderItsOwnAddress(string version)
    {
        var answer = await server.Get(new Uri(server.Server.BaseAddress, $"api/data/{version}/WhoAmI").ToString());

        Assert.Contains($"/api/data/{version}/$metadata#", answer["@odata.context"].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheServiceDocument_NamesEverySet()
    {
        var answer = await server.Get("");

        Assert.Equal(server.Root + "$metadata", answer["@odata.context"].GetString());
        Assert.Contains("accounts", answer["value"].EnumerateArray().Select(s => s.GetProperty("url").GetString()));
    }

    [Fact]
    public async Task ImpersonatedRows_SayWhoWroteThemForWhom()
    {
        var user = server.User("System Administrator");

        var answer = await server.Send(HttpMethod.Post, "accounts", new { name = "A" }, ("MSCRMCallerID", user.ToString()));

        var row = server.Service.Retrieve("account", answer.Id, new ColumnSet("createdby", "createdonbehalfby", "ownerid"));
        Assert.Equal((user, server.Dataverse.AdministratorId, user), (Id(row, "createdby"), Id(row, "createdonbehalfby"), Id(row, "ownerid")));
    }

    [Theory]
    [InlineData("MSCRMCallerID", "nonsense", 400)]
    [InlineData("CallerObjectId", "nonsense", 400)]
    [InlineData("CallerObjectId", "5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001", 404)]
    public async Task SomebodyWhoIsNotThere_CannotBeImpersonated(string header, string value, int status) =>
        Assert.Equal(status, (await server.Send(HttpMethod.Get, "WhoAmI", null, (header, value))).Status);

    [Fact]
    public async Task ByTheHeader_CustomLogicIsLeftOut()
    {
        server.Organization.Step("Describe", "Create", "account", 20);

        var with = await server.Post("accounts", new { name = "A" });
        var without = await server.Send(HttpMethod.Post, "accounts", new { name = "A" }, ("MSCRM.BypassBusinessLogicExecution", "CustomSync"));

        Assert.Equal("plugin saw A", server.Service.Retrieve("account", with.Id, new ColumnSet("description"))["description"]);
        Assert.False(server.Service.Retrieve("account", without.Id, new ColumnSet("description")).Contains("description"));
    }

    [Fact]
    public async Task HeadersThatOnlyTheTenantNeeds_ChangeNothing()
    {
        var answer = await server.Send(
            HttpMethod.Post, "accounts?tag=import", new { name = "A" },
            ("MSCRM.SolutionUniqueName", "Some"), ("MSCRM.SuppressDuplicateDetection", "true"), ("Prefer", "respond-async"), ("Consistency", "Strong"), ("OData-MaxVersion", "4.0"));

        Assert.Equal(204, answer.Status);
    }

    [Fact]
    public async Task AnnotationsThatAreNotAskedFor_AreNotWritten()
    {
        var id = server.Account("A");

        var some = await server.Get($"accounts({id})?$select=statecode,_ownerid_value", "odata.include-annotations=\"OData.Community.Display.V1.FormattedValue\"");
        var all = await server.Get($"accounts({id})?$select=statecode,_ownerid_value", "odata.include-annotations=\"*\"");
        var but = await server.Get($"accounts({id})?$select=_ownerid_value", "odata.include-annotations=\"*,-Microsoft.Dynamics.CRM.*\"");

        Assert.Equal("Active", some["statecode@OData.Community.Display.V1.FormattedValue"].GetString());
        Assert.False(some.Body.TryGetProperty("_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname", out _));
        Assert.Equal("systemuser", all["_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname"].GetString());
        Assert.False(but.Body.TryGetProperty("_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname", out _));
        Assert.True(but.Body.TryGetProperty("_ownerid_value@OData.Community.Display.V1.FormattedValue", out _));
    }

    [Fact]
    public async Task AUserWhoAsksTooMuch_IsToldWhenToComeBack()
    {
        await using var limited = await TestServer.Start(limits: new ServiceProtectionLimits { Requests = 3 });

        var answers = new Answer[6];
        for (var i = 0; i < answers.Length; i++) answers[i] = await limited.Get("WhoAmI");

        var refused = answers.Last();
        Assert.Equal((429, "0x80072322"), (refused.Status, refused.Code));
        Assert.True(int.Parse(refused.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture) > 0);
    }

    private static Guid Id(Entity row, string column) => row.GetAttributeValue<EntityReference>(column).Id;
}
