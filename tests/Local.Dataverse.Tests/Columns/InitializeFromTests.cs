using System;
using System.Linq;
using System.ServiceModel;
using Local.Dataverse.Import;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Columns;

/// <summary>InitializeFrom: rows made from rows by the mappings of the platform and of the zip.</summary>
public sealed class InitializeFromTests
{
    private const string End = "<Languages><Language>1033</Language></Languages>";

    [Fact]
    public void AContactOfAnAccount_GetsAddressAndCustomer()
    {
        using var shop = new Workshop();
        var account = shop.Account(("name", "Muster AG"), ("address1_city", "Zug"), ("telephone1", "041"), ("description", "not copied"));
        var contact = Make(shop, account, "contact");

        Assert.Equal(("contact", Guid.Empty), (contact.LogicalName, contact.Id));
        Assert.Equal(("Zug", "041"), (contact["address1_city"], contact["telephone1"]));
        Assert.Equal((account, "Muster AG"), (contact.GetAttributeValue<EntityReference>("parentcustomerid").Id, contact.GetAttributeValue<EntityReference>("parentcustomerid").Name));
        Assert.False(contact.Contains("description"));
        Assert.NotEqual(Guid.Empty, shop.Service.Create(contact));
    }

    [Fact]
    public void AnOrderOfAQuote_GetsItsTermsAndPointsToIt()
    {
        using var shop = new Workshop();
        var account = shop.Account(("name", "A"));
        var quote = shop.Create("quote", ("name", "Offer"), ("customerid", new EntityReference("account", account)), ("discountpercentage", 5m));
        var order = ((InitializeFromResponse)shop.Service.Execute(new InitializeFromRequest { EntityMoniker = new EntityReference("quote", quote), TargetEntityName = "salesorder" })).Entity;

        Assert.Equal(("Offer", 5m, quote), (order["name"], order["discountpercentage"], order.GetAttributeValue<EntityReference>("quoteid").Id));
        Assert.Equal(account, order.GetAttributeValue<EntityReference>("customerid").Id);
        Assert.DoesNotContain(order.Attributes.Keys, k => k is "statecode" or "createdon" or "ownerid");
    }

    [Fact]
    public void AMappingOfTheZip_IsFollowed()
    {
        using var shop = Mapped("name", "tst_name", "tst_machinecount", "tst_hours");
        var machine = Make(shop, shop.Account(("name", "Muster AG")), "tst_machine");

        Assert.Equal("Muster AG", machine["tst_name"]);
    }

    [Fact]
    public void TablesThatAreOnlyRelated_GiveTheLookupAlone()
    {
        using var shop = new Workshop();
        var account = shop.Account(("name", "Muster AG"));
        var machine = Make(shop, account, "tst_machine");

        Assert.Equal("tst_customerid", Assert.Single(machine.Attributes).Key);
        Assert.Equal(account, machine.GetAttributeValue<EntityReference>("tst_customerid").Id);
    }

    [Fact]
    public void WithoutTheParent_TheRestIsCopied()
    {
        using var shop = new Workshop();
        var account = shop.Account(("name", "A"), ("address1_city", "Zug"));
        var made = ((InitializeFromResponse)shop.Service.Execute(new InitializeFromRequest { EntityMoniker = new EntityReference("account", account), TargetEntityName = "contact", SkipParentalRelationshipMapping = true })).Entity;

        Assert.Equal(("Zug", false), (made["address1_city"], made.Contains("parentcustomerid")));
    }

    [Fact]
    public void TablesWithoutRelation_AreRefused()
    {
        using var shop = new Workshop();

        Assert.Contains("'account' to 'pricelevel'", Assert.Throws<FaultException<OrganizationServiceFault>>(() => Make(shop, shop.Account(("name", "A")), "pricelevel")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMappingToAColumnThatIsNotThere_IsRefusedAtImport()
    {
        using var shop = Mapped("name", "tst_missing", "name", "tst_name");

        Assert.Contains("tst_machine.tst_missing, which does not exist", Assert.Throws<SolutionImportException>(() => shop.Dataverse).Message, StringComparison.Ordinal);
    }

    private static Workshop Mapped(params string[] pairs) => new()
    {
        Change = text => text.Replace(End, "<EntityMaps><EntityMap><EntitySource>Account</EntitySource><EntityTarget>tst_Machine</EntityTarget><AttributeMaps>"
            + string.Concat(pairs.Chunk(2).Select(p => $"<AttributeMap><AttributeSource>{p[0]}</AttributeSource><AttributeTarget>{p[1]}</AttributeTarget></AttributeMap>"))
            + "</AttributeMaps></EntityMap></EntityMaps>" + End, StringComparison.Ordinal),
    };

    private static Entity Make(Workshop shop, Guid account, string table) => ((InitializeFromResponse)shop.Service.Execute(
        new InitializeFromRequest { EntityMoniker = new EntityReference("account", account), TargetEntityName = table, TargetFieldType = TargetFieldType.ValidForCreate })).Entity;
}
