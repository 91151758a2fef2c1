using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Local.Dataverse.Schema;
using Local.WebApi.Model;
using Local.WebApi.Queries;
using Local.WebApi.Requests;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi.Json;

/// <summary>Writes rows as JSON: key, ETag, columns with the annotations asked for, expanded rows.</summary>
/// <param name="model">Names and types.</param>
/// <param name="root">Service root, with a slash at its end.</param>
/// <param name="preferences">Which annotations to write.</param>
internal sealed class RowWriter(ServiceModel model, string root, Preferences preferences)
{
    /// <summary>Bytes that may wait before they are sent.</summary>
    private const int FlushAt = 64 * 1024;

    private readonly bool formatted = preferences.Wants(Annotations.FormattedValue);
    private readonly bool lookupTable = preferences.Wants(Annotations.LookupLogicalName);
    private readonly bool lookupProperty = preferences.Wants(Annotations.AssociatedNavigationProperty);

    /// <summary>A list of rows as the whole answer.</summary>
    public void WritePage(Utf8JsonWriter writer, RowsPlan plan, RowsPage page, string? nextLink)
    {
        writer.WriteStartObject();
        writer.WriteString("@odata.context", $"{root}$metadata#{plan.Context}");
        if (page.Count is { } count)
        {
            writer.WriteNumber("@odata.count", count);
            if (preferences.Wants(Annotations.TotalRecordCount)) writer.WriteNumber("@" + Annotations.TotalRecordCount, count);
            if (preferences.Wants(Annotations.TotalRecordCountLimitExceeded)) writer.WriteBoolean("@" + Annotations.TotalRecordCountLimitExceeded, page.CountLimitExceeded ?? false);
        }
        if (page.FetchPagingCookie is { } cookie && preferences.Wants(Annotations.FetchXmlPagingCookie)) writer.WriteString("@" + Annotations.FetchXmlPagingCookie, cookie);
        if (page.MoreRecords is { } more && preferences.Wants(Annotations.MoreRecords)) writer.WriteBoolean("@" + Annotations.MoreRecords, more);
        writer.WriteStartArray("value");
        foreach (var row in page.Rows)
        {
            if (plan.IsReferences) WriteReference(writer, row, context: null);
            else Write(writer, row, plan.Projection, context: null, typed: false);
            if (writer.BytesPending > FlushAt) writer.Flush();
        }
        writer.WriteEndArray();
        if (nextLink is not null) writer.WriteString("@odata.nextLink", nextLink);
        writer.WriteEndObject();
    }

    /// <summary>One row.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="row">The row, with what was expanded in its related entities.</param>
    /// <param name="projection">What to write of it.</param>
    /// <param name="context">What follows # in @odata.context; null inside a list.</param>
    /// <param name="typed">Whether @odata.type is written, as where rows of several tables may stand.</param>
    public void Write(Utf8JsonWriter writer, Entity row, Projection projection, string? context, bool typed)
    {
        writer.WriteStartObject();
        if (context is not null) writer.WriteString("@odata.context", $"{root}$metadata#{context}");
        if (typed) writer.WriteString("@odata.type", "#Microsoft.Dynamics.CRM." + projection.Table.LogicalName);
        if (!projection.IsAggregate) WriteIdentity(writer, row, projection);
        foreach (var (property, column) in Columns(projection, row)) WriteColumn(writer, row, projection.Table, property, column);
        foreach (var alias in projection.Aliases ?? Aliases(row, projection.Table)) WriteAlias(writer, row, alias);
        foreach (var expansion in projection.Expansions) WriteExpansion(writer, row, expansion);
        writer.WriteEndObject();
    }

    /// <summary>A row that is not stored (yet): without key and ETag.</summary>
    public void WriteUnsaved(Utf8JsonWriter writer, Entity row, Projection projection, string? context)
    {
        writer.WriteStartObject();
        if (context is not null) writer.WriteString("@odata.context", $"{root}$metadata#{context}");
        writer.WriteString("@odata.type", "#Microsoft.Dynamics.CRM." + projection.Table.LogicalName);
        foreach (var (property, column) in Columns(projection, row)) WriteColumn(writer, row, projection.Table, property, column);
        writer.WriteEndObject();
    }

    /// <summary>Where a row is, instead of the row.</summary>
    public void WriteReference(Utf8JsonWriter writer, Entity row, string? context)
    {
        writer.WriteStartObject();
        if (context is not null) writer.WriteString("@odata.context", $"{root}$metadata#{context}");
        writer.WriteString("@odata.id", UrlOf(row.LogicalName, row.Id));
        writer.WriteEndObject();
    }

    public string UrlOf(string table, Guid id) => $"{root}{model.Schema.Tables[table].EntitySetName}({id:D})";

