using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Local.Dataverse.Messages;
using Local.WebApi.Tests.Hosting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.WebApi.Tests.Operations;

public sealed class OperationTests(OperationTests.Running running) : IClassFixture<OperationTests.Running>
{
    private const int Entity = 3, EntityCollection = 4, EntityReference = 5, Float = 6, Integer = 7, Money = 8, Picklist = 9, Text = 10;

    private TestServer Server => running.Server;

    [Theory]
    [InlineData("WhoAmI")]
    [InlineData("WhoAmI()")]
    [InlineData("Microsoft.Dynamics.CRM.WhoAmI()")]
    public async Task AnUnboundFunction_IsCalledByItsName(string url)
    {
        var answer = await Server.Get(url);

        Assert.Equal(Server.Dataverse.AdministratorId, answer["UserId"].GetGuid());
        Assert.Equal($"{Server.Root}$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse", answer["@odata.context"].GetString());
    }

    [Theory]
    [InlineData("test_Product(test_Factor=6,test_Other=7)", 42)]
    [InlineData("test_Product(test_Factor=@f,test_Other=@o)?@f=6&@o=7", 42)]
    [InlineData("test_Product(test_Factor=6)", 60)]
    [InlineData("test_Product(test_Factor=6,test_Other=@none)", 60)]
    [InlineData("test_Product(test_Factor=6,test_Other=null)", 60)]
    public async Task ParametersOfAFunction_StandInTheUrlOrInAliases(string url, int product) =>
        Assert.Equal(product, (await Server.Get(url))["test_Product"].GetInt32());

    [Theory]
    [InlineData("test_Product(test_Factor=x)", 400)]
    [InlineData("test_Product(test_Factor='6')", 200)]
    [InlineData("test_Product(test_Factor=6.5)", 400)]
    [InlineData("test_Product(test_Factor=)", 400)]
    [InlineData("test_Product(test_Factor)", 400)]
    [InlineData("test_Product(nonsense=1)", 400)]
    [InlineData("test_Product(test_Factor=[)", 400)]
    [InlineData("test_Product()", 400)]
    [InlineData("test_Product", 400)]
    [InlineData("test_Product(test_Factor=-1)", 400)]
    public async Task AWrongArgument_IsRefusedWithItsReason(string url, int status)
    {
        var answer = await Server.Get(url);

        Assert.True(answer.Status == status, answer.Text);
        if (status == 400) Assert.False(string.IsNullOrEmpty(answer.Message));
    }

    [Fact]
    public async Task ABoundAction_ActsOnItsRow()
    {
        var account = Server.Account("Muster AG");

        Assert.Equal("Muster AG", (await Server.Post($"accounts({account})/Microsoft.Dynamics.CRM.test_NameOf", null))["test_Name"].GetString());
        Assert.Equal("Muster AG", (await Server.Post($"accounts({account})/test_NameOf", new { }))["test_Name"].GetString());
        Assert.Equal(404, (await Server.Post($"contacts({account})/Microsoft.Dynamics.CRM.test_NameOf", null)).Status);
        Assert.Equal(404, (await Server.Post("test_NameOf", null)).Status);
    }

    [Fact]
    public async Task RowsReferencesAndAmounts_GoThroughACustomApiUnchanged()
    {
        var contact = Server.Service.Create(new Microsoft.Xrm.Sdk.Entity("contact") { ["lastname"] = "Meier" });

        var answer = await Server.Send(HttpMethod.Post, "test_EchoRows", $$"""
            {
              "test_Row": { "@odata.type": "Microsoft.Dynamics.CRM.account", "name": "New", "numberofemployees": 3, "primarycontactid@odata.bind": "contacts({{contact}})" },
              "test_Rows": [ { "@odata.type": "Microsoft.Dynamics.CRM.contact", "lastname": "A" }, { "@odata.type": "#Microsoft.Dynamics.CRM.contact", "lastname": "B" } ],
              "test_Reference": { "@odata.type": "Microsoft.Dynamics.CRM.contact", "contactid": "{{contact}}" },
              "test_Float": 0.1, "test_Money": 12.30, "test_Picklist": 5
            }
            """);

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(("New", 3, contact), (answer["test_Row"].GetProperty("name").GetString(), answer["test_Row"].GetProperty("numberofemployees").GetInt32(), answer["test_Row"].GetProperty("_primarycontactid_value").GetGuid()));
        Assert.Equal(["A", "B"], answer["test_Rows"].EnumerateArray().Select(r => r.GetProperty("lastname").GetString()));
        Assert.Equal(contact, answer["test_Reference"].GetProperty("contactid").GetGuid());
        Assert.Equal((0.1, 12.30m, 5), (answer["test_Float"].GetDouble(), answer["test_Money"].GetDecimal(), answer["test_Picklist"].GetInt32()));
    }

