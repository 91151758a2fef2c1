using System;
using System.Linq;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Messages.Customization;

public sealed class TableMessageTests : IDisposable
{
    private readonly TestOrganization organization = new();

    public void Dispose() => organization.Dispose();

    [Theory, InlineData(OwnershipTypes.UserOwned), InlineData(OwnershipTypes.OrganizationOwned)]
    public void ACreatedTable_KeepsRowsWithWhatEveryTableHas(OwnershipTypes ownership)
    {
        Create("new_Company", ownership);

        var id = organization.Service.Create(new Entity("new_company") { ["new_name"] = "Muster AG" });

        var row = organization.Service.Retrieve("new_company", id, new ColumnSet(true));
        Assert.Equal(("Muster AG", 0, 1), ((string)row["new_name"], row.GetAttributeValue<OptionSetValue>("statecode").Value, row.GetAttributeValue<OptionSetValue>("statuscode").Value));
        Assert.Equal(organization.Dataverse.AdministratorId, row.GetAttributeValue<EntityReference>("createdby").Id);
        Assert.True(row.Contains("createdon") && row.Contains("modifiedon") && row.Contains("versionnumber"));
        Assert.Equal(ownership == OwnershipTypes.UserOwned, row.Contains("ownerid"));
        var metadata = ((RetrieveEntityResponse)organization.Service.Execute(new RetrieveEntityRequest { LogicalName = "new_company" })).EntityMetadata;
        Assert.Equal(("new_companies", "Company", ownership), (metadata.EntitySetName, metadata.DisplayName.UserLocalizedLabel.Label, metadata.OwnershipType));
    }

    [Fact]
    public void ACreatedTable_HasActivitiesAndNotesWhenAsked()
    {
        Create("new_Company", OwnershipTypes.UserOwned);
        var company = new EntityReference("new_company", organization.Service.Create(new Entity("new_company") { ["new_name"] = "Muster AG" }));
        organization.Service.Create(new Entity("task") { ["subject"] = "Visit", ["regardingobjectid"] = company });
        organization.Service.Create(new Entity("annotation") { ["subject"] = "Note", ["objectid"] = company });

        organization.Service.Delete("new_company", company.Id);

        Assert.Empty(organization.Rows("task"));
        Assert.Empty(organization.Rows("annotation"));
    }

    [Fact]
    public void TheFirstAmount_BringsTheCurrencyAlong()
    {
        Create("new_Company", OwnershipTypes.UserOwned);
        organization.Service.Execute(new CreateAttributeRequest { EntityName = "new_company", Attribute = new MoneyAttributeMetadata { SchemaName = "new_Worth" } });

        var row = organization.Service.Create(new Entity("new_company") { ["new_name"] = "A", ["new_worth"] = new Money(10m) });

        var read = organization.Service.Retrieve("new_company", row, new ColumnSet("transactioncurrencyid", "new_worth_base"));
        Assert.Equal((organization.Dataverse.BaseCurrencyId, 10m), (read.GetAttributeValue<EntityReference>("transactioncurrencyid").Id, read.GetAttributeValue<Money>("new_worth_base").Value));
    }

    [Fact]
    public void ACreatedTable_HasPrivilegesThatRolesCanGive()
    {
        Create("new_Company", OwnershipTypes.UserOwned);

        Assert.Single(organization.Rows("privilege", "name", "prvReadnew_Company"));
    }

    [Fact]
    public void AnUpdatedTable_HasItsNewName()
    {
        Create("new_Company", OwnershipTypes.UserOwned);

        organization.Service.Execute(new UpdateEntityRequest { Entity = new EntityMetadata { LogicalName = "new_company", DisplayName = new Label("Firma", 1031) }, MergeLabels = true });

        var name = ((RetrieveEntityResponse)organization.Service.Execute(new RetrieveEntityRequest { LogicalName = "new_company" })).EntityMetadata.DisplayName;
        Assert.Equal([(1031, "Firma"), (1033, "Company")], name.LocalizedLabels.Select(l => (l.LanguageCode, l.Label)).Order());
    }

    [Fact]
    public void ADeletedTable_IsGoneWithItsRows()
    {
        Create("new_Company", OwnershipTypes.UserOwned);
        organization.Service.Create(new Entity("new_company") { ["new_name"] = "old" });

        organization.Service.Execute(new DeleteEntityRequest { LogicalName = "new_company" });
        Assert.Equal(unchecked((int)0x80041102), TestOrganization.Refused(() => organization.Rows("new_company")).ErrorCode);

        Create("new_Company", OwnershipTypes.UserOwned);
        Assert.Empty(organization.Rows("new_company"));
    }

    [Fact]
    public void ATableThatIsReferenced_CannotBeDeleted()
    {
        Create("new_Company", OwnershipTypes.UserOwned);
        organization.Service.Execute(new CreateOneToManyRequest
        {
            Lookup = new LookupAttributeMetadata { SchemaName = "new_CompanyId" },
            OneToManyRelationship = new OneToManyRelationshipMetadata { SchemaName = "new_company_lead", ReferencedEntity = "new_company", ReferencingEntity = "lead" },
        });

        TestOrganization.Refused(() => organization.Service.Execute(new DeleteEntityRequest { LogicalName = "new_company" }));
        TestOrganization.Refused(() => organization.Service.Execute(new DeleteEntityRequest { LogicalName = "account" }));
        TestOrganization.Refused(() => Create("new_Company", OwnershipTypes.UserOwned));
    }

    private void Create(string schemaName, OwnershipTypes ownership) => organization.Service.Execute(new CreateEntityRequest
    {
        Entity = new EntityMetadata { SchemaName = schemaName, DisplayName = new Label("Company", 1033), DisplayCollectionName = new Label("Companies", 1033), OwnershipType = ownership },
        PrimaryAttribute = new StringAttributeMetadata { SchemaName = "new_Name", DisplayName = new Label("Name", 1033), MaxLength = 100 },
        HasActivities = ownership == OwnershipTypes.UserOwned,
        HasNotes = ownership == OwnershipTypes.UserOwned,
    });
}
