using System;
using System.Linq;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Messages.Customization;

public sealed class ColumnMessageTests : IDisposable
{
    private readonly TestOrganization organization = new();

    public void Dispose() => organization.Dispose();

    // a column | a value it takes
    public static TheoryData<string, object> Kinds => new()
    {
        { "text", "Zürich" },
        { "memo", "line\r\nline" },
        { "whole", 42 },
        { "decimal", 1.25m },
        { "double", 0.5 },
        { "flag", true },
        { "date", new DateTime(2026, 3, 2) },
    };

    [Theory, MemberData(nameof(Kinds))]
    public void ACreatedColumn_TakesValuesAndIsFoundByThem(string kind, object value)
    {
        var id = Create(Column(kind));

        var row = organization.Service.Create(new Entity("account") { ["name"] = "Muster AG", ["new_extra"] = value });

        var found = Assert.Single(organization.Rows("account", "new_extra", value));
        Assert.Equal((row, value), (found.Id, found["new_extra"]));
        var metadata = ((RetrieveAttributeResponse)organization.Service.Execute(new RetrieveAttributeRequest { EntityLogicalName = "account", LogicalName = "new_extra" })).AttributeMetadata;
        Assert.Equal((id, "Extra", true), (metadata.MetadataId, metadata.DisplayName.UserLocalizedLabel.Label, metadata.IsCustomAttribute));
    }

    [Fact]
    public void ACreatedChoice_HasItsLabelsAndRefusesOtherValues()
    {
        Create(new PicklistAttributeMetadata
        {
            SchemaName = "new_Extra",
            DisplayName = new Label("Extra", 1033),
            OptionSet = new OptionSetMetadata { IsGlobal = false, Options = { new OptionMetadata(new Label("Gold", 1033), 1), new OptionMetadata(new Label("Silver", 1033), null) } },
        });

        var row = organization.Service.Create(new Entity("account") { ["name"] = "A", ["new_extra"] = new OptionSetValue(100_000_000) });

        Assert.Equal("Silver", organization.Service.Retrieve("account", row, new ColumnSet("new_extra")).FormattedValues["new_extra"]);
        Assert.Equal(unchecked((int)0x8004431A), TestOrganization.Refused(() => organization.Service.Update(new Entity("account", row) { ["new_extra"] = new OptionSetValue(7) })).ErrorCode);
    }

    [Fact]
    public void AnAmount_HasItsBaseAmountBeside()
    {
        Create(new MoneyAttributeMetadata { SchemaName = "new_Extra", DisplayName = new Label("Extra", 1033) });

        var row = organization.Service.Create(new Entity("account") { ["name"] = "A", ["new_extra"] = new Money(12.5m) });

        Assert.Equal(12.5m, organization.Service.Retrieve("account", row, new ColumnSet("new_extra_base")).GetAttributeValue<Money>("new_extra_base").Value);
    }

    [Fact]
    public void ANameThatIsTaken_IsRefused()
    {
        Create(Column("text"));

        var fault = TestOrganization.Refused(() => Create(Column("whole")));

        Assert.Equal((unchecked((int)0x80047013), "An attribute with the specified name already exists"), (fault.ErrorCode, fault.Message));
    }

    [Theory, InlineData("1st"), InlineData("a b"), InlineData("new_x\"; DROP TABLE account; --"), InlineData("")]
    public void ANameThatIsNone_IsRefused(string name) =>
        Assert.Equal(unchecked((int)0x80040203), TestOrganization.Refused(() => Create(new StringAttributeMetadata { SchemaName = name })).ErrorCode);

    [Fact]
    public void AnUpdatedColumn_HoldsItsNewLimitAndKeepsWhatWasNotGiven()
    {
        Create(Column("text"));
        var change = new StringAttributeMetadata { LogicalName = "new_extra", MaxLength = 3, DisplayName = new Label("Zusatz", 1031) };

        organization.Service.Execute(new UpdateAttributeRequest { EntityName = "account", Attribute = change, MergeLabels = true });

        var metadata = (StringAttributeMetadata)((RetrieveAttributeResponse)organization.Service.Execute(new RetrieveAttributeRequest { EntityLogicalName = "account", LogicalName = "new_extra" })).AttributeMetadata;
        Assert.Equal([(1031, "Zusatz"), (1033, "Extra")], metadata.DisplayName.LocalizedLabels.Select(l => (l.LanguageCode, l.Label)).Order());
        Assert.Equal(3, metadata.MaxLength);
        Assert.Equal(unchecked((int)0x80044331), TestOrganization.Refused(() => organization.Service.Create(new Entity("account") { ["name"] = "A", ["new_extra"] = "four" })).ErrorCode);
    }

