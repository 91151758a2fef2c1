using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Security;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Tests.Sales;

/// <summary>An organisation with one product on one price list at 100.00, a customer, and short ways to write documents.</summary>
internal sealed class SalesRows : IDisposable
{
    private static readonly Dictionary<string, string> LineTables = new()
    {
        ["opportunity"] = "opportunityproduct",
        ["quote"] = "quotedetail",
        ["salesorder"] = "salesorderdetail",
        ["invoice"] = "invoicedetail",
    };

    public SalesRows()
    {
        var schedule = Organization.Write(new Entity("uomschedule") { ["name"] = "Stück", ["baseuomname"] = "Stück" });
        Schedule = new EntityReference("uomschedule", schedule);
        Unit = new EntityReference("uom", Organization.Write(new Entity("uom") { ["name"] = "Stück", ["quantity"] = 1m, ["uomscheduleid"] = Schedule }));
        Product = new EntityReference("product", Organization.Write(new Entity("product")
        {
            ["name"] = "Sensor",
            ["productnumber"] = "S-1",
            ["defaultuomid"] = Unit,
            ["defaultuomscheduleid"] = Schedule,
            ["price"] = new Money(120m),
            ["currentcost"] = new Money(60m),
            ["standardcost"] = new Money(50m),
        }));
        PriceList = new EntityReference("pricelevel", Service.Create(new Entity("pricelevel") { ["name"] = "Liste 2026", ["transactioncurrencyid"] = Currency }));
        Item = Organization.Write(new Entity("productpricelevel") { ["pricelevelid"] = PriceList, ["productid"] = Product, ["uomid"] = Unit, ["amount"] = new Money(100m) });
        Customer = new EntityReference("account", Organization.Account("Muster AG"));
    }

    public TestOrganization Organization { get; } = new();
    public IOrganizationService Service => Organization.Service;
    public EntityReference Currency => new("transactioncurrency", Organization.Dataverse.BaseCurrencyId);
    public EntityReference Schedule { get; }
    public EntityReference Unit { get; }
    public EntityReference Product { get; }
    public EntityReference PriceList { get; }
    public EntityReference Customer { get; }
    /// <summary>The product's row on the price list.</summary>
    public Guid Item { get; }

    public EntityReference Document(string table, Action<Entity>? more = null)
    {
        var row = new Entity(table)
        {
            ["name"] = "Anlage Süd",
            ["pricelevelid"] = PriceList,
            ["customerid"] = Customer,
            ["transactioncurrencyid"] = Currency,
        };
        more?.Invoke(row);
        return new EntityReference(table, Service.Create(row));
    }

    /// <summary>A line; without a price it takes that of the price list.</summary>
    public Guid Line(EntityReference document, decimal quantity, decimal? price = null, Action<Entity>? more = null)
    {
        var row = new Entity(LineTables[document.LogicalName])
        {
            [document.LogicalName + "id"] = document,
            ["productid"] = Product,
            ["uomid"] = Unit,
            ["quantity"] = quantity,
        };
        if (price is not null)
        {
            row["ispriceoverridden"] = true;
            row["priceperunit"] = new Money(price.Value);
        }
        more?.Invoke(row);
        return Service.Create(row);
    }

    public IReadOnlyList<Entity> Lines(EntityReference document) => Organization.Rows(LineTables[document.LogicalName], document.LogicalName + "id", document.Id);

    public Entity Read(EntityReference row) => Service.Retrieve(row.LogicalName, row.Id, new ColumnSet(true));

    public Entity ReadLine(EntityReference document, Guid line) => Service.Retrieve(LineTables[document.LogicalName], line, new ColumnSet(true));

    public void Change(EntityReference row, string column, object? value) => Service.Update(new Entity(row.LogicalName, row.Id) { [column] = value });

    /// <summary>State and status reason, e.g. <c>2/4</c>.</summary>
    public string StateOf(EntityReference row)
    {
        var read = Read(row);
        return $"{read.GetAttributeValue<OptionSetValue>("statecode").Value}/{read.GetAttributeValue<OptionSetValue>("statuscode").Value}";
    }

    public decimal AmountOf(EntityReference row, string column) => Read(row).GetAttributeValue<Money>(column).Value;

    /// <summary>A user who may read and write every document, has further privileges, and is no administrator.</summary>
    public Guid Clerk(params string[] more)
    {
        var organization = Organization.Dataverse.Organization;
        var user = Organization.Write(new Entity("systemuser")
        {
            ["firstname"] = "Anna",
            ["lastname"] = "Muster",
            ["domainname"] = "anna@local",
            ["businessunitid"] = new EntityReference("businessunit", Organization.Dataverse.RootBusinessUnitId),
        });
        var role = Service.Create(new Entity("role") { ["name"] = "Verkauf", ["businessunitid"] = new EntityReference("businessunit", Organization.Dataverse.RootBusinessUnitId) });
        string[] privileges = ["prvReadQuote", "prvWriteQuote", "prvReadOrder", "prvWriteOrder", "prvReadInvoice", "prvWriteInvoice", .. more];
        StandardRoles.Grant(organization.Store, role, privileges.ToDictionary(p => p, _ => PrivilegeGrant.Global));
        organization.Security.Forget();
        Service.Associate("systemuser", user, new Relationship("systemuserroles_association"), [new EntityReference("role", role)]);
        return user;
    }

    public IEnumerable<string> Events() => Organization.Traces().Select(t => $"{t["Message"]}({t["Parents"]})");

    public void Dispose() => Organization.Dispose();
}
