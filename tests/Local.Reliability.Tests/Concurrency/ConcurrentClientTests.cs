using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using Local.Dataverse;
using Local.Reliability.Writer;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Reliability.Tests.Concurrency;

/// <summary>Sixteen clients at once, reading and writing the same few rows with plug-ins awake: as if they had come one after the other.</summary>
public sealed class ConcurrentClientTests : IDisposable
{
    private const int Clients = 16, RequestsOfAClient = 40, Rows = 3;
    private const int VersionMismatch = unchecked((int)0x80060882);
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(90);

    private readonly Dataverse.LocalDataverse dataverse = Dataverse.LocalDataverse.Open(new LocalDataverseOptions());

    private IOrganizationService Service => dataverse.AdministratorService;

    public void Dispose() => dataverse.Dispose();

    [Fact]
    public void CountersOverOptimisticConcurrency_LoseNoUpdate()
    {
        var rows = NewAccounts(0);
        var mismatches = 0;
        using var everybodyHasRead = new Barrier(Clients);
        AllClients((client, request) =>
        {
            // The first time all read before anybody writes, so that they surely meet.
            Action betweenReadAndWrite = request == 0 ? everybodyHasRead.SignalAndWait : static () => { };
            while (!TryIncrement(rows[(client + request) % Rows], betweenReadAndWrite))
            {
                betweenReadAndWrite = static () => { };
                Interlocked.Increment(ref mismatches);
            }
        });
        Assert.Equal(Clients * RequestsOfAClient, rows.Sum(NumberOf));
        Assert.True(mismatches >= Clients - Rows, $"Only {mismatches} writes were refused: at first all but one of a row must be.");
    }

    [Fact]
    public void ACounterInAPlugin_LosesNoUpdate_WhateverElseFails()
    {
        var ledger = NewAccounts(0)[0];
        var steps = new Registrations(dataverse);
        steps.Step("Tally", "Create", "contact", Registrations.PostOperation, ledger.ToString());
        var created = 0;
        AllClients((client, request) =>
        {
            // Every third request fails in its second half and takes the count of the first back.
            var together = new ExecuteTransactionRequest { Requests = [Contact(client, request)] };
            if ((client + request) % 3 == 0) together.Requests.Add(new DeleteRequest { Target = new EntityReference("account", Guid.NewGuid()) });
            try
            {
                Service.Execute(together);
                Interlocked.Increment(ref created);
            }
            catch (FaultException<OrganizationServiceFault>)
            {
                Assert.Equal(2, together.Requests.Count);
            }
        });
        Assert.Equal(created, NumberOf(ledger));
        Assert.Equal(created, Count("contact"));
    }

    [Fact]
    public void ReadersBesideTransfers_AlwaysSeeTheWholeSum()
    {
        const decimal each = 500m;
        var vaults = NewAccounts(each);
        AllClients((client, request) =>
        {
            if (client % 2 == 0) Assert.Equal(each * Rows, Sum());
            else Transfer(vaults[request % Rows], vaults[(request + 1) % Rows], 1 + client % 5);
        });
        Assert.Equal(each * Rows, Sum());
    }

    [Fact]
    public void EveryOutcome_IsThatOfOneOrder_WhichKeepsToTheClock()
    {
        var registers = NewAccounts(0);
        new Registrations(dataverse).Step("Chain", "Create", "contact", Registrations.PreOperation);
        var calls = new ConcurrentBag<(int Operation, long Sent, long Answered)>();
        AllClients((client, request) =>
        {
            var operation = client * RequestsOfAClient + request;
            var contact = Contact(client, request).Target;
            contact["parentcustomerid"] = new EntityReference("account", registers[operation % Rows]);
            contact["numberofchildren"] = operation;
            var sent = Stopwatch.GetTimestamp();
            Service.Create(contact);
            calls.Add((operation, sent, Stopwatch.GetTimestamp()));
            if (request % 4 == 0) Sum();
        });

        var contacts = Service.RetrieveMultiple(new QueryExpression("contact") { ColumnSet = new ColumnSet("numberofchildren", "description", "parentcustomerid") }).Entities
            .OrderBy(c => long.Parse(c.RowVersion, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(Clients * RequestsOfAClient, contacts.Count);
        var model = registers.ToDictionary(r => r, _ => 0);
        foreach (var contact in contacts)
        {
            var register = contact.GetAttributeValue<EntityReference>("parentcustomerid").Id;
            Assert.Equal(model[register].ToString(CultureInfo.InvariantCulture), contact["description"]);
            model[register] = (int)(((long)model[register] * 31 + (int)contact["numberofchildren"]) % 999983);
        }
        foreach (var register in registers) Assert.Equal(model[register], NumberOf(register));
        // Whoever was answered before somebody else sent comes before him in that order.
        var times = calls.ToDictionary(c => c.Operation);
        var latestSent = long.MinValue;
        foreach (var operation in contacts.Select(c => (int)c["numberofchildren"]))
        {
            Assert.True(times[operation].Answered > latestSent, $"Operation {operation} was answered before another one was sent that stands before it.");
            latestSent = Math.Max(latestSent, times[operation].Sent);
        }
    }

    private static void AllClients(Action<int, int> request)
    {
        using var together = new Barrier(Clients);
        var clients = Enumerable.Range(0, Clients).Select(client => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait();
                for (var i = 0; i < RequestsOfAClient; i++) request(client, i);
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        Assert.True(Task.WaitAll(clients, patience), "The clients wait for each other for ever.");
    }

    private Guid[] NewAccounts(decimal revenue) =>
        [.. Enumerable.Range(0, Rows).Select(i => Service.Create(new Entity("account") { ["name"] = $"Row {i}", ["revenue"] = new Money(revenue), ["numberofemployees"] = 0 }))];

    private static CreateRequest Contact(int client, int request) => new() { Target = new Entity("contact") { ["lastname"] = $"{client}/{request}" } };

    private bool TryIncrement(Guid id, Action betweenReadAndWrite)
    {
        var row = Service.Retrieve("account", id, new ColumnSet("numberofemployees"));
        betweenReadAndWrite();
        row["numberofemployees"] = row.GetAttributeValue<int>("numberofemployees") + 1;
        return Succeeds(new UpdateRequest { Target = row, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches });
    }

    private void Transfer(Guid from, Guid to, int amount)
    {
        UpdateRequest Change(Guid id, decimal by)
        {
            var row = Service.Retrieve("account", id, new ColumnSet("revenue"));
            row["revenue"] = new Money(row.GetAttributeValue<Money>("revenue").Value + by);
            return new UpdateRequest { Target = row, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches };
        }
        while (!Succeeds(new ExecuteTransactionRequest { Requests = [Change(from, -amount), Change(to, amount)] })) { }
    }

    private bool Succeeds(OrganizationRequest request)
    {
        try
        {
            Service.Execute(request);
            return true;
        }
        catch (FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode == VersionMismatch)
        {
            return false;
        }
    }

    private int NumberOf(Guid id) => Service.Retrieve("account", id, new ColumnSet("numberofemployees")).GetAttributeValue<int>("numberofemployees");

    private int Count(string table) => Service.RetrieveMultiple(new QueryExpression(table)).Entities.Count;

    private decimal Sum()
    {
        var sum = Service.RetrieveMultiple(new FetchExpression(
            "<fetch aggregate='true'><entity name='account'><attribute name='revenue' alias='sum' aggregate='sum'/></entity></fetch>")).Entities.Single();
        return ((Money)sum.GetAttributeValue<AliasedValue>("sum").Value).Value;
    }
}
