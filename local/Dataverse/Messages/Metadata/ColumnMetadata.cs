using System;
using System.Linq;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace Local.Dataverse.Messages.Metadata;

/// <summary>Turns columns of the schema into the SDK's attribute metadata.</summary>
internal sealed class ColumnMetadata(LabelMetadata labels)
{
    public AttributeMetadata Of(Table table, Column column, int number)
    {
        var metadata = Typed(column);
        metadata.LogicalName = column.LogicalName;
        metadata.SchemaName = column.SchemaName;
        metadata.MetadataId = MetadataIds.OfColumn(table.LogicalName, column.LogicalName);
        metadata.DisplayName = labels.Of(column.DisplayName);
        metadata.Description = labels.Of(column.Description);
        metadata.RequiredLevel = new AttributeRequiredLevelManagedProperty(column.Required switch
        {
            RequiredLevel.Recommended => AttributeRequiredLevel.Recommended,
            RequiredLevel.ApplicationRequired => AttributeRequiredLevel.ApplicationRequired,
            RequiredLevel.SystemRequired => AttributeRequiredLevel.SystemRequired,
            _ => AttributeRequiredLevel.None,
        });
        metadata.IsValidForCreate = column.ValidForCreate;
        metadata.IsValidForUpdate = column.ValidForUpdate;
        metadata.IsSecured = column.IsSecured;
        metadata.SourceType = column.SourceType;
        // Only the kinds that can be computed have the property.
        if (column.FormulaDefinition is { } definition) metadata.GetType().GetProperty(nameof(StringAttributeMetadata.FormulaDefinition))?.SetValue(metadata, definition);
        metadata.AutoNumberFormat = column.AutoNumberFormat ?? "";
        metadata.IsCustomizable = new BooleanManagedProperty(true);
        return metadata
            .With("IsValidForRead", column.ValidForRead)
            .With("IsPrimaryId", column.IsPrimaryId)
            .With("IsPrimaryName", column.IsPrimaryName)
            .With("IsCustomAttribute", column.IsCustom)
            .With("ColumnNumber", number)
            .With("EntityLogicalName", table.LogicalName);
    }

    private AttributeMetadata Typed(Column column) => column.Type switch
    {
        ColumnType.String => new StringAttributeMetadata
        {
            MaxLength = column.MaxLength,
            Format = FormatOf<StringFormat>(column.Format, StringFormat.Text),
            FormatName = (StringFormatName)NameOf(column.Format),
        }.With("DatabaseLength", column.MaxLength * 2),
        ColumnType.Memo => new MemoAttributeMetadata { MaxLength = column.MaxLength, Format = StringFormat.TextArea, FormatName = (MemoFormatName)"TextArea" },
        ColumnType.Integer => new IntegerAttributeMetadata
        {
            MinValue = (int?)column.MinValue ?? int.MinValue,
            MaxValue = (int?)column.MaxValue ?? int.MaxValue,
            Format = FormatOf(column.Format, IntegerFormat.None),
        },
        ColumnType.BigInt => new BigIntAttributeMetadata().With("MinValue", long.MinValue).With("MaxValue", long.MaxValue),
        ColumnType.Decimal => new DecimalAttributeMetadata { MinValue = column.MinValue, MaxValue = column.MaxValue, Precision = column.Precision },
        ColumnType.Double => new DoubleAttributeMetadata { MinValue = (double?)column.MinValue, MaxValue = (double?)column.MaxValue, Precision = column.Precision },
        ColumnType.Money => new MoneyAttributeMetadata
        {
            MinValue = (double?)column.MinValue,
            MaxValue = (double?)column.MaxValue,
            Precision = column.Precision,
            PrecisionSource = (int)column.PrecisionSource,
            CalculationOf = column.BaseOf ?? "",
        }.With("IsBaseCurrency", column.BaseOf is not null),
        ColumnType.Boolean => new BooleanAttributeMetadata(labels.OfBoolean(column.OptionSet!)) { DefaultValue = column.DefaultValue == 1 },
        ColumnType.DateTime => new DateTimeAttributeMetadata(column.Format == "date" ? DateTimeFormat.DateOnly : DateTimeFormat.DateAndTime)
        {
            DateTimeBehavior = column.DateBehavior.ToString(),
            CanChangeDateTimeBehavior = new BooleanManagedProperty(column.IsCustom),
        },
        ColumnType.Picklist => Choice(new PicklistAttributeMetadata(), column, OptionSetType.Picklist),
        ColumnType.MultiSelectPicklist => Choice(new MultiSelectPicklistAttributeMetadata(), column, OptionSetType.Picklist),
        ColumnType.State => Choice(new StateAttributeMetadata(), column, OptionSetType.State),
        ColumnType.Status => Choice(new StatusAttributeMetadata(), column, OptionSetType.Status),
        ColumnType.Lookup => Lookup(column, AttributeTypeCode.Lookup),
        ColumnType.Customer => Lookup(column, AttributeTypeCode.Customer),
        ColumnType.Owner => Lookup(column, AttributeTypeCode.Owner),
        ColumnType.PartyList => Lookup(column, AttributeTypeCode.PartyList),
        ColumnType.Uniqueidentifier => new UniqueIdentifierAttributeMetadata(),
        ColumnType.EntityName => new EntityNameAttributeMetadata(),
        ColumnType.ManagedProperty => new ManagedPropertyAttributeMetadata().With("ManagedPropertyLogicalName", column.LogicalName),
        ColumnType.File => new FileAttributeMetadata { MaxSizeInKB = column.MaxSizeInKb ?? 32_768 },
        ColumnType.Image => new ImageAttributeMetadata { MaxSizeInKB = column.MaxSizeInKb ?? 10_240, IsPrimaryImage = column.LogicalName == "entityimage" },
        _ => throw new InvalidOperationException($"Column {column.LogicalName} has the type {column.Type}."),
    };

    private EnumAttributeMetadata Choice(EnumAttributeMetadata metadata, Column column, OptionSetType type)
    {
        metadata.OptionSet = column.OptionSet is null ? null : labels.Of(column.OptionSet, type);
        metadata.DefaultFormValue = column.DefaultValue ?? -1;
        return metadata;
    }

    private static LookupAttributeMetadata Lookup(Column column, AttributeTypeCode type) =>
        new LookupAttributeMetadata { Targets = column.Targets.ToArray() }
            .With("AttributeType", type)
            .With("AttributeTypeName", (AttributeTypeDisplayName)(type + "Type"));

    private static T FormatOf<T>(string? format, T otherwise)
        where T : struct, Enum => Enum.TryParse<T>(format, ignoreCase: true, out var parsed) ? parsed : otherwise;

    private static string NameOf(string? format) => format switch
    {
        "email" => "Email",
        "url" => "Url",
        "phone" => "Phone",
        "textarea" => "TextArea",
        "tickersymbol" => "TickerSymbol",
        "richtext" => "RichText",
        "json" => "Json",
        _ => "Text",
    };
}
