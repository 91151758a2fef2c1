using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Local.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Reliability.Tests.Fuzzing;

/// <summary>Queries and rows that no honest client sends: refused with the platform's faults, never in SQL, and everything goes on.</summary>
public sealed class RequestFuzzTests : IDisposable
{
    private readonly Dataverse.LocalDataverse dataverse = Dataverse.LocalDataverse.Open(new LocalDataverseOptions());
    private readonly List<string> offending = [];
    private readonly Guid known;

    public RequestFuzzTests()
    {
        known = Service.Create(new Entity("account") { ["name"] = "Muster AG", ["revenue"] = new Money(10m), ["industrycode"] = new OptionSetValue(1) });
        for (var i = 0; i < 20; i++) Service.Create(new Entity("contact") { ["lastname"] = $"Muster {i}", ["parentcustomerid"] = new EntityReference("account", known) });
        Fuzz.WatchSql(dataverse, offending);
    }

    private IOrganizationService Service => dataverse.AdministratorService;

    public void Dispose() => dataverse.Dispose();

    [Fact]
    public void AnyFetchXml_IsAnsweredOrRefused()
    {
        var answered = 0;
        FetchXmlGen.Query.Sample(
            fetch => Fuzz.MayRefuse(() =>
            {
                Service.RetrieveMultiple(new FetchExpression(fetch));
                answered++;
            }),
            iter: Fuzz.Times(3000), threads: 1);
        Assert.True(answered > 0, "No query was right: what is refused at the door tests nothing.");
        NothingHappened();
    }

    [Fact]
    public void AnyQueryExpression_IsAnsweredOrRefused()
    {
        QueryGen.Query.Sample(query => Fuzz.MayRefuse(() => Service.RetrieveMultiple(query)), iter: Fuzz.Times(3000), threads: 1);
        NothingHappened();
    }

    [Fact]
    public void AnyRow_IsWrittenOrRefused()
    {
        var row =
            from table in Fuzz.Table
            from values in Gen.Select(Fuzz.Column, ValueGen.Any).Array[0, 5]
            from keys in Gen.Frequency((9, Gen.Const(Array.Empty<(string, object?)>())), (1, Gen.Select(Fuzz.Column, ValueGen.Any).Array[1, 2]))
            from how in Gen.Int[0, 4]
            select (table, values, keys, how);
        row.Sample(
            r =>
            {
                var entity = new Entity(r.table, r.how % 2 == 0 ? Guid.Empty : known);
                foreach (var (column, value) in r.values) entity.Attributes[column] = value;
                foreach (var (column, value) in r.keys) entity.KeyAttributes[column] = value;
                Fuzz.MayRefuse(() => Service.Execute(r.how switch
                {
                    0 => new CreateRequest { Target = entity },
                    1 => new UpdateRequest { Target = entity },
                    2 => new UpsertRequest { Target = entity },
                    3 => new UpdateMultipleRequest { Targets = new EntityCollection([entity, entity]) { EntityName = r.table } },
                    _ => new CreateMultipleRequest { Targets = new EntityCollection([entity, entity]) { EntityName = r.table } },
                }));
            },
            iter: Fuzz.Times(3000), threads: 1);
        Assert.Empty(offending);
        Assert.NotEqual(Guid.Empty, Service.Retrieve("account", known, new ColumnSet("accountid")).Id);
    }

    [Fact]
    public void AnyParameter_IsTakenOrRefused()
    {
        var request =
            from name in Gen.OneOf("Create", "Update", "Delete", "Retrieve", "RetrieveMultiple", "Associate", "Disassociate", "Assign", "SetState", "Upsert", "CreateMultiple", "ExecuteMultiple",
                "ExecuteTransaction", "WhoAmI", "RetrieveEntity", "RetrieveAttribute", "RetrieveVersion", "Nonsense", Fuzz.Marker)
            from parameters in Gen.Select(Gen.OneOf("Target", "Query", "ColumnSet", "Relationship", "RelatedEntities", "Assignee", "EntityMoniker", "State", "Status", "Targets", "Requests", "Settings",
                "LogicalName", "EntityLogicalName", "EntityFilters", "ConcurrencyBehavior", "Nonsense"), ValueGen.Any).Array[0, 4]
            select (name, parameters);
        request.Sample(
            r =>
            {
                var sent = new OrganizationRequest(r.name);
                foreach (var (name, value) in r.parameters) sent[name] = value;
                Fuzz.MayRefuse(() => Service.Execute(sent));
            },
            iter: Fuzz.Times(3000), threads: 1);
        NothingHappened();
    }

    [Fact]
    public void AQueryThatContainsItself_IsRefused()
    {
        var filter = new FilterExpression();
        filter.Conditions.Add(new ConditionExpression("name", ConditionOperator.NotNull));
        filter.Filters.Add(filter);
        Refused(new QueryExpression("account") { Criteria = filter });

        var link = new LinkEntity("account", "account", "parentaccountid", "accountid", JoinOperator.Inner);
        link.LinkEntities.Add(link);
        var query = new QueryExpression("account");
        query.LinkEntities.Add(link);
        Refused(query);
    }

    [Fact]
    public void HugeQueries_AreRefusedOrAnsweredInLittleMemory()
    {
        var deep = string.Concat(Enumerable.Repeat("<filter>", 50_000)) + string.Concat(Enumerable.Repeat("</filter>", 50_000));
        var values = string.Concat(Enumerable.Repeat("<value>x</value>", 20_000));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Refused(new FetchExpression($"<fetch><entity name='account'>{deep}</entity></fetch>"));
        Fuzz.MayRefuse(() => Service.RetrieveMultiple(new FetchExpression($"<fetch><entity name='account'><filter><condition attribute='name' operator='in'>{values}</condition></filter></entity></fetch>")));
        Refused(new FetchExpression($"<!DOCTYPE f [<!ENTITY a '{new string('x', 1000)}'>]><fetch><entity name='account'/></fetch>"));
        Refused(new FetchExpression($"<fetch><entity name='account'>{new string(' ', 2_000_000)}</entity></fetch>"));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 200_000_000);
        NothingHappened();
    }

    private void Refused(QueryBase query) => Assert.Throws<System.ServiceModel.FaultException<OrganizationServiceFault>>(() => Service.RetrieveMultiple(query));

    private void NothingHappened()
    {
        Assert.Empty(offending);
        var rows = Service.RetrieveMultiple(new QueryExpression("contact") { ColumnSet = new ColumnSet("lastname") }).Entities;
        Assert.Equal(20, rows.Count(r => r.GetAttributeValue<string>("lastname").StartsWith("Muster ", StringComparison.Ordinal)));
    }
}
