using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using Local.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Reliability.Tests.Statements;

/// <summary>Bulk messages and queries send as many statements as they need, not as many as there are rows.</summary>
public sealed class BulkMessageTests : IDisposable
{
    private readonly Dataverse.LocalDataverse dataverse = Dataverse.LocalDataverse.Open(new LocalDataverseOptions());
    private readonly List<string> statements = [];
    private readonly Guid[] accounts;

    public BulkMessageTests()
    {
        accounts = [.. Enumerable.Range(0, 300).Select(i => Service.Create(new Entity("account") { ["name"] = $"Account {i}", ["numberofemployees"] = i }))];
        dataverse.Organization.Store.Watch = statements.Add;
    }

    private IOrganizationService Service => dataverse.AdministratorService;

    public void Dispose() => dataverse.Dispose();

    [Theory, InlineData(100), InlineData(256), InlineData(300)]
    public void CreateMultiple_WritesManyRowsWithAStatement(int count)
    {
        var contacts = Enumerable.Range(0, count).Select(i => new Entity("contact") { ["lastname"] = $"Contact {i}", ["parentcustomerid"] = new EntityReference("account", accounts[i]) });
        var ids = ((CreateMultipleResponse)Service.Execute(new CreateMultipleRequest { Targets = Of("contact", contacts) })).Ids;
        Assert.Equal(Bits(count), Count("INSERT INTO \"contact\""));
        // The accounts they belong to are looked up together, and so is what they inherit from them.
        Assert.Equal(1, Count("FROM \"account\""));
        AtMost(Bits(count) + 5);
        statements.Clear();
        var stored = Service.RetrieveMultiple(new QueryExpression("contact") { ColumnSet = new ColumnSet("lastname", "fullname", "parentcustomerid"), PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 } }).Entities;
        Assert.Equal(1, Count("SELECT"));
        var expected = ids.Select((id, i) => (id, $"Contact {i}", $"Account {i}")).Order().ToList();
        Assert.Equal(expected, stored.Select(c => (c.Id, (string)c["fullname"], c.GetAttributeValue<EntityReference>("parentcustomerid").Name)).Order());
    }

    [Fact]
    public void UpdateMultiple_WritesManyRowsWithAStatement()
    {
        var changed = accounts.Select((id, i) => new Entity("account", id) { ["numberofemployees"] = i * 2, ["creditonhold"] = i % 2 == 0 });
        Service.Execute(new UpdateMultipleRequest { Targets = Of("account", changed) });
        Assert.Equal(Bits(300), Count("UPDATE \"account\""));
        Assert.Equal(1, Count("SELECT"));
        statements.Clear();
        var stored = Service.RetrieveMultiple(new QueryExpression("account") { ColumnSet = new ColumnSet("numberofemployees", "creditonhold") }).Entities.ToDictionary(a => a.Id);
        for (var i = 0; i < accounts.Length; i++) Assert.Equal((i * 2, i % 2 == 0), ((int)stored[accounts[i]]["numberofemployees"], (bool)stored[accounts[i]]["creditonhold"]));
        Assert.Equal(accounts.Length, stored.Values.Select(a => long.Parse(a.RowVersion, CultureInfo.InvariantCulture)).Distinct().Count());
    }

    [Fact]
    public void RowsOfDifferentColumns_AreEachWrittenWithTheirOwn()
    {
        var rows = Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? new Entity("account") { ["name"] = $"New {i}" } : new Entity("account") { ["name"] = $"New {i}", ["fax"] = $"{i}" });
        var ids = ((CreateMultipleResponse)Service.Execute(new CreateMultipleRequest { Targets = Of("account", rows) })).Ids;
        for (var i = 0; i < 10; i++)
        {
            var row = Service.Retrieve("account", ids[i], new ColumnSet("name", "fax"));
            Assert.Equal(($"New {i}", i % 2 == 0 ? null : $"{i}"), (row["name"], row.GetAttributeValue<string>("fax")));
        }
    }

    [Fact]
    public void ARowThatRefersToOneBeforeItInTheSameMessage_IsCreated()
    {
        var parent = Guid.NewGuid();
        var ids = ((CreateMultipleResponse)Service.Execute(new CreateMultipleRequest
        {
            Targets = Of("account", [new Entity("account", parent) { ["name"] = "Parent" }, new Entity("account") { ["name"] = "Child", ["parentaccountid"] = new EntityReference("account", parent) }]),
        })).Ids;
        Assert.Equal("Parent", Service.Retrieve("account", ids[1], new ColumnSet("parentaccountid")).GetAttributeValue<EntityReference>("parentaccountid").Name);
    }

    [Fact]
    public void TheSameRowTwiceInAMessage_KeepsTheLaterValue()
    {
        var twice = new[] { 1, 2 }.Select(n => new Entity("account", accounts[0]) { ["numberofemployees"] = n });
        Service.Execute(new UpdateMultipleRequest { Targets = Of("account", twice) });
        Assert.Equal(2, Service.Retrieve("account", accounts[0], new ColumnSet("numberofemployees"))["numberofemployees"]);
    }

    [Fact]
    public void ARowThatIsRefused_TakesThoseBeforeItBack()
    {
        var rows = Enumerable.Range(0, 5).Select(i => new Entity("account") { ["name"] = i == 4 ? new string('x', 500) : "New" });
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => Service.Execute(new CreateMultipleRequest { Targets = Of("account", rows) }));
        rows = [new Entity("account") { ["name"] = "New" }, new Entity("account", accounts[7]) { ["name"] = "New" }];
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => Service.Execute(new CreateMultipleRequest { Targets = Of("account", rows) })).Detail;
        Assert.Equal((unchecked((int)0x80040237), "Cannot insert duplicate key."), (fault.ErrorCode, fault.Message));
        var update = new[] { new Entity("account", accounts[0]) { ["name"] = "New" }, new Entity("account", Guid.NewGuid()) { ["name"] = "New" } };
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => Service.Execute(new UpdateMultipleRequest { Targets = Of("account", update) }));
        var query = new QueryExpression("account");
        query.Criteria.AddCondition("name", ConditionOperator.Equal, "New");
        Assert.Empty(Service.RetrieveMultiple(query).Entities);
    }

    [Fact]
    public void AQueryOfManyRowsWithLookupsAndALink_IsOneStatement()
    {
        var query = new QueryExpression("account") { ColumnSet = new ColumnSet("name", "ownerid", "createdby", "transactioncurrencyid", "parentaccountid") };
        query.AddLink("systemuser", "ownerid", "systemuserid").Columns = new ColumnSet("fullname");
        Service.RetrieveMultiple(query);
        statements.Clear();
        Assert.Equal(accounts.Length, Service.RetrieveMultiple(query).Entities.Count);
        Assert.Equal(1, Count("SELECT"));
    }

    [Fact]
    public void ARequestThatComesAgain_UsesTheStatementsItHas()
    {
        Service.Create(new Entity("account") { ["name"] = "Muster AG" });
        statements.Clear();
        Service.Create(new Entity("account") { ["name"] = "Muster AG" });
        Assert.Equal(["BEGIN IMMEDIATE", "INSERT", "COMMIT"], statements.Select(s => s.StartsWith("INSERT", StringComparison.Ordinal) ? "INSERT" : s));
    }

    // Of 100 rows: 64, 32 and 4.
    private static int Bits(int count) => int.PopCount(count);

    private int Count(string part) => statements.Count(s => s.Contains(part, StringComparison.Ordinal));

    private void AtMost(int count) => Assert.True(statements.Count <= count, string.Join('\n', statements.Select(s => s.Length > 100 ? s[..100] : s)));

    private static EntityCollection Of(string table, IEnumerable<Entity> rows) => new([.. rows]) { EntityName = table };
}