    [Fact]
    public void ADeletedColumn_IsGoneWithItsValues()
    {
        Create(Column("text"));
        var row = organization.Service.Create(new Entity("account") { ["name"] = "A", ["new_extra"] = "old" });

        organization.Service.Execute(new DeleteAttributeRequest { EntityLogicalName = "account", LogicalName = "new_extra" });
        Assert.Equal(unchecked((int)0x80041103), TestOrganization.Refused(() => organization.Service.Retrieve("account", row, new ColumnSet("new_extra"))).ErrorCode);

        Create(Column("text"));
        Assert.False(organization.Service.Retrieve("account", row, new ColumnSet("new_extra")).Contains("new_extra"));
    }

    [Theory, InlineData("name"), InlineData("telephone1"), InlineData("accountid")]
    public void AColumnOfThePlatform_CannotBeDeleted(string column) =>
        TestOrganization.Refused(() => organization.Service.Execute(new DeleteAttributeRequest { EntityLogicalName = "account", LogicalName = column }));

    [Fact]
    public void ACreatedColumn_IsThereWhenTheFileIsOpenedAgain()
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());
        try
        {
            using (var before = new TestOrganization(path: path))
            {
                before.Service.Execute(new CreateAttributeRequest { EntityName = "account", Attribute = Column("text") });
                before.Service.Create(new Entity("account") { ["name"] = "A", ["new_extra"] = "kept" });
            }
            using var after = new TestOrganization(path: path);

            Assert.Equal("kept", after.Rows("account").Single()["new_extra"]);
        }
        finally
        {
            foreach (var file in System.IO.Directory.GetFiles(System.IO.Path.GetTempPath(), System.IO.Path.GetFileName(path) + "*")) System.IO.File.Delete(file);
        }
    }

    [Fact]
    public void AChangeThatFails_LeavesTheDefinitionsAsTheyWere()
    {
        var label = new Label("Extra", 1033);
        label.LocalizedLabels.Add(new LocalizedLabel("余分", 1041));

        Assert.Equal(unchecked((int)0x80044195), TestOrganization.Refused(() => Create(new StringAttributeMetadata { SchemaName = "new_Extra", DisplayName = label })).ErrorCode);

        Assert.Equal(unchecked((int)0x80041103), TestOrganization.Refused(() => organization.Rows("account", "new_extra", "x")).ErrorCode);
    }

    [Fact]
    public void InsideATransaction_DefinitionsAreNotChanged()
    {
        var transaction = new ExecuteTransactionRequest { Requests = [new CreateAttributeRequest { EntityName = "account", Attribute = Column("text") }] };

        Assert.Equal(unchecked((int)0x80044180), TestOrganization.Refused(() => organization.Service.Execute(transaction)).ErrorCode);
    }

    private Guid Create(AttributeMetadata column) =>
        ((CreateAttributeResponse)organization.Service.Execute(new CreateAttributeRequest { EntityName = "account", Attribute = column })).AttributeId;

    private static AttributeMetadata Column(string kind)
    {
        AttributeMetadata column = kind switch
        {
            "text" => new StringAttributeMetadata { MaxLength = 100 },
            "memo" => new MemoAttributeMetadata { MaxLength = 500 },
            "whole" => new IntegerAttributeMetadata { MinValue = 0, MaxValue = 100 },
            "decimal" => new DecimalAttributeMetadata { Precision = 2 },
            "double" => new DoubleAttributeMetadata { Precision = 2 },
            "flag" => new BooleanAttributeMetadata { DefaultValue = false },
            _ => new DateTimeAttributeMetadata { Format = DateTimeFormat.DateOnly, DateTimeBehavior = DateTimeBehavior.DateOnly },
        };
        column.SchemaName = "new_Extra";
        column.DisplayName = new Label("Extra", 1033);
        return column;
    }
}
