using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Local.WebApi.Tests.Hosting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.WebApi.Tests.Requests;

public sealed class CreateTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task APostedRow_IsStoredAndNamedInTheAnswer()
    {
        var answer = await server.Post("accounts", new { name = "Muster AG", numberofemployees = 12, creditlimit = 1000.5m, donotphone = true, industrycode = 1, description = "Ü" });

        Assert.Equal(204, answer.Status);
        Assert.Equal($"{server.Root}accounts({answer.Id})", answer.Headers["OData-EntityId"]);
        var row = server.Service.Retrieve("account", answer.Id, new ColumnSet(true));
        Assert.Equal("Muster AG", row["name"]);
        Assert.Equal(12, row["numberofemployees"]);
        Assert.Equal(1000.5m, row.GetAttributeValue<Money>("creditlimit").Value);
        Assert.True((bool)row["donotphone"]);
        Assert.Equal(1, row.GetAttributeValue<OptionSetValue>("industrycode").Value);
        Assert.Equal("Ü", row["description"]);
    }

    [Fact]
    public async Task WithReturnRepresentation_TheRowComesBackWithWhatIsSelected()
    {
        var answer = await server.Post("accounts?$select=name", new { name = "Muster AG" }, "return=representation");

        Assert.Equal(201, answer.Status);
        Assert.Equal("Muster AG", answer["name"].GetString());
        Assert.StartsWith("W/\"", answer["@odata.etag"].GetString(), StringComparison.Ordinal);
        Assert.False(answer.Body.TryGetProperty("createdon", out _));
        Assert.Equal("return=representation", answer.Headers["Preference-Applied"]);
    }

    [Fact]
    public async Task ALookupIsBoundByItsUrl_InEveryFormOfIt()
    {
        var contact = server.Service.Create(new Entity("contact") { ["lastname"] = "Meier" });
        foreach (var url in new[] { $"/contacts({contact})", $"contacts({contact})", $"{server.Root}contacts({contact})", $"/api/data/v9.2/contacts({contact})" })
        {
            var answer = await server.Send(HttpMethod.Post, "accounts", $$"""{"name":"A","primarycontactid@odata.bind":"{{url}}"}""");
            Assert.Equal(204, answer.Status);
            Assert.Equal(contact, server.Service.Retrieve("account", answer.Id, new ColumnSet("primarycontactid")).GetAttributeValue<EntityReference>("primarycontactid").Id);
        }
    }

    [Fact]
    public async Task ADeepInsert_CreatesWhatTheRowPointsToAndWhatPointsToIt()
    {
        var answer = await server.Send(HttpMethod.Post, "accounts", """
            {
              "name": "Muster AG",
              "primarycontactid": { "firstname": "Anna", "lastname": "Meier" },
              "opportunity_customer_accounts": [ { "name": "One", "Opportunity_Tasks": [ { "subject": "Call" } ] }, { "name": "Two" } ]
            }
            """);

        Assert.Equal(204, answer.Status);
        var row = server.Service.Retrieve("account", answer.Id, new ColumnSet("primarycontactid"));
        Assert.Equal("Anna Meier", row.GetAttributeValue<EntityReference>("primarycontactid").Name);
        var opportunities = Rows("opportunity", "customerid", answer.Id);
        Assert.Equal(["One", "Two"], opportunities.Select(o => (string)o["name"]).Order());
        Assert.Single(Rows("task", "regardingobjectid", opportunities.Single(o => (string)o["name"] == "One").Id));
    }

    [Fact]
    public async Task ThePartiesOfAnActivity_BecomeItsLists()
    {
        var account = server.Account("Muster AG");
        var answer = await server.Send(HttpMethod.Post, "emails", $$"""
            {
              "subject": "Offer",
              "regardingobjectid_account_email@odata.bind": "/accounts({{account}})",
              "email_activity_parties": [
                { "partyid_systemuser@odata.bind": "/systemusers({{server.Dataverse.AdministratorId}})", "participationtypemask": 1 },
                { "partyid_account@odata.bind": "/accounts({{account}})", "participationtypemask": 2 }
              ]
            }
            """);

        Assert.Equal(204, answer.Status);
        var email = server.Service.Retrieve("email", answer.Id, new ColumnSet("from", "to", "regardingobjectid"));
        Assert.Equal(account, email.GetAttributeValue<EntityReference>("regardingobjectid").Id);
        Assert.Equal(server.Dataverse.AdministratorId, Party(email, "from"));
        Assert.Equal(account, Party(email, "to"));
    }

    private static Guid Party(Entity activity, string list) => activity.GetAttributeValue<EntityCollection>(list).Entities.Single().GetAttributeValue<EntityReference>("partyid").Id;

    private Entity[] Rows(string table, string column, Guid value)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return [.. server.Service.RetrieveMultiple(query).Entities];
    }
}
