using System;
using System.Linq;
using System.ServiceModel;
using Local.Dataverse.Tests.Import;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Metadata.Query;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Messages.Metadata;

public sealed class MetadataMessagesTests : IDisposable
{
    private readonly LocalDataverse organization = LocalDataverse.Open(new LocalDataverseOptions());

    public MetadataMessagesTests() => organization.ImportSolution(new TestSolution { WithStep = false }.Zip());

    private IOrganizationService Service => organization.AdministratorService;

    [Fact]
    public void ATable_ComesWithoutColumnsUnlessTheyAreAskedFor()
    {
        var account = Entity("account", EntityFilters.Entity);
        Assert.Equal(("Account", 1, "accountid", "name", "accounts"), (account.SchemaName, account.ObjectTypeCode, account.PrimaryIdAttribute, account.PrimaryNameAttribute, account.EntitySetName));
        Assert.Equal(OwnershipTypes.UserOwned, account.OwnershipType);
        Assert.Null(account.Attributes);
        Assert.Null(account.OneToManyRelationships);
    }

    [Fact]
    public void AColumn_IsOfTheSdkClassOfItsType()
    {
        var columns = Entity("tst_machine", EntityFilters.All).Attributes.ToDictionary(a => a.LogicalName);
        var price = Assert.IsType<MoneyAttributeMetadata>(columns["tst_price"]);
        Assert.Equal((0d, 1000000d, 2, 2), (price.MinValue, price.MaxValue, price.Precision, price.PrecisionSource));
        Assert.Equal(120, Assert.IsType<StringAttributeMetadata>(columns["tst_name"]).MaxLength);
        Assert.Equal((DateTimeFormat.DateOnly, "DateOnly"), (Assert.IsType<DateTimeAttributeMetadata>(columns["tst_builton"]).Format!.Value, ((DateTimeAttributeMetadata)columns["tst_builton"]).DateTimeBehavior.Value));
        Assert.Equal(["account"], Assert.IsType<LookupAttributeMetadata>(columns["tst_customerid"]).Targets);
        Assert.Equal((AttributeTypeCode.Owner, "OwnerType"), (columns["ownerid"].AttributeType, columns["ownerid"].AttributeTypeName.Value));
        Assert.True(columns["tst_machineid"].IsPrimaryId);
        Assert.Equal(AttributeRequiredLevel.ApplicationRequired, columns["tst_name"].RequiredLevel.Value);
        Assert.True(columns["tst_price"].IsCustomAttribute);
    }

    [Fact]
    public void AStatusReason_NamesItsState_AndAStateItsDefault()
    {
        var state = (StateAttributeMetadata)Attribute("salesorder", "statecode");
        Assert.Equal((3, 100001, "Fulfilled"), state.OptionSet.Options.OfType<StateOptionMetadata>().Where(o => o.Value == 3).Select(o => (o.Value!.Value, o.DefaultStatus!.Value, o.InvariantName)).Single());
        var status = (StatusAttributeMetadata)Attribute("salesorder", "statuscode");
        Assert.Equal(3, status.OptionSet.Options.OfType<StatusOptionMetadata>().Single(o => o.Value == 100001).State);
    }

    [Fact]
    public void Labels_ComeInEveryLanguage_AndTheUsersIsPickedOut()
    {
        var settings = Service.RetrieveMultiple(new QueryByAttribute("usersettings") { ColumnSet = new ColumnSet(true), Attributes = { "systemuserid" }, Values = { organization.AdministratorId } }).Entities.Single();
        Service.Update(new Entity("usersettings", settings.Id) { ["uilanguageid"] = 1031 });
        var label = Entity("tst_machine", EntityFilters.Entity).DisplayName;
        Assert.Equal("Maschine", label.UserLocalizedLabel.Label);
        Assert.Equal([1031, 1033], label.LocalizedLabels.Select(l => l.LanguageCode).Order());
    }

    [Fact]
    public void AGlobalChoice_IsFoundByNameAndInTheListOfAll()
    {
        var risk = (OptionSetMetadata)((RetrieveOptionSetResponse)Service.Execute(new RetrieveOptionSetRequest { Name = "tst_risk" })).OptionSetMetadata;
        Assert.Equal([123450000, 123450001], risk.Options.Select(o => o.Value!.Value));
        Assert.True(risk.IsGlobal);
        var all = ((RetrieveAllOptionSetsResponse)Service.Execute(new RetrieveAllOptionSetsRequest())).OptionSetMetadata;
        Assert.Contains(all, o => o.Name == "tst_risk" && o.MetadataId == risk.MetadataId);
    }