    [Fact]
    public async Task AnOpenType_KeepsItsPropertiesAndTheirTypes()
    {
        var answer = await Server.Send(HttpMethod.Post, "test_EchoRows", """
            {
              "test_Row": {
                "@odata.type": "Microsoft.Dynamics.CRM.expando",
                "text": "x", "count": 5, "yes": true, "share": 1.5,
                "id@odata.type": "#Guid", "id": "5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001",
                "names@odata.type": "#Collection(String)", "names": ["a", "b"],
                "lines@odata.type": "#Collection(Microsoft.Dynamics.CRM.expando)", "lines": [ { "@odata.type": "#Microsoft.Dynamics.CRM.expando", "n": 1 } ]
              }
            }
            """);

        Assert.True(answer.Status == 200, answer.Text);
        var row = answer["test_Row"];
        Assert.Equal("#Microsoft.Dynamics.CRM.expando", row.GetProperty("@odata.type").GetString());
        Assert.Equal(("x", 5, true, 1.5), (row.GetProperty("text").GetString(), row.GetProperty("count").GetInt32(), row.GetProperty("yes").GetBoolean(), row.GetProperty("share").GetDouble()));
        Assert.Equal("#Guid", row.GetProperty("id@odata.type").GetString());
        Assert.Equal(["a", "b"], row.GetProperty("names").EnumerateArray().Select(n => n.GetString()));
        Assert.Equal(1, row.GetProperty("lines")[0].GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task CreateUpdateAndUpsertMultiple_TakeRowsOfTheirSet()
    {
        var created = await Server.Send(HttpMethod.Post, "contacts/Microsoft.Dynamics.CRM.CreateMultiple", """{"Targets":[{"lastname":"M1"},{"@odata.type":"Microsoft.Dynamics.CRM.contact","lastname":"M2"}]}""");
        var ids = created["Ids"].EnumerateArray().Select(i => i.GetGuid()).ToArray();
        var updated = await Server.Send(HttpMethod.Post, "contacts/Microsoft.Dynamics.CRM.UpdateMultiple", $$"""{"Targets":[{"contactid":"{{ids[0]}}","lastname":"M3"},{"contactid":"{{ids[1]}}","lastname":"M4"}]}""");
        var upserted = await Server.Send(HttpMethod.Post, "contacts/Microsoft.Dynamics.CRM.UpsertMultiple", $$"""{"Targets":[{"contactid":"{{ids[0]}}","lastname":"M5"},{"contactid":"{{Guid.NewGuid()}}","lastname":"M6"}]}""");

        Assert.Equal((200, 204, 204), (created.Status, updated.Status, upserted.Status));
        Assert.Equal(["M4", "M5", "M6"], Names("contact", "lastname").Where(n => n.StartsWith('M') && n.Length == 2));
    }

    [Fact]
    public async Task AnActionOnATeam_TakesReferencesToUsers()
    {
        var user = Server.User("Basic User");
        var team = await Server.Send(HttpMethod.Post, "teams", $$"""{"name":"T","teamtype":0,"businessunitid@odata.bind":"/businessunits({{Server.Dataverse.RootBusinessUnitId}})"}""");

        var added = await Server.Send(HttpMethod.Post, $"teams({team.Id})/Microsoft.Dynamics.CRM.AddMembersTeam", $$"""{"Members":[{"@odata.type":"Microsoft.Dynamics.CRM.systemuser","systemuserid":"{{user}}"}]}""");

        Assert.Equal(204, added.Status);
        Assert.Equal(user, (await Server.Get($"teams({team.Id})/teammembership_association?$select=fullname"))["value"][0].GetProperty("systemuserid").GetGuid());
    }

    [Fact]
    public async Task AnOrderIsFulfilled_WithItsClosingActivity()
    {
        var account = Server.Account("Muster AG");
        var order = Server.Service.Create(new Microsoft.Xrm.Sdk.Entity("salesorder") { ["name"] = "O", ["customerid"] = new EntityReference("account", account) });

        var answer = await Server.Send(HttpMethod.Post, "FulfillSalesOrder", $$"""
            {"Status":100001,"OrderClose":{"@odata.type":"Microsoft.Dynamics.CRM.orderclose","subject":"Done","salesorderid@odata.bind":"/salesorders({{order}})"} }
            """);

        Assert.True(answer.Status == 204, answer.Text);
        Assert.Equal(3, Server.Service.Retrieve("salesorder", order, new ColumnSet("statecode")).GetAttributeValue<OptionSetValue>("statecode").Value);
    }

    /// <summary>Messages that have a form of their own in HTTP, or none in the Web API at all.</summary>
    private static readonly string[] withoutOperation =
    [
        "Create", "Retrieve", "RetrieveMultiple", "Update", "Delete", "Upsert", "Associate", "Disassociate", "Assign", "SetState", "SetStateDynamicEntity",
        "ExecuteMultiple", "ExecuteTransaction", "ExecuteAsync", "RetrieveEntity", "RetrieveAllEntities", "RetrieveAttribute", "RetrieveEntityKey", "RetrieveOptionSet",
        "RetrieveAllOptionSets", "RetrieveRelationship", "RetrieveMetadataChanges", "RetrieveEntityChanges", "CreateAttribute", "UpdateAttribute", "DeleteAttribute", "CreateOptionSet",
        "CreateOneToMany", "CreateManyToMany", "CreateEntity", "UpdateEntity", "FetchXmlToQueryExpression", "QueryExpressionToFetchXml",
    ];

    [Fact]
    public async Task EveryMessageTheEngineHas_CanBeCalled()
    {
        var metadata = (await Server.Get("$metadata")).Text;
        var missing = StandardMessages.Catalog().Supported.Except(withoutOperation).Where(m => !metadata.Contains($" Name=\"{m}\"", StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    [Fact]
    public async Task WhatThisEngineHasNot_IsRefusedByName()
    {
        var answer = await Server.Send(HttpMethod.Post, "accounts", """{"name":"A","contact_customer_accounts":[{"lastname":"B","account_primary_contact@odata.bind":["accounts(5d0cb3a5-3c3b-4f7f-8d8f-7a1d1c1b0001)"]}]}""");

        Assert.Equal((501, "0x80044180"), (answer.Status, answer.Code));
        Assert.StartsWith("Not supported here: ", answer.Message, StringComparison.Ordinal);
    }

    private string[] Names(string table, string column) =>
        [.. Server.Service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(column) }).Entities.Select(e => e.GetAttributeValue<string>(column)).Order()];

    public sealed class Running : IAsyncLifetime
    {
        public TestServer Server { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Server = await TestServer.Start();
            (string, int)[] types = [("test_Row", Entity), ("test_Rows", EntityCollection), ("test_Reference", EntityReference), ("test_Float", Float), ("test_Money", Money), ("test_Picklist", Picklist)];
            Server.Organization.CustomApi("test_EchoRows", "Echo", binding: 0, allowedSteps: 0, [.. types.Select(t => (t.Item1, t.Item2, true))], types);
            Server.Organization.CustomApi("test_NameOf", "NameOfTarget", binding: 1, allowedSteps: 0, [], [("test_Name", Text)]);
            Server.Organization.CustomApi("test_Product", "Multiply", binding: 0, allowedSteps: 0, [("test_Factor", Integer, false), ("test_Other", Integer, true)], [("test_Product", Integer)], isFunction: true);
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
