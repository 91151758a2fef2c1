using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Security;
using Local.Dataverse.Tests.Columns;
using Local.Dataverse.Tests.Pipeline;
using Local.Dataverse.Tests.Sales;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Messages;

/// <summary>
/// A bulk message sends as many statements for 256 rows as for four, whoever sends it and whatever steps it wakes: 256 is what fits in one statement. Each row is of
/// its own: it has a parent, an owner's rights, an amount, a document and a product of its own.
/// </summary>
public sealed class BulkStatementTests : IDisposable
{
    private const int Few = 4, Uneven = 200, Many = 256;
    private const int PreOperation = 20, PostOperation = 40;

    private readonly SalesRows sales = new();
    private readonly List<string> statements = [];

    public void Dispose() => sales.Dispose();

    public static TheoryData<bool, bool> Callers => new() { { true, false }, { true, true }, { false, false }, { false, true } };

    [Theory, MemberData(nameof(Callers))]
    public void CreateMultiple_OfContactsWithParentsAndAmounts(bool administrator, bool images)
    {
        var service = Service(administrator);
        if (images) Images("Create", "contact", pre: false);
        var accounts = Ids(service, "account", i => new Entity("account") { ["name"] = $"Account {i}" });
        DoesNotGrow(count => Send("CreateMultiple", service, "contact", count, i => new Entity("contact")
        {
            ["lastname"] = $"Contact {i}",
            ["parentcustomerid"] = new EntityReference("account", accounts[i]),
            ["annualincome"] = new Money(i),
        }));
    }

    [Theory, MemberData(nameof(Callers))]
    public void CreateMultiple_ForAnotherOwner(bool administrator, bool images)
    {
        var service = Service(administrator, PrivilegeGrant.Global);
        if (images) Images("Create", "account", pre: false);
        var owners = Enumerable.Range(0, Many).Select(i => i % 2 == 0 ? sales.Organization.User("Anna") : sales.Organization.User("Beat")).ToList();
        DoesNotGrow(count => Send("CreateMultiple", service, "account", count, i => new Entity("account") { ["name"] = $"Account {i}", ["ownerid"] = new EntityReference("systemuser", owners[i % 2]) }));
    }

    [Theory, MemberData(nameof(Callers))]
    public void UpdateMultiple_OfAmountsNamesAndParents(bool administrator, bool images)
    {
        var service = Service(administrator);
        if (images) Images("Update", "account", pre: true);
        var parents = Ids(service, "account", i => new Entity("account") { ["name"] = $"Parent {i}" });
        var accounts = Ids(service, "account", i => new Entity("account") { ["name"] = $"Account {i}", ["revenue"] = new Money(i), ["creditlimit"] = new Money(i) });
        DoesNotGrow(count => Send("UpdateMultiple", service, "account", count, i => new Entity("account", accounts[i]) { ["revenue"] = new Money(i * 2m), ["parentaccountid"] = new EntityReference("account", parents[i]) }));
        Assert.Equal(510m, service.Retrieve("account", accounts[255], new ColumnSet("revenue")).GetAttributeValue<Money>("revenue").Value);
    }

    [Theory, MemberData(nameof(Callers))]
    public void UpdateMultiple_OfOneOfTwoNames(bool administrator, bool images)
    {
        var service = Service(administrator);
        if (images) Images("Update", "contact", pre: true);
        var contacts = Ids(service, "contact", i => new Entity("contact") { ["firstname"] = $"Anna {i}", ["lastname"] = "Muster" });
        DoesNotGrow(count => Send("UpdateMultiple", service, "contact", count, i => new Entity("contact", contacts[i]) { ["lastname"] = $"Beispiel {i}" }));
        Assert.Equal("Anna 7 Beispiel 7", service.Retrieve("contact", contacts[7], new ColumnSet("fullname"))["fullname"]);
    }

    [Theory, MemberData(nameof(Callers))]
    public void UpsertMultiple_OfRowsThatAreThereAndSuchThatAreNot(bool administrator, bool images)
    {
        var service = Service(administrator);
        if (images) Images("Update", "account", pre: true);
        var accounts = Ids(service, "account", i => new Entity("account") { ["name"] = $"Account {i}" });
        DoesNotGrow(
            count => Send("UpsertMultiple", service, "account", count, i => new Entity("account", i % 2 == 0 ? accounts[i / 2] : Guid.NewGuid()) { ["name"] = $"Again {i}" }));
        Assert.Equal("Again 10", service.Retrieve("account", accounts[5], new ColumnSet("name"))["name"]);
    }

