using System.Linq;
using Local.Dataverse.Messages.Metadata;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace Local.Dataverse.Messages.Customization;

/// <summary>CreateAttribute, UpdateAttribute and DeleteAttribute.</summary>
internal static class ColumnMessages
{
    private const string Currency = "transactioncurrencyid";

    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("CreateAttribute", Create, static () => new CreateAttributeResponse());
        catalog.Add("UpdateAttribute", Update, static () => new UpdateAttributeResponse());
        catalog.Add("DeleteAttribute", Delete, static () => new DeleteAttributeResponse());
    }

    /// <summary>Adds a column with what the platform puts beside it; its name must be new.</summary>
    public static void Add(SchemaDraft draft, string table, Column column)
    {
        foreach (var one in ColumnCompanions.Of(column).Prepend(column))
        {
            if (SchemaChange.Table(draft, table).Find(one.LogicalName) is not null) throw PlatformErrors.DuplicateAttributeSchemaName.Fault();
            draft.Put(table, one);
        }
    }

    private static void Create(MessageExecution execution) => SchemaChange.Run(execution, "prvCreateAttribute", draft =>
    {
        var table = SchemaChange.Table(draft, execution.Required<string>("EntityName"));
        var column = ColumnDefinition.Of(execution, draft, table, execution.Required<AttributeMetadata>("Attribute"));
        if (column.Type == ColumnType.Money && table.Find(Currency) is null) StandardColumns.AddCurrency(draft, table.LogicalName);
        Add(draft, table.LogicalName, column);
        if (column.Type == ColumnType.Money) Add(draft, table.LogicalName, Base(column));
        execution.Output["AttributeId"] = MetadataIds.OfColumn(table.LogicalName, column.LogicalName);
    });

    // What is not given stays as it is.
    private static void Update(MessageExecution execution) => SchemaChange.Run(execution, "prvWriteAttribute", draft =>
    {
        var metadata = execution.Required<AttributeMetadata>("Attribute");
        var table = SchemaChange.Table(draft, execution.Required<string>("EntityName"));
        var before = SchemaChange.Column(table, metadata.LogicalName ?? metadata.SchemaName?.ToLowerInvariant() ?? string.Empty);
        var merges = execution.Optional<bool>("MergeLabels");
        var after = before with
        {
            DisplayName = metadata.DisplayName is { LocalizedLabels.Count: > 0 } name ? SchemaChange.Labels(execution, name, merges ? before.DisplayName : null) : before.DisplayName,
            Description = metadata.Description is { LocalizedLabels.Count: > 0 } text ? SchemaChange.Labels(execution, text, merges ? before.Description : null) : before.Description,
            Required = metadata.RequiredLevel is { } level ? ColumnDefinition.Level(level.Value) : before.Required,
            IsSecured = metadata.IsSecured ?? before.IsSecured,
            AutoNumberFormat = metadata.AutoNumberFormat ?? before.AutoNumberFormat,
        };
        draft.Put(table.LogicalName, Limits(after, metadata));
    });

    private static Column Limits(Column column, AttributeMetadata metadata) => (column.Type, metadata) switch
    {
        (ColumnType.String, StringAttributeMetadata text) => column with { MaxLength = text.MaxLength ?? column.MaxLength, Format = text.FormatName?.Value.ToLowerInvariant() ?? column.Format },
        (ColumnType.Memo, MemoAttributeMetadata memo) => column with { MaxLength = memo.MaxLength ?? column.MaxLength },
        (ColumnType.Integer, IntegerAttributeMetadata whole) => column with { MinValue = whole.MinValue ?? column.MinValue, MaxValue = whole.MaxValue ?? column.MaxValue },
        (ColumnType.Decimal, DecimalAttributeMetadata number) => column with
        {
            MinValue = number.MinValue ?? column.MinValue,
            MaxValue = number.MaxValue ?? column.MaxValue,
            Precision = number.Precision ?? column.Precision,
        },
        (ColumnType.Double, DoubleAttributeMetadata number) => column with { MinValue = (decimal?)number.MinValue ?? column.MinValue, MaxValue = (decimal?)number.MaxValue ?? column.MaxValue },
        (ColumnType.Money, MoneyAttributeMetadata money) => column with { MinValue = (decimal?)money.MinValue ?? column.MinValue, MaxValue = (decimal?)money.MaxValue ?? column.MaxValue },
        (ColumnType.Boolean, BooleanAttributeMetadata flag) => column with { DefaultValue = flag.DefaultValue is { } yes ? yes ? 1 : 0 : column.DefaultValue },
        (ColumnType.Picklist or ColumnType.MultiSelectPicklist, EnumAttributeMetadata choice) => column with
        {
            DefaultValue = choice.DefaultFormValue switch { null => column.DefaultValue, -1 => null, var value => value },
        },
        _ when metadata.GetType() == typeof(AttributeMetadata) || metadata.AttributeType?.ToString() == column.Type.ToString() || metadata is LookupAttributeMetadata or DateTimeAttributeMetadata
            or BigIntAttributeMetadata or FileAttributeMetadata or ImageAttributeMetadata or StateAttributeMetadata or StatusAttributeMetadata => column,
        _ => throw PipelineErrors.Invalid($"The attribute {column.LogicalName} is of type {column.Type}; a column's type cannot change."),
    };

    private static void Delete(MessageExecution execution) => SchemaChange.Run(execution, "prvDeleteAttribute", draft =>
    {
        var table = SchemaChange.Table(draft, execution.Required<string>("EntityLogicalName"));
        var column = SchemaChange.Column(table, execution.Required<string>("LogicalName"));
        if (!column.IsCustom || column.IsPrimaryId || column.IsPrimaryName || column.BaseOf is not null) throw PipelineErrors.Invalid($"The attribute {column.LogicalName} of {table.LogicalName} cannot be deleted.");
        if (table.Keys.FirstOrDefault(k => k.Columns.Contains(column.LogicalName)) is { } key) throw PipelineErrors.Invalid($"The attribute {column.LogicalName} cannot be deleted: the key {key.LogicalName} uses it.");
        var gone = ColumnCompanions.Of(column).Prepend(column).Select(c => c.LogicalName).ToHashSet();
        foreach (var of in table.Columns.Values.Where(c => c.BaseOf == column.LogicalName)) gone.Add(of.LogicalName);
        // Storage keeps what it held; a column of the same name must not find it again.
        SchemaChange.Clear(execution.Organization.Store, table.LogicalName, gone);
        foreach (var name in gone) draft.RemoveColumn(table.LogicalName, name);
    });

    private static Column Base(Column money) => new()
    {
        LogicalName = money.LogicalName + "_base",
        SchemaName = money.SchemaName + "_Base",
        Type = ColumnType.Money,
        DisplayName = money.DisplayName,
        PrecisionSource = money.PrecisionSource,
        Precision = money.Precision,
        BaseOf = money.LogicalName,
        ValidForCreate = false,
        ValidForUpdate = false,
        IsCustom = true,
    };
}