    [Fact]
    public void Relationships_NameBothSidesAndWhatCascades()
    {
        var oneToMany = (OneToManyRelationshipMetadata)Relationship("tst_account_machine");
        Assert.Equal(("account", "accountid", "tst_machine", "tst_customerid"), (oneToMany.ReferencedEntity, oneToMany.ReferencedAttribute, oneToMany.ReferencingEntity, oneToMany.ReferencingAttribute));
        Assert.Equal((CascadeType.Cascade, CascadeType.NoCascade), (oneToMany.CascadeConfiguration.Delete, oneToMany.CascadeConfiguration.Assign));
        Assert.Equal("tst_CustomerId", oneToMany.ReferencingEntityNavigationPropertyName);
        Assert.Equal("tst_machine_contact", ((ManyToManyRelationshipMetadata)Relationship("tst_machine_contact")).IntersectEntityName);
        var account = Entity("account", EntityFilters.Relationships);
        Assert.Contains(account.OneToManyRelationships, r => r.SchemaName == "tst_account_machine");
        Assert.Contains(account.ManyToOneRelationships, r => r.SchemaName == "account_parent_account");
    }

    [Fact]
    public void AnAlternateKey_IsFoundByItsName()
    {
        var key = ((RetrieveEntityKeyResponse)Service.Execute(new RetrieveEntityKeyRequest { EntityLogicalName = "tst_machine", LogicalName = "tst_serialkey" })).EntityKeyMetadata;
        Assert.Equal(["tst_serialnumber"], key.KeyAttributes);
        Assert.Equal(EntityKeyIndexStatus.Active, key.EntityKeyIndexStatus);
    }

    [Fact]
    public void AllTables_AreThose_OfTheSchema()
    {
        var all = ((RetrieveAllEntitiesResponse)Service.Execute(new RetrieveAllEntitiesRequest { EntityFilters = EntityFilters.All })).EntityMetadata;
        Assert.Equal(organization.Schema.Tables.Keys.Order(), all.Select(e => e.LogicalName).Order());
        Assert.All(all, e => Assert.Equal(organization.Schema.Tables[e.LogicalName].Columns.Count, e.Attributes.Length));
    }

    [Fact]
    public void AMetadataQuery_FindsTablesAndColumnsByCondition()
    {
        var query = new EntityQueryExpression
        {
            Criteria = new MetadataFilterExpression(LogicalOperator.And) { Conditions = { new MetadataConditionExpression("LogicalName", MetadataConditionOperator.In, new[] { "account", "contact" }) } },
            AttributeQuery = new AttributeQueryExpression
            {
                Criteria = new MetadataFilterExpression(LogicalOperator.And) { Conditions = { new MetadataConditionExpression("AttributeType", MetadataConditionOperator.Equals, AttributeTypeCode.State) } },
            },
        };
        var found = ((RetrieveMetadataChangesResponse)Service.Execute(new RetrieveMetadataChangesRequest { Query = query })).EntityMetadata;
        Assert.Equal(["account", "contact"], found.Select(e => e.LogicalName).Order());
        Assert.All(found, e => Assert.Equal("statecode", Assert.Single(e.Attributes).LogicalName));
    }

    [Fact]
    public void WhatDoesNotExist_GetsThePlatformsError()
    {
        Assert.Equal(unchecked((int)0x80041102), Fault(() => Entity("robot", EntityFilters.Entity)));
        Assert.Equal(unchecked((int)0x80041103), Fault(() => Attribute("account", "robot")));
        Assert.Equal(unchecked((int)0x80040217), Fault(() => Relationship("robot")));
    }

    [Fact]
    public void AKeyChangedAtRunTime_IsRefusedByName()
    {
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => Service.Execute(new DeleteEntityKeyRequest { EntityLogicalName = "tst_machine", Name = "tst_serialkey" }));
        Assert.StartsWith("Not supported here: message DeleteEntityKey", fault.Message);
    }

    public void Dispose() => organization.Dispose();

    private EntityMetadata Entity(string table, EntityFilters filters) =>
        ((RetrieveEntityResponse)Service.Execute(new RetrieveEntityRequest { LogicalName = table, EntityFilters = filters })).EntityMetadata;

    private AttributeMetadata Attribute(string table, string column) =>
        ((RetrieveAttributeResponse)Service.Execute(new RetrieveAttributeRequest { EntityLogicalName = table, LogicalName = column })).AttributeMetadata;

    private RelationshipMetadataBase Relationship(string name) =>
        ((RetrieveRelationshipResponse)Service.Execute(new RetrieveRelationshipRequest { Name = name })).RelationshipMetadata;

    private static int Fault(Action action) => Assert.Throws<FaultException<OrganizationServiceFault>>(action).Detail.ErrorCode;
}
