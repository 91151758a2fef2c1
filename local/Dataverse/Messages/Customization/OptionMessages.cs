using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Messages.Metadata;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace Local.Dataverse.Messages.Customization;

/// <summary>Choices and their options: created, changed, ordered, deleted. Rows keep the value of an option that goes; it has no label any more.</summary>
internal static class OptionMessages
{
    /// <summary>Where values begin that are given to options without one.</summary>
    private const int FirstOwnValue = 100_000_000;

    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("CreateOptionSet", CreateOptionSet, static () => new CreateOptionSetResponse());
        catalog.Add("DeleteOptionSet", DeleteOptionSet, static () => new DeleteOptionSetResponse());
        catalog.Add("InsertOptionValue", InsertOptionValue, static () => new InsertOptionValueResponse());
        catalog.Add("InsertStatusValue", InsertStatusValue, static () => new InsertStatusValueResponse());
        catalog.Add("UpdateOptionValue", UpdateOptionValue, static () => new UpdateOptionValueResponse());
        catalog.Add("DeleteOptionValue", DeleteOptionValue, static () => new DeleteOptionValueResponse());
        catalog.Add("OrderOption", OrderOption, static () => new OrderOptionResponse());
    }

    /// <summary>The options of a choice in metadata.</summary>
    public static List<Option> Read(MessageExecution execution, OptionSetMetadata metadata)
    {
        var options = new List<Option>();
        foreach (var option in metadata.Options)
        {
            var value = option.Value ?? Next(options);
            RequireNew(options, value, metadata.Name ?? "the choice");
            options.Add(new Option(value, SchemaChange.Labels(execution, option.Label)));
        }
        return options;
    }

    private static void CreateOptionSet(MessageExecution execution) => SchemaChange.Run(execution, "prvCreateOptionSet", draft =>
    {
        if (execution.Required<OptionSetMetadataBase>("OptionSet") is not OptionSetMetadata metadata) throw PlatformErrors.NotSupportedHere("a global yes/no choice");
        var name = SchemaChange.Name(metadata.Name).ToLowerInvariant();
        if (draft.FindOptionSet(name) is not null) throw PipelineErrors.Invalid($"An OptionSet with the name {name} already exists.");
        draft.Put(new OptionSet(name, isGlobal: true, SchemaChange.Labels(execution, metadata.DisplayName), Read(execution, metadata)));
        execution.Output["OptionSetId"] = MetadataIds.OfChoice(name);
    });

    private static void DeleteOptionSet(MessageExecution execution) => SchemaChange.Run(execution, "prvDeleteOptionSet", draft =>
    {
        var set = draft.FindOptionSet(execution.Required<string>("Name")) ?? throw PlatformErrors.ObjectDoesNotExist.Fault("OptionSet", execution.Required<string>("Name"));
        var user = draft.Tables.SelectMany(t => t.Columns.Values.Where(c => Uses(c, set)).Select(c => $"{t.LogicalName}.{c.LogicalName}")).FirstOrDefault();
        if (user is not null) throw PipelineErrors.Invalid($"The OptionSet {set.Name} cannot be deleted: it is used by {user}.");
        draft.RemoveOptionSet(set.Name);
    });

    private static void InsertOptionValue(MessageExecution execution) => Change(execution, (column, options) =>
    {
        if (column?.Type is ColumnType.Boolean or ColumnType.State or ColumnType.Status) throw PipelineErrors.Invalid($"No option can be inserted into the {column.Type} attribute {column.LogicalName}.");
        execution.Output["NewOptionValue"] = Insert(execution, options, state: null);
    });

    private static void InsertStatusValue(MessageExecution execution) => Change(execution, (column, options) =>
    {
        var state = execution.Required<int>("StateCode");
        if (column?.Type != ColumnType.Status || options.TrueForAll(o => o.State != state)) throw PipelineErrors.Invalid($"{state} is not a state that has status reasons.");
        execution.Output["NewOptionValue"] = Insert(execution, options, state);
    });

    private static void UpdateOptionValue(MessageExecution execution) => Change(execution, (_, options) =>
    {
        var at = IndexOf(options, execution.Required<int>("Value"));
        var before = execution.Optional<bool>("MergeLabels") ? options[at].Label : null;
        if (execution.Optional<Label>("Label") is { } label) options[at] = options[at] with { Label = SchemaChange.Labels(execution, label, before) };
    });

    private static void DeleteOptionValue(MessageExecution execution) => Change(execution, (column, options) =>
    {
        if (column?.Type is ColumnType.Boolean or ColumnType.State) throw PipelineErrors.Invalid($"No option of the {column.Type} attribute {column.LogicalName} can be deleted.");
        options.RemoveAt(IndexOf(options, execution.Required<int>("Value")));
    });

    private static void OrderOption(MessageExecution execution) => Change(execution, (_, options) =>
    {
        var values = execution.Required<int[]>("Values");
        if (values.Length != options.Count || !values.ToHashSet().SetEquals(options.Select(o => o.Value))) throw PipelineErrors.Invalid("Values must name every option once.");
        var ordered = values.Select(v => options[IndexOf(options, v)]).ToList();
        options.Clear();
        options.AddRange(ordered);
    });

    private static int Insert(MessageExecution execution, List<Option> options, int? state)
    {
        var value = execution.Optional<int?>("Value") ?? Next(options);
        RequireNew(options, value, "the choice");
        options.Add(new Option(value, SchemaChange.Labels(execution, execution.Required<Label>("Label")), state));
        return value;
    }

    private static void RequireNew(List<Option> options, int value, string choice)
    {
        if (options.Exists(o => o.Value == value)) throw PipelineErrors.Invalid($"The value {value} exists already in {choice}.");
    }

    private static int Next(List<Option> options) => Math.Max(FirstOwnValue, options.Select(o => o.Value + 1).DefaultIfEmpty().Max());

    private static int IndexOf(List<Option> options, int value) =>
        options.FindIndex(o => o.Value == value) is var at and >= 0 ? at : throw PipelineErrors.Invalid($"There is no option with the value {value}.");

    // A choice of its own belongs to one column, a global one to every column that uses it.
    private static void Change(MessageExecution execution, Action<Column?, List<Option>> change) => SchemaChange.Run(execution, "prvWriteOptionSet", draft =>
    {
        var (table, column, set) = Find(execution, draft);
        var options = set.Options.ToList();
        change(column, options);
        var changed = new OptionSet(set.Name, set.IsGlobal, set.DisplayName, options);
        if (!set.IsGlobal)
        {
            draft.Put(table!, With(column!, changed));
            return;
        }
        draft.Put(changed);
        foreach (var (user, used) in draft.Tables.SelectMany(t => t.Columns.Values.Where(c => Uses(c, set)).Select(c => (t.LogicalName, c))).ToList()) draft.Put(user, With(used, changed));
    });

    private static (string? Table, Column? Column, OptionSet Set) Find(MessageExecution execution, SchemaDraft draft)
    {
        if (execution.Optional<string>("OptionSetName") is { Length: > 0 } name) return (null, null, draft.FindOptionSet(name) ?? throw PlatformErrors.ObjectDoesNotExist.Fault("OptionSet", name));
        var table = SchemaChange.Table(draft, execution.Required<string>("EntityLogicalName"));
        // Of InsertStatusValue the column may be left out: a table has one.
        var given = execution.Optional<string>("AttributeLogicalName");
        var column = SchemaChange.Column(table, given is { Length: > 0 } ? given : "statuscode");
        return (table.LogicalName, column, column.OptionSet ?? throw PipelineErrors.Invalid($"The attribute {column.LogicalName} of {table.LogicalName} has no options."));
    }

    private static Column With(Column column, OptionSet set) => column with
    {
        OptionSet = set,
        DefaultValue = column.DefaultValue is { } value && set.Find(value) is null ? null : column.DefaultValue,
    };

    private static bool Uses(Column column, OptionSet set) => column.OptionSet is { IsGlobal: true } used && string.Equals(used.Name, set.Name, StringComparison.OrdinalIgnoreCase);
}