    private static void WriteIdentity(Utf8JsonWriter writer, Entity row, Projection projection)
    {
        if (!string.IsNullOrEmpty(row.RowVersion)) writer.WriteString("@odata.etag", $"W/\"{row.RowVersion}\"");
        // Rows of a distinct query have no key.
        if (row.Id != Guid.Empty && (projection.Columns is not { } columns || !columns.Any(c => c.IsPrimaryId))) writer.WriteString(projection.Table.PrimaryId, row.Id);
    }

    private IEnumerable<(string Property, Column Column)> Columns(Projection projection, Entity row)
    {
        if (projection.IsAggregate) yield break;
        if (projection.Columns is { } chosen)
        {
            foreach (var column in chosen) yield return (PropertyNames.Of(column), column);
            yield break;
        }
        foreach (var (property, column) in model.ColumnsOf(projection.Table))
        {
            // Columns that cannot be read are not there; those that were not filled are null. Images come by name only, so that without one nothing can be said of it.
            if (column.ValidForRead && !column.IsPrimaryId && (column.Type != ColumnType.Image || row.Contains(column.LogicalName))) yield return (property, column);
        }
    }

    private void WriteColumn(Utf8JsonWriter writer, Entity row, Table table, string property, Column column)
    {
        row.Attributes.TryGetValue(column.LogicalName, out var value);
        if (value is not null) WriteAnnotations(writer, row, table, column, property, value);
        writer.WritePropertyName(property);
        ColumnJson.Write(writer, column, column.IsPrimaryId && value is null ? row.Id : value);
    }

    private void WriteAnnotations(Utf8JsonWriter writer, Entity row, Table table, Column column, string property, object value)
    {
        var shown = row.FormattedValues.TryGetValue(column.LogicalName, out var known) ? known : (value as EntityReference)?.Name;
        if (formatted && shown is not null) writer.WriteString($"{property}@{Annotations.FormattedValue}", shown);
        if (value is not EntityReference reference) return;
        if (lookupProperty) writer.WriteString($"{property}@{Annotations.AssociatedNavigationProperty}", PropertyNames.OfLookup(table, column, reference.LogicalName));
        if (lookupTable) writer.WriteString($"{property}@{Annotations.LookupLogicalName}", reference.LogicalName);
    }

    private static IEnumerable<string> Aliases(Entity row, Table table) => row.Attributes.Keys.Where(k => table.Find(k) is null);

    private void WriteAlias(Utf8JsonWriter writer, Entity row, string alias)
    {
        // An empty group key is left out; an aggregate of nothing is there, and null.
        if (!row.Attributes.TryGetValue(alias, out var value)) return;
        Column? column = null;
        if (value is AliasedValue aliased)
        {
            column = model.Schema.Find(aliased.EntityLogicalName ?? string.Empty)?.Find(aliased.AttributeLogicalName ?? string.Empty);
            value = aliased.Value;
        }
        if (formatted && value is not null && row.FormattedValues.TryGetValue(alias, out var shown)) writer.WriteString($"{alias}@{Annotations.FormattedValue}", shown);
        if (lookupTable && value is EntityReference reference) writer.WriteString($"{alias}@{Annotations.LookupLogicalName}", reference.LogicalName);
        writer.WritePropertyName(alias);
        ColumnJson.Write(writer, column, value);
    }

    private void WriteExpansion(Utf8JsonWriter writer, Entity row, Expansion expansion)
    {
        row.RelatedEntities.TryGetValue(expansion.Navigation.Key, out var related);
        writer.WritePropertyName(expansion.Navigation.Name);
        if (!expansion.Navigation.IsCollection)
        {
            if (related is null || related.Entities.Count == 0) writer.WriteNullValue();
            else WriteRelated(writer, related.Entities[0], expansion);
            return;
        }
        writer.WriteStartArray();
        if (related is not null)
        {
            foreach (var one in related.Entities) WriteRelated(writer, one, expansion);
        }
        writer.WriteEndArray();
        if (LinkOf(row, expansion, related) is { } link) writer.WriteString(expansion.Navigation.Name + "@odata.nextLink", link);
    }

    private string? LinkOf(Entity row, Expansion expansion, EntityCollection? related)
    {
        if (expansion.Link is not { } query || (expansion.IsPaged && related?.MoreRecords != true)) return null;
        if (expansion.IsPaged) query += (query.Length == 0 ? "" : "&") + "$skiptoken=" + related!.PagingCookie;
        return $"{UrlOf(row.LogicalName, row.Id)}/{expansion.Navigation.Name}{(query.Length == 0 ? "" : "?")}{query}";
    }

    private void WriteRelated(Utf8JsonWriter writer, Entity related, Expansion expansion)
    {
        if (expansion.ReferencesOnly)
        {
            WriteReference(writer, related, context: null);
            return;
        }
        // An owner is a user or a team: the row itself says which.
        var projection = related.LogicalName == expansion.Projection.Table.LogicalName ? expansion.Projection : expansion.Projection with { Table = model.Schema.Tables[related.LogicalName] };
        Write(writer, related, projection, context: null, typed: expansion.Navigation.TargetTable is null);
    }
}