    [Fact]
    public void UpsertMultiple_ByAlternateKey()
    {
        using var shop = new Workshop();
        _ = Ids(shop.Service, "tst_machine", i => new Entity("tst_machine") { ["tst_name"] = "Old", ["tst_serialnumber"] = $"Old {i}" });
        Watch(shop.Dataverse);
        var round = 0;
        DoesNotGrow(count =>
        {
            round++;
            Send("UpsertMultiple", shop.Service, "tst_machine", count, i => new Entity("tst_machine", "tst_serialnumber", i % 2 == 0 ? $"Old {i}" : $"{round} {i}") { ["tst_name"] = $"Round {round}" });
        });
        var stored = shop.Service.RetrieveMultiple(new QueryExpression("tst_machine") { ColumnSet = new ColumnSet("tst_serialnumber", "tst_name") }).Entities
            .ToDictionary(m => m.GetAttributeValue<string>("tst_serialnumber"), m => m.GetAttributeValue<string>("tst_name"));
        Assert.Equal(("Round 1", $"Round {round}", $"Round {round}"), (stored["1 1"], stored["Old 0"], stored["Old 254"]));
    }

    [Theory, MemberData(nameof(Callers))]
    public void CreateMultiple_OfActivitiesWithParties(bool administrator, bool images)
    {
        var service = Service(administrator);
        if (images) Images("Create", "phonecall", pre: false);
        var accounts = Ids(service, "account", i => new Entity("account") { ["name"] = $"Account {i}" });
        // Owner, regarding and the one who is called: three parties an activity, 768 in all, need three statements, and twelve need two.
        DoesNotGrow(more: 1, send: count => Send("CreateMultiple", service, "phonecall", count, i => new Entity("phonecall")
        {
            ["subject"] = $"Call {i}",
            ["regardingobjectid"] = new EntityReference("account", accounts[i]),
            ["to"] = new EntityCollection([new Entity("activityparty") { ["partyid"] = new EntityReference("account", accounts[i]) }]) { EntityName = "activityparty" },
        }));
        var query = new QueryExpression("phonecall") { ColumnSet = new ColumnSet("subject", "to") };
        query.Criteria.AddCondition("subject", ConditionOperator.Equal, "Call 9");
        Assert.All(service.RetrieveMultiple(query).Entities, call => Assert.Equal(accounts[9], Assert.Single(call.GetAttributeValue<EntityCollection>("to").Entities).GetAttributeValue<EntityReference>("partyid").Id));
    }

    [Theory, MemberData(nameof(Callers))]
    public void CreateMultiple_OfLinesEachOfItsDocumentAndProduct(bool administrator, bool images)
    {
        var service = Service(administrator);
        if (images) Images("Create", "salesorderdetail", pre: false);
        var (orders, products) = (Orders(service), Products());
        DoesNotGrow(count => Send("CreateMultiple", service, "salesorderdetail", count, i => Line(orders[i], products[i], quantity: 2m)));
        var rounds = service.RetrieveMultiple(new QueryExpression("salesorderdetail")).Entities.Count;
        Assert.Equal(rounds, orders.Sum(o => service.Retrieve("salesorder", o, new ColumnSet("totalamount")).GetAttributeValue<Money>("totalamount").Value) / 200m);
    }

    [Theory, MemberData(nameof(Callers))]
    public void UpdateMultiple_OfLinesEachOfItsDocumentAndProduct(bool administrator, bool images)
    {
        var service = Service(administrator);
        if (images) Images("Update", "salesorderdetail", pre: true);
        var (orders, products) = (Orders(service), Products());
        var lines = Ids(service, "salesorderdetail", i => Line(orders[i], products[i], quantity: 1m));
        DoesNotGrow(count => Send("UpdateMultiple", service, "salesorderdetail", count, i => new Entity("salesorderdetail", lines[i]) { ["quantity"] = 3m }));
        Assert.All(orders, o => Assert.Equal(300m, service.Retrieve("salesorder", o, new ColumnSet("totalamount")).GetAttributeValue<Money>("totalamount").Value));
    }

    [Theory, MemberData(nameof(Callers))]
    public void UpdateMultiple_OfDocumentsThatAreDiscountedAndRepriced(bool administrator, bool images)
    {
        var service = Service(administrator);
        if (images) Images("Update", "salesorder", pre: true);
        var (orders, products) = (Orders(service), Products());
        _ = Ids(service, "salesorderdetail", i => Line(orders[i], products[i], quantity: 1m));
        DoesNotGrow(count => Send("UpdateMultiple", service, "salesorder", count, i => new Entity("salesorder", orders[i]) { ["discountamount"] = new Money(10m), ["pricelevelid"] = sales.PriceList }));
        Assert.All(orders, o => Assert.Equal(90m, service.Retrieve("salesorder", o, new ColumnSet("totalamount")).GetAttributeValue<Money>("totalamount").Value));
    }

