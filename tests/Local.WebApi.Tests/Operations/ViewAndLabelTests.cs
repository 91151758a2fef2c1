using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using System.Xml.Linq;
using Local.WebApi.Tests.Hosting;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.WebApi.Tests.Operations;

public sealed class ViewAndLabelTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory, InlineData("savedquery", "savedqueries", "ExecuteByIdSavedQuery"), InlineData("userquery", "userqueries", "ExecuteByIdUserQuery")]
    public async Task AView_IsRunByTheFunctionBoundToIt(string table, string set, string function)
    {
        server.Account("Muster AG");
        var view = View(table);

        var answer = await server.Get($"{set}({view})/Microsoft.Dynamics.CRM.{function}()");

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal("Muster AG", XElement.Parse(answer["String"].GetString()!).Element("result")?.Element("name")?.Value);
    }

    [Fact]
    public async Task LabelsOfARow_AreSetAndRead()
    {
        var view = View("savedquery");
        var moniker = $"{{\"@odata.id\":\"savedqueries({view})\"}}";

        var set = await server.Send(HttpMethod.Post, "SetLocLabels", new
        {
            EntityMoniker = new System.Collections.Generic.Dictionary<string, object> { ["@odata.type"] = "Microsoft.Dynamics.CRM.savedquery", ["savedqueryid"] = view },
            AttributeName = "name",
            Labels = new[] { new { Label = "Konten", LanguageCode = 1031 } },
        });
        Assert.True(set.Status == 204, set.Text);
        var answer = await server.Get($"RetrieveLocLabels(EntityMoniker=@m,AttributeName='name',IncludeUnpublished=false)?@m={Uri.EscapeDataString(moniker)}");

        Assert.True(answer.Status == 200, answer.Text);
        var labels = answer["Label"].GetProperty("LocalizedLabels").EnumerateArray().Select(l => (l.GetProperty("LanguageCode").GetInt32(), l.GetProperty("Label").GetString()));
        Assert.Equal([(1033, "Accounts"), (1031, "Konten")], labels);
    }

    [Fact]
    public async Task AnOption_IsInsertedOrderedAndDeletedByActions()
    {
        var label = new { LocalizedLabels = new[] { new { Label = "Space", LanguageCode = 1033 } } };
        var column = new { EntityLogicalName = "account", AttributeLogicalName = "accountcategorycode" };

        var inserted = await server.Send(HttpMethod.Post, "InsertOptionValue", new { column.EntityLogicalName, column.AttributeLogicalName, Value = 9, Label = label });
        Assert.True(inserted.Status == 200, inserted.Text);
        var ordered = await server.Send(HttpMethod.Post, "OrderOption", new { column.EntityLogicalName, column.AttributeLogicalName, Values = new[] { 9, 1, 2 } });
        Assert.True(ordered.Status == 204, ordered.Text);

        var url = "EntityDefinitions(LogicalName='account')/Attributes(LogicalName='accountcategorycode')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet";
        var options = (await server.Get(url))["OptionSet"].GetProperty("Options").EnumerateArray().Select(o => o.GetProperty("Value").GetInt32());
        Assert.Equal([9, 1, 2], options);

        Assert.Equal(204, (await server.Send(HttpMethod.Post, "DeleteOptionValue", new { column.EntityLogicalName, column.AttributeLogicalName, Value = 9 })).Status);
        Assert.Equal(400, (await server.Send(HttpMethod.Post, "DeleteOptionValue", new { column.EntityLogicalName, column.AttributeLogicalName, Value = 9 })).Status);
    }

    private Guid View(string table) => server.Service.Create(new Entity(table)
    {
        ["name"] = "Accounts",
        ["returnedtypecode"] = "account",
        ["querytype"] = 0,
        ["fetchxml"] = "<fetch><entity name='account'><attribute name='name'/></entity></fetch>",
    });
}
