using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse;
using Local.Dataverse.Storage;
using Local.Dataverse.Tests.Import;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Reliability.Tests.Statements;

/// <summary>The questions everybody asks are answered over an index, as SQLite itself says of its plan.</summary>
public sealed class QueryPlanTests : IDisposable
{
    private readonly Dataverse.LocalDataverse dataverse = Dataverse.LocalDataverse.Open(new LocalDataverseOptions());
    private readonly List<string> statements = [];

    public QueryPlanTests()
    {
        dataverse.ImportSolution(new TestSolution { WithStep = false }.Zip());
        // What a request needs to know of steps, users and currencies is read by the first and kept.
        var id = Service.Create(new Entity("account") { ["name"] = "Muster AG" });
        Service.Retrieve("account", id, new ColumnSet("name"));
        Service.RetrieveMultiple(new QueryExpression("account"));
        dataverse.Organization.Store.Watch = statements.Add;
    }

    private IOrganizationService Service => dataverse.AdministratorService;

    private Store Store => dataverse.Organization.Store;

    public void Dispose() => dataverse.Dispose();

    [Fact]
    public void AnId_IsFoundOverTheKeyOfItsTable()
    {
        Refused(() => Service.Retrieve("account", Guid.NewGuid(), new ColumnSet("name")));
        Uses("sqlite_autoindex_account_1");
    }

    [Fact]
    public void ALookup_IsSearchedOverItsIndex() => Asks("contact", "parentcustomerid", ConditionOperator.Equal, Guid.NewGuid(), "contact.parentcustomerid");

    [Fact]
    public void ALookupOfSeveral_IsSearchedOverItsIndex() => Asks("contact", "parentcustomerid", ConditionOperator.In, new object[] { Guid.NewGuid(), Guid.NewGuid() }, "contact.parentcustomerid");

    [Fact]
    public void APrimaryName_IsSearchedOverItsIndex() => Asks("account", "name", ConditionOperator.Equal, "Muster AG", "account.name");

    [Fact]
    public void AnOwner_IsSearchedOverItsIndex() => Asks("account", "ownerid", ConditionOperator.EqualUserId, null, "account.ownerid");

    [Fact]
    public void AState_IsSearchedOverItsIndex() => Asks("account", "statecode", ConditionOperator.Equal, 1, "account.statecode");

    [Fact]
    public void AStateBesideALookupOrAName_LeavesTheSearchToThem()
    {
        var query = new QueryExpression("contact") { ColumnSet = new ColumnSet("fullname") };
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        query.Criteria.AddCondition("parentcustomerid", ConditionOperator.Equal, Guid.NewGuid());
        Asks(query, "contact.parentcustomerid");
        query = new QueryExpression("account") { ColumnSet = new ColumnSet("name") };
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        query.Criteria.AddCondition("name", ConditionOperator.Equal, "Muster AG");
        Asks(query, "account.name");
    }

    [Fact]
    public void AnAlternateKey_IsFoundOverItsIndex()
    {
        var layout = Store.Layout("tst_machine");
        var key = Assert.Single(layout.Table.Keys);
        var reference = new EntityReference("tst_machine", new KeyAttributeCollection());
        foreach (var column in key.Columns) reference.KeyAttributes[column] = "S-1";
        statements.Clear();
        Refused(() => Service.Execute(new Microsoft.Xrm.Sdk.Messages.RetrieveRequest { Target = reference, ColumnSet = new ColumnSet("tst_name") }));
        Uses("tst_machine.$key$");
    }

    [Fact]
    public void ALinkToChildren_AndOneToAParent_GoOverIndexes()
    {
        var children = new QueryExpression("account");
        children.AddLink("contact", "accountid", "parentcustomerid");
        children.Criteria.AddCondition("name", ConditionOperator.Equal, "Muster AG");
        Asks(children, "account.name", "contact.parentcustomerid");
        var parent = new QueryExpression("contact");
        parent.AddLink("account", "parentcustomerid", "accountid");
        parent.Criteria.AddCondition("fullname", ConditionOperator.Equal, "Anna Muster");
        Asks(parent, "contact.fullname", "sqlite_autoindex_account_1");
    }

    [Fact]
    public void TheNextPageOfAllRows_GoesOnOverTheKey()
    {
        for (var i = 0; i < 3; i++) Service.Create(new Entity("account") { ["name"] = "Muster AG" });
        var query = new QueryExpression("account") { PageInfo = new PagingInfo { Count = 1, PageNumber = 1 } };
        query.PageInfo.PagingCookie = Service.RetrieveMultiple(query).PagingCookie;
        query.PageInfo.PageNumber = 2;
        Asks(query, "sqlite_autoindex_account_1");
    }

    [Fact]
    public void ManyRowsUpdatedTogether_AreEachFoundOverTheKey()
    {
        var ids = Enumerable.Range(0, 4).Select(_ => Service.Create(new Entity("account") { ["name"] = "Muster AG" })).ToList();
        statements.Clear();
        Service.Execute(new Microsoft.Xrm.Sdk.Messages.UpdateMultipleRequest { Targets = new EntityCollection([.. ids.Select(id => new Entity("account", id) { ["fax"] = "1" })]) { EntityName = "account" } });
        Uses("sqlite_autoindex_account_1");
    }

    private void Asks(string table, string column, ConditionOperator comparison, object? value, string index)
    {
        var query = new QueryExpression(table);
        if (value is null) query.Criteria.AddCondition(column, comparison);
        else if (value is object[] several) query.Criteria.AddCondition(column, comparison, several);
        else query.Criteria.AddCondition(column, comparison, value);
        Asks(query, index);
    }

    private void Asks(QueryExpression query, params string[] indexes)
    {
        statements.Clear();
        Store.Watch = statements.Add;
        Service.RetrieveMultiple(query);
        Uses(indexes);
    }

    // The plans of what has run: every index is used, and no table is gone through from its beginning to its end.
    private void Uses(params string[] indexes)
    {
        var asked = statements.Where(s => s.StartsWith("SELECT", StringComparison.Ordinal) || s.StartsWith("UPDATE", StringComparison.Ordinal)).ToList();
        Store.Watch = null;
        var plans = asked.SelectMany(Plan).ToList();
        var told = string.Join('\n', asked.Concat(plans));
        foreach (var index in indexes) Assert.True(plans.Exists(p => p.StartsWith("SEARCH", StringComparison.Ordinal) && p.Contains($"INDEX {index}", StringComparison.Ordinal)), index + "\n" + told);
        Assert.True(plans.TrueForAll(p => !p.StartsWith("SCAN", StringComparison.Ordinal) || p.Contains("VALUES CLAUSE", StringComparison.Ordinal)), told);
    }

    private List<string> Plan(string sql)
    {
        var plan = new List<string>();
        var statement = Store.PrepareQuery("EXPLAIN QUERY PLAN " + sql);
        while (statement.Step()) plan.Add(statement.Text(3));
        return plan;
    }

    private static void Refused(Action request) => Assert.Throws<System.ServiceModel.FaultException<OrganizationServiceFault>>(request);
}
