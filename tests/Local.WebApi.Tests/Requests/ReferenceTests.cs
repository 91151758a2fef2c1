using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Local.WebApi.Tests.Hosting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.WebApi.Tests.Requests;

public sealed class ReferenceTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.Start(withMachines: true);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task ACollectionOfOneToMany_TakesAndGivesBackRows()
    {
        var account = server.Account("Muster AG");
        var contact = Contact();

        Assert.Equal(204, (await Reference(HttpMethod.Post, $"accounts({account})/contact_customer_accounts/$ref", $"contacts({contact})")).Status);
        Assert.Equal(account, Parent(contact));
        Assert.Equal(204, (await server.Send(HttpMethod.Delete, $"accounts({account})/contact_customer_accounts({contact})/$ref")).Status);
        Assert.Null(Parent(contact));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ACollectionOfManyToMany_TakesAndGivesBackRows(bool keyInPath)
    {
        var machine = server.Service.Create(new Entity("tst_machine") { ["tst_name"] = "Press" });
        var contact = Contact();

        Assert.Equal(204, (await Reference(HttpMethod.Post, $"tst_machines({machine})/tst_machine_contact/$ref", $"{server.Root}contacts({contact})")).Status);
        Assert.Equal([contact], await Contacts(machine));
        var url = keyInPath
            ? $"tst_machines({machine})/tst_machine_contact({contact})/$ref"
            : $"tst_machines({machine})/tst_machine_contact/$ref?$id={Uri.EscapeDataString($"{server.Root}contacts({contact})")}";
        Assert.Equal(204, (await server.Send(HttpMethod.Delete, url)).Status);
        Assert.Empty(await Contacts(machine));
    }

    [Fact]
    public async Task ALookup_IsPutAndDeleted()
    {
        var account = server.Account("Muster AG");
        var contact = Contact();

        Assert.Equal(204, (await Reference(HttpMethod.Put, $"accounts({account})/primarycontactid/$ref", $"contacts({contact})")).Status);
        Assert.Equal($"{server.Root}contacts({contact})", (await server.Get($"accounts({account})/primarycontactid/$ref"))["@odata.id"].GetString());
        Assert.Equal(204, (await server.Send(HttpMethod.Delete, $"accounts({account})/primarycontactid/$ref")).Status);
        Assert.False(server.Service.Retrieve("account", account, new ColumnSet("primarycontactid")).Contains("primarycontactid"));
    }

    [Fact]
    public async Task ARowPostedToACollection_HangsOnItsParent()
    {
        var account = server.Account("Muster AG");

        var answer = await server.Post($"accounts({account})/contact_customer_accounts", new { lastname = "Meier" });

        Assert.Equal(204, answer.Status);
        Assert.Equal(account, Parent(answer.Id));
    }

    [Fact]
    public async Task APolymorphicLookup_IsBoundByTheTableBehindItsName()
    {
        var account = server.Account("Muster AG");
        var contact = Contact();
        foreach (var (bind, table, id) in new[] { ("customerid_account", "accounts", account), ("customerid_contact", "contacts", contact) })
        {
            var answer = await server.Send(HttpMethod.Post, "opportunities", $$"""{"name":"O","{{bind}}@odata.bind":"/{{table}}({{id}})"}""");
            Assert.Equal(204, answer.Status);
            var read = await server.Get($"opportunities({answer.Id})?$select=_customerid_value", "odata.include-annotations=\"*\"");
            Assert.Equal(id, read["_customerid_value"].GetGuid());
            Assert.Equal(bind, read["_customerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty"].GetString());
        }
    }

    [Fact]
    public async Task ARowOfAnotherTable_IsRefusedWithItsName()
    {
        var account = server.Account("Muster AG");

        var reference = await Reference(HttpMethod.Put, $"accounts({account})/primarycontactid/$ref", $"accounts({account})");
        var bind = await server.Send(HttpMethod.Patch, $"accounts({account})", $$"""{"primarycontactid@odata.bind":"/accounts({{account}})"}""");

        Assert.Equal(400, reference.Status);
        Assert.Equal(400, bind.Status);
        Assert.Contains("'account'", bind.Message, StringComparison.Ordinal);
    }

    private Task<Answer> Reference(HttpMethod method, string url, string row) => server.Send(method, url, new Dictionary<string, string> { ["@odata.id"] = row });

    private Guid Contact() => server.Service.Create(new Entity("contact") { ["lastname"] = "Meier" });

    private Guid? Parent(Guid contact) => server.Service.Retrieve("contact", contact, new ColumnSet("parentcustomerid")).GetAttributeValue<EntityReference>("parentcustomerid")?.Id;

    private async Task<Guid[]> Contacts(Guid machine) =>
        [.. (await server.Get($"tst_machines({machine})/tst_machine_contact?$select=lastname"))["value"].EnumerateArray().Select(c => c.GetProperty("contactid").GetGuid())];
}
