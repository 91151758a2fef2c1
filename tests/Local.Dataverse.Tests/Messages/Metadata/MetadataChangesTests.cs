using System;
using System.Linq;
using Local.Dataverse.Messages.Metadata;
using Local.Dataverse.Tests.Import;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Metadata.Query;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Messages.Metadata;

/// <summary>A client that keeps definitions asks only for what changed.</summary>
public sealed class MetadataChangesTests : IDisposable
{
    private readonly SteppingClock clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly LocalDataverse dataverse;

    public MetadataChangesTests()
    {
        dataverse = LocalDataverse.Open(new LocalDataverseOptions { Clock = clock });
        Import(new TestSolution { WithStep = false });
    }

    public void Dispose() => dataverse.Dispose();

    [Fact]
    public void WithoutChange_TheAnswerIsEmpty()
    {
        var first = Ask(Everything());
        var second = Ask(Everything(), first.ServerVersionStamp);

        Assert.Equal(dataverse.Schema.Tables.Count, first.EntityMetadata.Count);
        Assert.Matches(@"^\d+!03/02/2026 08:00:\d\d$", first.ServerVersionStamp);
        Assert.Empty(second.EntityMetadata);
        Assert.Empty(Ask(Everything(), second.ServerVersionStamp).EntityMetadata);
    }

    [Fact]
    public void ANewColumn_ComesAloneBelowItsUnchangedTable()
    {
        var stamp = Ask(Everything()).ServerVersionStamp;
        Import(new TestSolution { WithStep = false, Version = "1.1.0.0", MoreColumns = TestSolution.Column("tst_Weight", "int") });

        var table = Assert.Single(Ask(Everything(), stamp).EntityMetadata);

        Assert.Equal("tst_machine", table.LogicalName);
        Assert.False(table.HasChanged);
        var column = Assert.Single(table.Attributes);
        Assert.Equal(("tst_weight", true), (column.LogicalName, column.HasChanged));
    }

    [Fact]
    public void ANewOption_ChangesTheChoiceAndNotItsColumn()
    {
        var stamp = Ask(Everything()).ServerVersionStamp;
        Import(new TestSolution
        {
            WithStep = false,
            Version = "1.1.0.0",
            MoreOptions = "<option value=\"123450009\" ExternalValue=\"\" IsHidden=\"0\"><labels><label description=\"Extreme\" languagecode=\"1033\" /></labels></option>",
        });

        var column = Assert.IsType<PicklistAttributeMetadata>(Assert.Single(Assert.Single(Ask(Everything(), stamp).EntityMetadata).Attributes));

        Assert.Equal(("tst_risk", false, true), (column.LogicalName, column.HasChanged, column.OptionSet.HasChanged));
        Assert.Contains(123450009, column.OptionSet.Options.Select(o => o.Value));
    }

    [Fact]
    public void ADeletedColumn_IsReportedById()
    {
        var stamp = Ask(Everything()).ServerVersionStamp;
        using (var zip = new TestSolution { WithStep = false, Version = "1.1.0.0", WithSerialNumber = false }.Zip())
        {
            dataverse.Organization.Exclusively(() => dataverse.Organization.Import(zip, new Local.Dataverse.Import.SolutionImportOptions { DeleteVanished = true }));
        }

        var deleted = Ask(Everything(), stamp, DeletedMetadataFilters.All).DeletedMetadata;

        Assert.Equal([MetadataIds.OfColumn("tst_machine", "tst_serialnumber")], deleted[DeletedMetadataFilters.Attribute]);
        Assert.False(deleted.ContainsKey(DeletedMetadataFilters.Entity));
    }

    [Fact]
    public void AFailedImport_ChangesNothing()
    {
        var stamp = Ask(Everything()).ServerVersionStamp;
        var timestamp = Timestamp();
        Assert.ThrowsAny<Exception>(() => Import(new TestSolution { WithStep = false, Version = "1.1.0.0", MoreColumns = TestSolution.Column("tst_Weight", "nosuchtype") }));

        Assert.Empty(Ask(Everything(), stamp).EntityMetadata);
        Assert.Equal(timestamp, Timestamp());
    }

