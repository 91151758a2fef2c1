using System;
using System.Linq;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Messages.Customization;

public sealed class RelationshipMessageTests : IDisposable
{
    private readonly TestOrganization organization = new();

    public void Dispose() => organization.Dispose();

    [Theory, InlineData(CascadeType.Cascade, 0), InlineData(CascadeType.RemoveLink, 1)]
    public void ACreatedLookup_TiesRowsAndFollowsItsCascade(CascadeType onDelete, int left)
    {
        var created = CreateOneToMany(onDelete);
        var account = organization.Account("Muster AG");
        var lead = organization.Service.Create(new Entity("lead") { ["lastname"] = "Muster", ["new_partnerid"] = new EntityReference("account", account) });
        Assert.Equal("Muster AG", organization.Service.Retrieve("lead", lead, new ColumnSet("new_partnerid")).GetAttributeValue<EntityReference>("new_partnerid").Name);
        var metadata = (OneToManyRelationshipMetadata)((RetrieveRelationshipResponse)organization.Service.Execute(new RetrieveRelationshipRequest { Name = "new_account_lead" })).RelationshipMetadata;
        Assert.Equal((created.RelationshipId, "new_partnerid"), (metadata.MetadataId, metadata.ReferencingAttribute));

        organization.Service.Delete("account", account);

        var leads = organization.Rows("lead");
        Assert.Equal(left, leads.Count);
        Assert.All(leads, row => Assert.False(row.Contains("new_partnerid")));
    }

    [Fact]
    public void ADeletedRelationship_TakesItsLookupAlong()
    {
        CreateOneToMany(CascadeType.RemoveLink);

        organization.Service.Execute(new DeleteRelationshipRequest { Name = "new_account_lead" });

        Assert.Equal(unchecked((int)0x80041103), TestOrganization.Refused(() => organization.Rows("lead", "new_partnerid", Guid.NewGuid())).ErrorCode);
        Assert.Equal(unchecked((int)0x80040217), TestOrganization.Refused(() => organization.Service.Execute(new RetrieveRelationshipRequest { Name = "new_account_lead" })).ErrorCode);
    }

    [Fact]
    public void ACreatedPairing_TiesRowsBothWays()
    {
        organization.Service.Execute(new CreateManyToManyRequest
        {
            IntersectEntitySchemaName = "new_account_product",
            ManyToManyRelationship = new ManyToManyRelationshipMetadata { SchemaName = "new_account_product", Entity1LogicalName = "account", Entity2LogicalName = "product" },
        });
        var account = organization.Account("Muster AG");
        var other = organization.Account("Andere AG");
        var relationship = new Relationship("new_account_product");
        var product = organization.Write(new Entity("product") { ["name"] = "Sensor", ["productnumber"] = "S-1" });

        organization.Service.Associate("account", account, relationship, [new EntityReference("product", product)]);
        organization.Service.Associate("product", product, relationship, [new EntityReference("account", other)]);

        Assert.Equal(new[] { account, other }.Order(), organization.Rows("new_account_product").Select(r => r.GetAttributeValue<Guid>("accountid")).Order());
        organization.Service.Execute(new DeleteRelationshipRequest { Name = "new_account_product" });
        Assert.Equal(unchecked((int)0x80041102), TestOrganization.Refused(() => organization.Rows("new_account_product")).ErrorCode);
    }

    [Fact]
    public void ANameThatIsTaken_IsRefused()
    {
        CreateOneToMany(CascadeType.RemoveLink);

        TestOrganization.Refused(() => CreateOneToMany(CascadeType.RemoveLink));
        TestOrganization.Refused(() => organization.Service.Execute(new DeleteRelationshipRequest { Name = "account_primary_contact" }));
    }

    private CreateOneToManyResponse CreateOneToMany(CascadeType onDelete) => (CreateOneToManyResponse)organization.Service.Execute(new CreateOneToManyRequest
    {
        Lookup = new LookupAttributeMetadata { SchemaName = "new_PartnerId", DisplayName = new Label("Partner", 1033) },
        OneToManyRelationship = new OneToManyRelationshipMetadata
        {
            SchemaName = "new_account_lead",
            ReferencedEntity = "account",
            ReferencingEntity = "lead",
            CascadeConfiguration = new CascadeConfiguration { Delete = onDelete },
        },
    });
}
