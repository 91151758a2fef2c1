using System;
using System.Linq;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Sales;

public sealed class QualifyLeadTests : IDisposable
{
    private readonly SalesRows sales = new();

    public void Dispose() => sales.Dispose();

    [Fact]
    public void AQualifiedLead_LeavesAccountContactAndOpportunityThatKnowEachOther()
    {
        var lead = Lead();

        var created = Qualify(lead, account: true, contact: true, opportunity: true);

        Assert.Equal(["account", "contact", "opportunity"], created.Select(c => c.LogicalName));
        var (account, contact, opportunity) = (sales.Read(created[0]), sales.Read(created[1]), sales.Read(created[2]));
        Assert.Equal("Keller Maschinen AG", account["name"]);
        Assert.Equal("Baden", account["address1_city"]);
        Assert.Equal("Eva Keller", contact["fullname"]);
        Assert.Equal(account.Id, contact.GetAttributeValue<EntityReference>("parentcustomerid").Id);
        Assert.Equal(contact.Id, account.GetAttributeValue<EntityReference>("primarycontactid").Id);
        Assert.Equal("Neue Abfüllanlage", opportunity["name"]);
        Assert.Equal(account.Id, opportunity.GetAttributeValue<EntityReference>("customerid").Id);
        Assert.Equal(250_000m, opportunity.GetAttributeValue<Money>("budgetamount").Value);
        Assert.All([account, contact, opportunity], row => Assert.Equal(lead.Id, row.GetAttributeValue<EntityReference>("originatingleadid").Id));
        var closed = sales.Read(lead);
        Assert.Equal("1/3", sales.StateOf(lead));
        Assert.Equal(opportunity.Id, closed.GetAttributeValue<EntityReference>("qualifyingopportunityid").Id);
    }

    [Fact]
    public void AnOpportunityForAKnownCustomer_CreatesNothingElse()
    {
        var created = Qualify(Lead(), opportunity: true, customer: sales.Customer);

        var opportunity = sales.Read(Assert.Single(created));
        Assert.Equal(sales.Customer.Id, opportunity.GetAttributeValue<EntityReference>("customerid").Id);
        Assert.Equal(sales.Currency.Id, opportunity.GetAttributeValue<EntityReference>("transactioncurrencyid").Id);
    }

    [Fact]
    public void AStatusOfTheDisqualifiedState_ClosesTheLeadSo()
    {
        var lead = Lead();

        Assert.Empty(Qualify(lead, status: 5));

        Assert.Equal("2/5", sales.StateOf(lead));
    }

    [Fact]
    public void AClosedLead_CannotBeQualifiedAgain()
    {
        var lead = Lead();
        Qualify(lead);

        Assert.Equal(unchecked((int)0x80040519), TestOrganization.Refused(() => Qualify(lead, account: true)).ErrorCode);
        Assert.Single(sales.Organization.Rows("account"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(77)]
    public void AStatusOfTheOpenState_IsRefused(int status)
    {
        var lead = Lead();

        Assert.Equal(unchecked((int)0x80048408), TestOrganization.Refused(() => Qualify(lead, account: true, status: status)).ErrorCode);
        Assert.Equal("0/1", sales.StateOf(lead));
    }

    [Fact]
    public void APlugInOnOneOfTheRows_TakesAllOfThemBack()
    {
        var lead = Lead();
        sales.Organization.Step("Refuse", "Create", "opportunity", 40, new StepOptions { Configuration = "Not yet." });

        TestOrganization.Refused(() => Qualify(lead, account: true, contact: true, opportunity: true));

        Assert.Equal("0/1", sales.StateOf(lead));
        Assert.Empty(sales.Organization.Rows("contact"));
        Assert.Single(sales.Organization.Rows("account"));
    }

    [Fact]
    public void WhoMayNotCreateAccounts_QualifiesNothing()
    {
        var lead = Lead();
        var clerk = sales.Organization.Dataverse.ServiceFor(sales.Clerk("prvReadLead", "prvWriteLead", "prvAppendToLead"));

        var fault = TestOrganization.Refused(() => clerk.Execute(
            new QualifyLeadRequest { LeadId = lead, CreateAccount = true, Status = new OptionSetValue(3) }));

        Assert.Equal(unchecked((int)0x80040220), fault.ErrorCode);
        Assert.Equal("0/1", sales.StateOf(lead));
        Assert.Single(sales.Organization.Rows("account"));
    }

    private EntityReference Lead() => new("lead", sales.Service.Create(new Entity("lead")
    {
        ["subject"] = "Neue Abfüllanlage",
        ["companyname"] = "Keller Maschinen AG",
        ["firstname"] = "Eva",
        ["lastname"] = "Keller",
        ["address1_city"] = "Baden",
        ["budgetamount"] = new Money(250_000m),
        ["transactioncurrencyid"] = sales.Currency,
    }));

    private EntityReferenceCollection Qualify(
        EntityReference lead, bool account = false, bool contact = false, bool opportunity = false, int status = 3, EntityReference? customer = null) =>
        ((QualifyLeadResponse)sales.Service.Execute(new QualifyLeadRequest
        {
            LeadId = lead,
            CreateAccount = account,
            CreateContact = contact,
            CreateOpportunity = opportunity,
            OpportunityCustomerId = customer,
            OpportunityCurrencyId = customer is null ? null : sales.Currency,
            Status = new OptionSetValue(status),
        })).CreatedEntities;
}
