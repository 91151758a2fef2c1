using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Local.Dataverse.Import;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Schema;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Messages.Customization;

/// <summary>What the messages that change definitions have in common.</summary>
internal static class SchemaChange
{
    /// <summary>Changes the schema in a transaction of its own; what is written holds at once, published or not.</summary>
    public static void Run(MessageExecution execution, string privilege, Action<SchemaDraft> change)
    {
        execution.Context.Access?.Require(privilege);
        if (execution.OpenUnit is not null) throw PlatformErrors.NotSupportedHere($"message {execution.MessageName} inside a transaction");
        execution.Organization.ChangeSchema(change);
    }

    /// <summary>Empties columns that go: storage drops nothing, and a later column of the same name must not find old values.</summary>
    public static void Clear(Store store, string table, IEnumerable<string> columns)
    {
        var layout = store.Layout(table);
        foreach (var slot in columns.Select(layout.Find).OfType<ColumnSlot>())
        {
            store.Execute($"UPDATE {layout.SqlName} SET {slot.SqlName} = NULL{(slot.TypeSqlName is { } type ? $", {type} = NULL" : "")}");
        }
    }

    /// <summary>Empties a table that goes.</summary>
    public static void Clear(Store store, string table) => store.Execute($"DELETE FROM {store.Layout(table).SqlName}");

    /// <summary>The table, or the platform's error.</summary>
    public static Table Table(SchemaDraft draft, string name) => draft.Find(name) ?? throw PlatformErrors.QueryBuilderNoEntity.Fault(name);

    /// <summary>The column, or the platform's error.</summary>
    public static Column Column(Table table, string name) => table.Find(name) ?? throw PlatformErrors.QueryBuilderNoAttribute.Fault(table.SchemaName, name);

    /// <summary>A name that may become a table or column.</summary>
    public static string Name(string? name) =>
        name is not null && ColumnReader.Name().IsMatch(name) ? name : throw PipelineErrors.Invalid($"'{name}' is not a name: letters, digits and underscores, not beginning with a digit.");

    /// <summary>A label as definitions keep it; its languages must be the organisation's.</summary>
    /// <param name="execution">Whose organisation.</param>
    /// <param name="label">What is given; null for nothing.</param>
    /// <param name="before">What stays in languages that are not given; null for nothing.</param>
    public static Labels Labels(MessageExecution execution, Label? label, Labels? before = null)
    {
        var organization = execution.Organization;
        var texts = (before?.ByLanguage ?? ImmutableSortedDictionary<int, string>.Empty).ToImmutableSortedDictionary();
        foreach (var text in label?.LocalizedLabels ?? [])
        {
            if (text.LanguageCode != organization.Facts.BaseLanguage && !organization.Options.Languages.Contains(text.LanguageCode)) throw PlatformErrors.InvalidLanguage.Fault(text.LanguageCode);
            texts = texts.SetItem(text.LanguageCode, text.Label ?? string.Empty);
        }
        return new Labels(texts);
    }
}
