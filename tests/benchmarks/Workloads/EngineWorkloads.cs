using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Benchmarks.Harness;
using Kam.Benchmarks.Rows;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Benchmarks.Workloads;

/// <summary>Five workloads of single requests and queries over accounts and orders, in memory and on file.</summary>
internal sealed class EngineWorkloads(int accounts, int ordersPerAccount, int runs)
{
    private const string CreateAccounts = "W1 create accounts", RetrieveAccounts = "W2 retrieve accounts", WithStep = "W5 create with a step";

    private readonly int orders = accounts * ordersPerAccount;
    private readonly List<string> names = [];
    private readonly Dictionary<(string Name, bool OnFile), Timing> timings = [];

    public void Run()
    {
        foreach (var onFile in new[] { false, true })
        {
            Single(onFile);
            Queries(onFile);
        }
        var table = new MarkdownTable($"Engine workloads: {accounts:N0} accounts, {orders:N0} orders, median of {runs}", "workload", "memory ms", "file ms", "file / memory", "processor ms, memory", "per request µs, memory", "KB allocated per request");
        foreach (var name in names)
        {
            Timing memory = timings[(name, false)], file = timings[(name, true)];
            var requests = Requests(name);
            table.Row(name, memory.Milliseconds, file.Milliseconds, file.Milliseconds / memory.Milliseconds, memory.ProcessorMilliseconds, memory.Milliseconds * 1000 / requests, memory.AllocatedBytes / 1024.0 / requests);
        }
        var create = timings[(CreateAccounts, false)].ProcessorMilliseconds / accounts;
        var withStep = timings[(WithStep, false)].ProcessorMilliseconds / (accounts / 2);
        Console.WriteLine($"\nA create with a synchronous step costs {withStep / create:N2} times a create without (memory, processor time).");
    }

    private int Requests(string name) => name switch
    {
        CreateAccounts or RetrieveAccounts => accounts,
        WithStep => accounts / 2,
        _ => 1,
    };

    private void Single(bool onFile)
    {
        Note(CreateAccounts, onFile, Trial.Of(runs, () => Open(onFile), o => Create(o, accounts), (_, ids) => Answer.MustBe(accounts, ids.Distinct().Count(), CreateAccounts)));
        Note(WithStep, onFile, Trial.Of(runs, () => Open(onFile).WithStep("Describe", "account"), o => Create(o, accounts / 2),
            (o, ids) => Answer.MustBe($"plugin saw Account {accounts / 2 - 1:D5}", o.Service.Retrieve("account", ids[^1], new ColumnSet("description"))["description"], WithStep)));
    }

    private void Queries(bool onFile)
    {
        using var organisation = Open(onFile);
        var service = organisation.Service;
        var ids = Create(organisation, accounts);
        organisation.Store(Enumerable.Range(0, orders).Select(j => EngineRows.Order(j, ids)));

        var revenue = Enumerable.Range(0, accounts).Sum(EngineRows.Revenue);
        Note(RetrieveAccounts, onFile, Trial.Of(runs, () => Retrieve(service, ids), sum => Answer.MustBe(revenue, sum, "W2")));
        var wanted = Enumerable.Range(0, accounts).Count(EngineRows.IsWanted) * ordersPerAccount;
        Note("W3 filtered join", onFile, Trial.Of(runs, () => service.RetrieveMultiple(Join()), rows => CheckJoin(rows, wanted)));
        Note("W4 group by text", onFile, Trial.Of(runs, () => service.RetrieveMultiple(Grouped("shipto_city")), rows => CheckGroups(rows, key => ((string)key)[^1] - '0')));
        Note("W4o group by choice", onFile, Trial.Of(runs, () => service.RetrieveMultiple(Grouped("prioritycode")), rows => CheckGroups(rows, key => ((OptionSetValue)key).Value - 1)));
    }

    private void Note(string name, bool onFile, Timing timing)
    {
        if (!names.Contains(name)) names.Add(name);
        timings[(name, onFile)] = timing;
    }

    private static Organisation Open(bool onFile) => (onFile ? Organisation.OnFile() : Organisation.InMemory()).WithPriorities();

    private static List<Guid> Create(Organisation organisation, int count)
    {
        var service = organisation.Service;
        var ids = new List<Guid>(count);
        for (var i = 0; i < count; i++) ids.Add(service.Create(EngineRows.Account(i)));
        return ids;
    }

    private static decimal Retrieve(IOrganizationService service, List<Guid> ids)
    {
        var columns = new ColumnSet("name", "revenue", "address1_city", "industrycode");
        return ids.Sum(id => service.Retrieve("account", id, columns).GetAttributeValue<Money>("revenue").Value);
    }

    private static QueryExpression Join()
    {
        var query = new QueryExpression("account") { ColumnSet = new ColumnSet("name", "revenue", "address1_city") };
        query.Criteria.AddCondition("address1_city", ConditionOperator.Equal, "City 07");
        query.Criteria.AddCondition("numberofemployees", ConditionOperator.GreaterEqual, 100);
        query.Criteria.AddCondition("revenue", ConditionOperator.GreaterThan, 20_000m);
        var link = query.AddLink("salesorder", "accountid", "customerid");
        link.EntityAlias = "o";
        link.Columns = new ColumnSet("name", "totalamount");
        return query;
    }

    private void CheckJoin(EntityCollection rows, int wanted)
    {
        Answer.MustBe(wanted, rows.Entities.Count, "W3 rows");
        foreach (var row in rows.Entities)
        {
            var i = int.Parse(((string)row["name"])[8..], System.Globalization.CultureInfo.InvariantCulture);
            var j = int.Parse(((string)((AliasedValue)row["o.name"]).Value)[6..], System.Globalization.CultureInfo.InvariantCulture);
            Answer.MustBe(true, EngineRows.IsWanted(i) && j % accounts == i, "W3 pair");
            Answer.MustBe(EngineRows.Total(j), ((Money)((AliasedValue)row["o.totalamount"]).Value).Value, "W3 total");
        }
    }

    private static FetchExpression Grouped(string column) => new($"""
        <fetch aggregate='true'><entity name='salesorder'>
          <attribute name='salesorderid' alias='count' aggregate='count'/>
          <attribute name='totalamount' alias='total' aggregate='sum'/>
          <attribute name='{column}' alias='key' groupby='true'/>
        </entity></fetch>
        """);

    private void CheckGroups(EntityCollection rows, Func<object, int> groupOf)
    {
        var totals = EngineRows.TotalsOfGroups(orders);
        Answer.MustBe(5, rows.Entities.Count, "W4 groups");
        Answer.MustBe(orders, rows.Entities.Sum(r => (int)Value(r, "count")), "W4 count");
        foreach (var row in rows.Entities) Answer.MustBe(totals[groupOf(Value(row, "key"))], ((Money)Value(row, "total")).Value, "W4 sum");
    }

    private static object Value(Entity row, string alias) => ((AliasedValue)row[alias]).Value;
}