    // The first run fills what is kept between requests: rights, currencies, prepared statements.
    private void DoesNotGrow(Action<int> send, int more = 0)
    {
        if (statements.Capacity == 0) Watch(sales.Organization.Dataverse);
        send(Few);
        int one = Count(1), few = Count(Few), uneven = Count(Uneven), many = Count(Many);
        Assert.True(few + more == many, $"{few} statements for {Few} rows, {many} for {Many}:\n" + string.Join('\n', statements.GroupBy(s => s.Length > 150 ? s[..150] : s).Where(g => g.Count() > 1).Select(g => $"{g.Count()} x {g.Key}")));
        // Of 200 rows 128, 64 and 8 are written together.
        Assert.InRange(uneven, many, many * 3);
        Assert.InRange(one, 3, many + 15);

        int Count(int rows)
        {
            statements.Clear();
            send(rows);
            return statements.Count;
        }
    }

    private void Watch(LocalDataverse dataverse)
    {
        statements.EnsureCapacity(1000);
        dataverse.Organization.Store.Watch = statements.Add;
    }

    private static void Send(string message, IOrganizationService service, string table, int count, Func<int, Entity> row)
    {
        var targets = new EntityCollection([.. Enumerable.Range(0, count).Select(row)]) { EntityName = table };
        service.Execute(new OrganizationRequest(message) { ["Targets"] = targets });
    }

    private IOrganizationService Service(bool administrator, int depth = PrivilegeGrant.Basic)
    {
        if (administrator) return sales.Service;
        var organization = sales.Organization;
        var user = organization.Write(new Entity("systemuser")
        {
            ["firstname"] = "Vera",
            ["lastname"] = "Verkauf",
            ["domainname"] = "vera@local",
            ["businessunitid"] = new EntityReference("businessunit", organization.Dataverse.RootBusinessUnitId),
        });
        var role = sales.Service.Create(new Entity("role") { ["name"] = "Sales", ["businessunitid"] = new EntityReference("businessunit", organization.Dataverse.RootBusinessUnitId) });
        var privileges = organization.Rows("privilege").Select(p => (p.Id, Name: p.GetAttributeValue<string>("name"))).ToList();
        sales.Service.Execute(new AddPrivilegesRoleRequest
        {
            RoleId = role,
            Privileges = [.. privileges.Select(p => new RolePrivilege(RolePrivileges.Depth(IsOwned(p.Name) ? depth : PrivilegeGrant.Global), p.Id, organization.Dataverse.RootBusinessUnitId))],
        });
        sales.Service.Associate("systemuser", user, new Relationship("systemuserroles_association"), [new EntityReference("role", role)]);
        return organization.Dataverse.ServiceFor(user);
    }

    private static bool IsOwned(string privilege) => new[] { "Account", "Contact", "Order", "Activity" }.Any(noun => privilege.EndsWith(noun, StringComparison.Ordinal));

    private void Images(string message, string table, bool pre)
    {
        sales.Organization.Step("DoNothing", message, table, PreOperation, pre ? new StepOptions { Images = [new ImageOptions("before", 0, null)] } : null);
        sales.Organization.Step("DoNothing", message, table, PostOperation, new StepOptions { Name = "After", Images = pre ? [new ImageOptions("before", 0, null), new ImageOptions("after", 1, null)] : [new ImageOptions("after", 1, null)] });
    }

    private static Guid[] Ids(IOrganizationService service, string table, Func<int, Entity> row) =>
        ((CreateMultipleResponse)service.Execute(new CreateMultipleRequest { Targets = new EntityCollection([.. Enumerable.Range(0, Many).Select(row)]) { EntityName = table } })).Ids;

    private Guid[] Orders(IOrganizationService service)
    {
        var customers = Ids(service, "account", i => new Entity("account") { ["name"] = $"Customer {i}" });
        return Ids(service, "salesorder", i => new Entity("salesorder")
        {
            ["name"] = $"Order {i}",
            ["pricelevelid"] = sales.PriceList,
            ["customerid"] = new EntityReference("account", customers[i]),
            ["transactioncurrencyid"] = sales.Currency,
        });
    }

    private Guid[] Products()
    {
        var products = Ids(sales.Service, "product", i => new Entity("product") { ["name"] = $"Sensor {i}", ["productnumber"] = $"N-{i}", ["defaultuomid"] = sales.Unit, ["defaultuomscheduleid"] = sales.Schedule });
        _ = Ids(sales.Service, "productpricelevel", i => new Entity("productpricelevel") { ["pricelevelid"] = sales.PriceList, ["productid"] = new EntityReference("product", products[i]), ["uomid"] = sales.Unit, ["amount"] = new Money(100m) });
        return products;
    }

    private Entity Line(Guid order, Guid product, decimal quantity) => new("salesorderdetail")
    {
        ["salesorderid"] = new EntityReference("salesorder", order),
        ["productid"] = new EntityReference("product", product),
        ["uomid"] = sales.Unit,
        ["quantity"] = quantity,
    };
}
