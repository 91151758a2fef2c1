using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;
using Local.WebApi.Tests.Hosting;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.WebApi.Tests.Operations;

public sealed class RecordTeamTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task AUser_IsAddedToTheTeamOfARowByTheActionBoundToHim()
    {
        var user = server.User("System Administrator");
        var template = server.Service.Create(new Entity("teamtemplate") { ["teamtemplatename"] = "Account team", ["objecttypecode"] = 1, ["defaultaccessrightsmask"] = 1 });
        var body = new
        {
            Record = new Dictionary<string, object> { ["@odata.type"] = "Microsoft.Dynamics.CRM.account", ["accountid"] = server.Account("Muster AG") },
            TeamTemplate = new Dictionary<string, object> { ["@odata.type"] = "Microsoft.Dynamics.CRM.teamtemplate", ["teamtemplateid"] = template },
        };

        var added = await server.Send(HttpMethod.Post, $"systemusers({user})/Microsoft.Dynamics.CRM.AddUserToRecordTeam", body);
        var removed = await server.Send(HttpMethod.Post, $"systemusers({user})/Microsoft.Dynamics.CRM.RemoveUserFromRecordTeam", body);

        Assert.True(added.Status == 200, added.Text);
        Assert.Equal(added["AccessTeamId"].GetGuid(), removed["AccessTeamId"].GetGuid());
        Assert.Equal(1, (await server.Get($"teams({added["AccessTeamId"].GetGuid()})"))["teamtype"].GetInt32());
    }
}
