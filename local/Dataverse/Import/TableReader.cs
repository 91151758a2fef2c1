using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Import;

/// <summary>Reads <c>Entity</c> elements into the draft: own tables, and what the package adds to tables that are there.</summary>
internal sealed class TableReader(XmlValues values, SchemaDraft draft, SchemaDelta delta, FormulaFiles formulas)
{
    private const int FirstCustomTypeCode = 11000;
    private readonly ColumnReader columns = new(values, new OptionSetReader(values, draft), formulas);

    public void Read(XElement customizations)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entity in customizations.Elements("Entities").Elements("Entity"))
        {
            var name = values.Required(entity, "Name");
            if (!ColumnReader.Name().IsMatch(name))
            {
                values.Errors.Add(entity, $"'{name}' is not a table name: letters, digits and underscores, not beginning with a digit.");
                continue;
            }
            if (!seen.Add(name.ToLowerInvariant())) values.Errors.Add(entity, $"The table {name} is defined twice. Remove one.");
            Read(entity, name);
        }
    }

    private void Read(XElement entity, string name)
    {
        var logicalName = name.ToLowerInvariant();
        var info = entity.Elements("EntityInfo").Elements("entity").FirstOrDefault();
        var read = ReadColumns(logicalName, info);
        if (draft.Find(logicalName) is { } existing)
        {
            Merge(existing, info, read);
        }
        else if (info is null || (string?)info.Attribute("unmodified") == "1" || !read.Any(c => c.IsPrimaryId))
        {
            values.Errors.Add(ImportFailure.MissingDependencies, entity,
                $"The table {logicalName} is not in this organisation and the package does not define it (it has no primary key column). Import the solution that brings it first.");
        }
        else
        {
            Create(entity, info, name, read);
        }
        if (draft.Find(logicalName) is not { } table) return;
        if (XmlValues.Flag(info, "HasRelatedNotes")) HangingRows.AddNotes(draft, table);
        if (XmlValues.Flag(info, "HasRelatedActivities")) HangingRows.AddActivities(draft, table);
    }

    private List<Column> ReadColumns(string table, XElement? info)
    {
        var read = new List<Column>();
        foreach (var e in info?.Elements("attributes").Elements("attribute") ?? [])
        {
            if (columns.Read(table, e) is not { } column) continue;
            if (read.Any(c => c.LogicalName == column.LogicalName)) values.Errors.Add(e, $"{table} has two columns {column.LogicalName}. Remove one.");
            else read.Add(column);
        }
        CheckStatus(table, info, read);
        foreach (var companion in read.SelectMany(ColumnCompanions.Of).Where(c => read.All(r => r.LogicalName != c.LogicalName)).ToList()) read.Add(companion);
        return read;
    }

    private void CheckStatus(string table, XElement? info, List<Column> read)
    {
        var state = read.SingleOrDefault(c => c.Type == ColumnType.State) ?? draft.Find(table)?.Columns.Values.SingleOrDefault(c => c.Type == ColumnType.State);
        foreach (var option in read.Where(c => c.Type == ColumnType.Status).SelectMany(c => c.OptionSet?.Options ?? []))
        {
            if (option.State is { } s && state?.OptionSet?.Find(s) is not null) continue;
            values.Errors.Add(info, $"The status reason {option.Value} of {table} belongs to no state. Give it a state that the table has.");
        }
    }

    private void Merge(Table existing, XElement? info, List<Column> read)
    {
        foreach (var column in read)
        {
            var before = existing.Find(column.LogicalName);
            if (before is not null && before.Type != column.Type)
            {
                values.Errors.Add(info, $"{existing.LogicalName}.{column.LogicalName} is of type {before.Type} here and {column.Type} in the package. A column's type cannot change; use another name.");
                continue;
            }
            if (before is null) delta.AddedColumns.Add($"{existing.LogicalName}.{column.LogicalName}");
            draft.Put(existing.LogicalName, before is null ? column : Keep(before, column));
        }
        var own = info is not null && (string?)info.Attribute("unmodified") != "1";
        var now = draft.Find(existing.LogicalName)!;
        draft.Put(now with
        {
            Keys = Keys(existing.LogicalName, info).UnionBy(now.Keys, k => k.LogicalName).ToList(),
            EnforcesStateTransitions = XmlValues.Flag(info, "EnforceStateTransitions", now.EnforcesStateTransitions),
            // "Once change tracking has been enabled for a table, it is not possible to disable it."
            ChangeTracking = now.ChangeTracking || XmlValues.Flag(info, "ChangeTrackingEnabled"),
            DisplayName = own ? Either(values.Labels(info!.Element("LocalizedNames")), now.DisplayName) : now.DisplayName,
            DisplayCollectionName = own ? Either(values.Labels(info!.Element("LocalizedCollectionNames")), now.DisplayCollectionName) : now.DisplayCollectionName,
            IconVectorName = XmlValues.Text(info, "IconVectorName") ?? now.IconVectorName,
            IconSmallName = XmlValues.Text(info, "IconSmallName") ?? now.IconSmallName,
            IconMediumName = XmlValues.Text(info, "IconMediumName") ?? now.IconMediumName,
            IconLargeName = XmlValues.Text(info, "IconLargeName") ?? now.IconLargeName,
        });
    }

    // A lookup's targets come from relationships: those found so far stay.
    private static Column Keep(Column before, Column now) => now with
    {
        Targets = now.Targets.Union(before.Targets).ToList(),
        IsPrimaryId = before.IsPrimaryId,
        IsPrimaryName = before.IsPrimaryName,
        DisplayName = Either(now.DisplayName, before.DisplayName),
    };

    private static Labels Either(Labels now, Labels before) => now.ByLanguage.Count > 0 ? now : before;

    private void Create(XElement entity, XElement info, string name, List<Column> read)
    {
        var table = name.ToLowerInvariant();
        if (XmlValues.Text(info, "TableType") is "Elastic") values.Errors.Add(ImportFailure.Solution, info, $"Not supported here: elastic tables ({table}). Make it a standard table, or leave it out.");
        var primaryNames = read.Where(c => c.IsPrimaryName).ToList();
        if (read.Count(c => c.IsPrimaryId) != 1) values.Errors.Add(entity, $"{table} has {read.Count(c => c.IsPrimaryId)} primary keys; exactly one column is of type primarykey.");
        if (primaryNames.Count != 1) values.Errors.Add(entity, $"{table} has {primaryNames.Count} primary name columns; exactly one column has PrimaryName in its DisplayMask.");
        if (read.All(c => c.LogicalName != "versionnumber")) read.Add(VersionNumber());
        draft.Put(new Table
        {
            LogicalName = table,
            SchemaName = name,
            EntitySetName = XmlValues.Text(info, "EntitySetName") ?? table + "s",
            ObjectTypeCode = Math.Max(FirstCustomTypeCode, draft.Tables.Max(t => t.ObjectTypeCode) + 1),
            PrimaryId = read.First(c => c.IsPrimaryId).LogicalName,
            PrimaryName = primaryNames.FirstOrDefault()?.LogicalName,
            Ownership = OwnershipOf(info, table),
            // EntityMask says ActivityPointer of every table that can have activities; it makes none one.
            IsActivity = XmlValues.Flag(info, "IsActivity"),
            IsCustom = true,
            ChangeTracking = XmlValues.Flag(info, "ChangeTrackingEnabled"),
            EnforcesStateTransitions = XmlValues.Flag(info, "EnforceStateTransitions"),
            DisplayName = values.Labels(info.Element("LocalizedNames")),
            DisplayCollectionName = values.Labels(info.Element("LocalizedCollectionNames")),
            Description = values.Labels(info.Element("Descriptions")),
            IconVectorName = XmlValues.Text(info, "IconVectorName"),
            IconSmallName = XmlValues.Text(info, "IconSmallName"),
            IconMediumName = XmlValues.Text(info, "IconMediumName"),
            IconLargeName = XmlValues.Text(info, "IconLargeName"),
            Columns = read.ToDictionary(c => c.LogicalName, StringComparer.Ordinal),
        });
        draft.Put(draft.Find(table)! with { Keys = Keys(table, info) });
        delta.AddedTables.Add(table);
    }

    private Ownership OwnershipOf(XElement info, string table)
    {
        switch (XmlValues.Text(info, "OwnershipTypeMask"))
        {
            case "UserOwned": return Ownership.User;
            case "OrgOwned": return Ownership.Organization;
            case "None": return Ownership.None;
            case var other:
                values.Errors.Add(info, $"OwnershipTypeMask of {table} is '{other}'; write UserOwned or OrgOwned.");
                return Ownership.None;
        }
    }

    private List<TableKey> Keys(string table, XElement? info)
    {
        var keys = new List<TableKey>();
        foreach (var e in info?.Elements("EntityKeys").Elements("EntityKey") ?? [])
        {
            var keyColumns = e.Elements("EntityKeyAttributes").Elements("AttributeName").Select(a => a.Value.Trim().ToLowerInvariant()).ToList();
            if (keyColumns.Count == 0)
            {
                values.Errors.Add(e, $"The key {XmlValues.Text(e, "Name")} of {table} names no column.");
                continue;
            }
            foreach (var missing in keyColumns.Where(c => draft.Find(table)?.Find(c) is null))
            {
                values.Errors.Add(e, $"The key {XmlValues.Text(e, "Name")} of {table} uses the column {missing}, which does not exist.");
            }
            var name = XmlValues.Text(e, "Name") ?? values.Required(e, "LogicalName");
            keys.Add(new TableKey((XmlValues.Text(e, "LogicalName") ?? name).ToLowerInvariant(), name, keyColumns, values.Labels(e.Element("displaynames"))));
        }
        return keys;
    }

    // The platform gives every table one; exports do not list it.
    private static Column VersionNumber() => new()
    {
        LogicalName = "versionnumber",
        SchemaName = "VersionNumber",
        Type = ColumnType.BigInt,
        DisplayName = Labels.English("Version Number"),
        ValidForCreate = false,
        ValidForUpdate = false,
    };
}