    [Fact]
    public void TheTimestamp_StaysUntilADefinitionChanges()
    {
        var before = Timestamp();
        dataverse.AdministratorService.Create(new Entity("account") { ["name"] = "a" });
        Assert.Equal(before, Timestamp());
        Import(new TestSolution { WithStep = false, Version = "1.1.0.0", MoreColumns = TestSolution.Column("tst_Weight", "int") });
        Assert.NotEqual(before, Timestamp());
    }

    [Fact]
    public void AStamp_ExpiresAfterNinetyDaysOrAsTheOrganisationSays()
    {
        var stamp = Ask(Everything()).ServerVersionStamp;
        clock.Advance(TimeSpan.FromDays(89));
        Ask(Everything(), stamp);
        dataverse.AdministratorService.Update(new Entity("organization", dataverse.OrganizationId) { ["expiresubscriptionsindays"] = 10 });

        Assert.Equal(unchecked((int)0x80044352), TestOrganization.Refused(() => Ask(Everything(), stamp)).ErrorCode);
        Assert.Equal(unchecked((int)0x80040203), TestOrganization.Refused(() => Ask(Everything(), "yesterday")).ErrorCode);
    }

    [Fact]
    public void OnlyWhatIsAskedFor_IsFilled()
    {
        var query = new EntityQueryExpression
        {
            Criteria = Where("LogicalName", "tst_machine"),
            Properties = new MetadataPropertiesExpression("DisplayName", "Attributes", "ManyToOneRelationships"),
            AttributeQuery = new AttributeQueryExpression { Criteria = Where("MaxLength", 40), Properties = new MetadataPropertiesExpression("MaxLength") },
            RelationshipQuery = new RelationshipQueryExpression { Criteria = Where("ReferencingAttribute", "tst_customerid"), Properties = new MetadataPropertiesExpression("ReferencedEntity") },
            LabelQuery = new LabelQueryExpression { FilterLanguages = { 1031 } },
        };

        var table = Assert.Single(Ask(query).EntityMetadata);

        Assert.Equal(["Maschine"], table.DisplayName.LocalizedLabels.Select(l => l.Label));
        Assert.Null(table.EntitySetName);
        Assert.Null(table.OneToManyRelationships);
        var column = Assert.IsType<StringAttributeMetadata>(Assert.Single(table.Attributes));
        Assert.Equal(("tst_serialnumber", 40), (column.LogicalName, column.MaxLength));
        Assert.Null(column.DisplayName);
        Assert.Equal(["account"], table.ManyToOneRelationships.Select(r => r.ReferencedEntity));
        Assert.Null(table.ManyToOneRelationships[0].ReferencingAttribute);
    }

    [Fact]
    public void WithoutSelection_OnlyWhatIdentifiesADefinitionComes()
    {
        var table = Assert.Single(Ask(new EntityQueryExpression { Criteria = Where("LogicalName", "account") }).EntityMetadata);

        Assert.Equal(("account", MetadataIds.OfTable("account")), (table.LogicalName, table.MetadataId));
        Assert.Null(table.DisplayName);
        Assert.Null(table.Attributes);
    }

    [Fact]
    public void AnUnknownProperty_IsRefused() =>
        Assert.Equal(unchecked((int)0x80040203), TestOrganization.Refused(() => Ask(new EntityQueryExpression { Criteria = Where("Colour", "red") })).ErrorCode);

    private static MetadataFilterExpression Where(string property, object value) => new(LogicalOperator.And) { Conditions = { new MetadataConditionExpression(property, MetadataConditionOperator.Equals, value) } };

    private static EntityQueryExpression Everything() => new()
    {
        Properties = new MetadataPropertiesExpression { AllProperties = true },
        AttributeQuery = new AttributeQueryExpression { Properties = new MetadataPropertiesExpression { AllProperties = true } },
    };

    private RetrieveMetadataChangesResponse Ask(EntityQueryExpression query, string? stamp = null, DeletedMetadataFilters? deleted = null)
    {
        var request = new RetrieveMetadataChangesRequest { Query = query, ClientVersionStamp = stamp };
        if (deleted is { } kinds) request.DeletedMetadataFilters = kinds;
        return (RetrieveMetadataChangesResponse)dataverse.AdministratorService.Execute(request);
    }

    private string Timestamp() => ((RetrieveTimestampResponse)dataverse.AdministratorService.Execute(new RetrieveTimestampRequest())).Timestamp;

    private void Import(TestSolution solution)
    {
        using var zip = solution.Zip();
        dataverse.ImportSolution(zip);
    }
}
