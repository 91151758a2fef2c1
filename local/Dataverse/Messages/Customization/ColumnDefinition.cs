using Local.Dataverse.Pipeline;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk.Metadata;

namespace Local.Dataverse.Messages.Customization;

/// <summary>A column as a request describes it.</summary>
internal static class ColumnDefinition
{
    private const int UsualText = 100, UsualMemo = 2000, UsualDigits = 2;
    private const decimal LargestDecimal = 100_000_000_000m;

    /// <summary>The column that attribute metadata asks for; lookups come with their relationship instead.</summary>
    public static Column Of(MessageExecution execution, SchemaDraft draft, Table table, AttributeMetadata metadata)
    {
        var schemaName = SchemaChange.Name(metadata.SchemaName);
        if (metadata.SourceType is > 0) throw PlatformErrors.NotSupportedHere($"a computed column by message ({schemaName}); import it with a solution");
        var column = new Column
        {
            LogicalName = schemaName.ToLowerInvariant(),
            SchemaName = schemaName,
            Type = TypeOf(metadata),
            DisplayName = SchemaChange.Labels(execution, metadata.DisplayName),
            Description = SchemaChange.Labels(execution, metadata.Description),
            Required = Level(metadata.RequiredLevel?.Value),
            IsCustom = true,
            IsSecured = metadata.IsSecured ?? false,
            AutoNumberFormat = metadata.AutoNumberFormat is { Length: > 0 } format ? format : null,
        };
        return metadata switch
        {
            StringAttributeMetadata text => column with { MaxLength = text.MaxLength ?? UsualText, Format = (text.FormatName?.Value ?? text.Format?.ToString() ?? "Text").ToLowerInvariant() },
            MemoAttributeMetadata memo => column with { MaxLength = memo.MaxLength ?? UsualMemo, Format = "textarea" },
            IntegerAttributeMetadata whole => column with { MinValue = whole.MinValue ?? int.MinValue, MaxValue = whole.MaxValue ?? int.MaxValue },
            DecimalAttributeMetadata number => column with { MinValue = number.MinValue ?? -LargestDecimal, MaxValue = number.MaxValue ?? LargestDecimal, Precision = number.Precision ?? UsualDigits },
            DoubleAttributeMetadata number => column with { MinValue = (decimal?)number.MinValue ?? -LargestDecimal, MaxValue = (decimal?)number.MaxValue ?? LargestDecimal, Precision = number.Precision ?? UsualDigits },
            MoneyAttributeMetadata money => column with
            {
                MinValue = (decimal?)money.MinValue,
                MaxValue = (decimal?)money.MaxValue,
                Precision = money.Precision ?? UsualDigits,
                PrecisionSource = (PrecisionSource)(money.PrecisionSource ?? (int)PrecisionSource.Currency),
            },
            BooleanAttributeMetadata flag => column with { OptionSet = YesNo(execution, table, column, flag.OptionSet), DefaultValue = flag.DefaultValue == true ? 1 : 0 },
            DateTimeAttributeMetadata date => column with
            {
                Format = date.Format == DateTimeFormat.DateOnly ? "date" : "datetime",
                DateBehavior = date.DateTimeBehavior?.Value is { } behavior && System.Enum.TryParse<DateBehavior>(behavior, out var known) ? known : DateBehavior.UserLocal,
            },
            EnumAttributeMetadata choice => column with { OptionSet = Choice(execution, draft, table, column, choice.OptionSet), DefaultValue = choice.DefaultFormValue is { } value and not -1 ? value : null },
            FileAttributeMetadata file => column with { MaxSizeInKb = file.MaxSizeInKB },
            ImageAttributeMetadata image => column with { MaxSizeInKb = image.MaxSizeInKB },
            _ => column,
        };
    }

    /// <summary>The column a lookup of a new relationship is kept in.</summary>
    public static Column Lookup(MessageExecution execution, LookupAttributeMetadata metadata, string target) => new()
    {
        LogicalName = SchemaChange.Name(metadata.SchemaName).ToLowerInvariant(),
        SchemaName = metadata.SchemaName,
        Type = ColumnType.Lookup,
        DisplayName = SchemaChange.Labels(execution, metadata.DisplayName),
        Description = SchemaChange.Labels(execution, metadata.Description),
        Required = Level(metadata.RequiredLevel?.Value),
        Targets = [target],
        IsCustom = true,
    };

    /// <summary>How much a column is asked for.</summary>
    public static RequiredLevel Level(AttributeRequiredLevel? level) => level switch
    {
        AttributeRequiredLevel.Recommended => RequiredLevel.Recommended,
        AttributeRequiredLevel.ApplicationRequired => RequiredLevel.ApplicationRequired,
        AttributeRequiredLevel.SystemRequired => RequiredLevel.SystemRequired,
        _ => RequiredLevel.None,
    };

    private static ColumnType TypeOf(AttributeMetadata metadata) => metadata switch
    {
        StringAttributeMetadata => ColumnType.String,
        MemoAttributeMetadata => ColumnType.Memo,
        IntegerAttributeMetadata => ColumnType.Integer,
        BigIntAttributeMetadata => ColumnType.BigInt,
        DecimalAttributeMetadata => ColumnType.Decimal,
        DoubleAttributeMetadata => ColumnType.Double,
        MoneyAttributeMetadata => ColumnType.Money,
        BooleanAttributeMetadata => ColumnType.Boolean,
        DateTimeAttributeMetadata => ColumnType.DateTime,
        PicklistAttributeMetadata => ColumnType.Picklist,
        MultiSelectPicklistAttributeMetadata => ColumnType.MultiSelectPicklist,
        FileAttributeMetadata => ColumnType.File,
        ImageAttributeMetadata => ColumnType.Image,
        LookupAttributeMetadata => throw PipelineErrors.Invalid("A lookup attribute is created with its relationship, by CreateOneToMany."),
        _ => throw PlatformErrors.NotSupportedHere($"creating a column of {metadata.GetType().Name} by message"),
    };

    private static OptionSet Choice(MessageExecution execution, SchemaDraft draft, Table table, Column column, OptionSetMetadata? metadata)
    {
        if (metadata is { IsGlobal: true, Name: { } global }) return draft.FindOptionSet(global) ?? throw PlatformErrors.ObjectDoesNotExist.Fault("OptionSet", global);
        return new OptionSet(
            $"{table.LogicalName}_{column.LogicalName}", isGlobal: false, column.DisplayName, metadata is null ? [] : OptionMessages.Read(execution, metadata));
    }

    private static OptionSet YesNo(MessageExecution execution, Table table, Column column, BooleanOptionSetMetadata? metadata) => new(
        $"{table.LogicalName}_{column.LogicalName}", isGlobal: false, column.DisplayName,
        [
            new Option(1, metadata?.TrueOption?.Label is { } yes ? SchemaChange.Labels(execution, yes) : Labels.English("Yes")),
            new Option(0, metadata?.FalseOption?.Label is { } no ? SchemaChange.Labels(execution, no) : Labels.English("No")),
        ]);
}
