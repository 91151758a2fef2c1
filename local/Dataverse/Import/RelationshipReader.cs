using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Import;

/// <summary>Reads <c>EntityRelationship</c> elements into the draft, and checks that each lookup has one.</summary>
internal sealed class RelationshipReader(XmlValues values, SchemaDraft draft, SchemaDelta delta)
{
    // The platform's table of users and teams together; owner columns point to those two.
    private const string Owner = "owner";

    public void Read(XElement customizations)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var e in customizations.Elements("EntityRelationships").Elements("EntityRelationship"))
        {
            var name = values.RequiredAttribute(e, "Name");
            if (!ColumnReader.Name().IsMatch(name)) values.Errors.Add(e, $"'{name}' is not a relationship name: letters, digits and underscores.");
            else if (!seen.Add(name)) values.Errors.Add(e, $"The relationship {name} is defined twice. Remove one.");
            else if (XmlValues.Text(e, "EntityRelationshipType") == "ManyToMany") ReadManyToMany(e, name);
            else ReadOneToMany(e, name);
        }
        CheckLookups(customizations);
    }

    private void ReadOneToMany(XElement e, string name)
    {
        var referenced = values.Required(e, "ReferencedEntityName").ToLowerInvariant();
        var referencing = values.Required(e, "ReferencingEntityName").ToLowerInvariant();
        var column = values.Required(e, "ReferencingAttributeName").ToLowerInvariant();
        if (referenced == Owner) return;
        if (!Exists(e, name, referenced) || !Exists(e, name, referencing)) return;
        if (draft.Find(referencing)!.Find(column) is not { } lookup)
        {
            values.Errors.Add(e, $"The relationship {name} needs the column {referencing}.{column}, which neither the package nor the organisation has.");
            return;
        }
        if (lookup.Type is not (ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner))
        {
            values.Errors.Add(e, $"The relationship {name} uses {referencing}.{column}, which is a {lookup.Type} and not a lookup.");
            return;
        }
        if (draft.FindOneToMany(name, referenced, referencing) is null) delta.AddedRelationships.Add(name);
        draft.Put(new OneToMany
        {
            SchemaName = name,
            ReferencedTable = referenced,
            ReferencingTable = referencing,
            ReferencingColumn = column,
            IsHierarchical = XmlValues.Flag(e, "IsHierarchical"),
            Assign = CascadeOf(e, "CascadeAssign"),
            Delete = CascadeOf(e, "CascadeDelete"),
            // Not in exports and not to be chosen: what hangs on a row that can be merged goes with it.
            Merge = referenced is "account" or "contact" or "lead" or "incident" ? Cascade.Cascade : Cascade.NoCascade,
            Reparent = CascadeOf(e, "CascadeReparent"),
            Share = CascadeOf(e, "CascadeShare"),
            Unshare = CascadeOf(e, "CascadeUnshare"),
            IsCustom = true,
        });
    }

    private void ReadManyToMany(XElement e, string name)
    {
        var first = values.Required(e, "FirstEntityName").ToLowerInvariant();
        var second = values.Required(e, "SecondEntityName").ToLowerInvariant();
        var intersect = values.Required(e, "IntersectEntityName").ToLowerInvariant();
        if (!ColumnReader.Name().IsMatch(intersect) || !Exists(e, name, first) || !Exists(e, name, second)) return;
        if (draft.PutPairs(name, draft.Find(first)!, draft.Find(second)!, XmlValues.Text(e, "IntersectEntityName")!)) delta.AddedRelationships.Add(name);
    }

    private bool Exists(XElement e, string relationship, string table)
    {
        if (draft.Find(table) is not null) return true;
        values.Errors.Add(ImportFailure.MissingDependencies, e,
            $"The relationship {relationship} needs the table {table}, which is not in this organisation. Import the solution that brings it first.");
        return false;
    }

    private Cascade CascadeOf(XElement e, string child)
    {
        if (XmlValues.Text(e, child) is not { } text) return Cascade.NoCascade;
        if (Enum.TryParse<Cascade>(text, out var cascade) && Enum.IsDefined(cascade)) return cascade;
        values.Errors.Add(e.Element(child), $"{child} is '{text}'; write NoCascade, Cascade, Active, UserOwned, RemoveLink or Restrict.");
        return Cascade.NoCascade;
    }

    // createdonbehalfby and its like have no relationship in exports; the platform's own point to users.
    private void CheckLookups(XElement customizations)
    {
        var targeted = draft.OneToMany.Select(r => (r.ReferencingTable, r.ReferencingColumn)).ToHashSet();
        foreach (var e in customizations.Elements("Entities").Elements("Entity"))
        {
            var name = XmlValues.Text(e, "Name")?.ToLowerInvariant() ?? "";
            foreach (var column in draft.Find(name)?.Columns.Values.Where(c => c.Type == ColumnType.Lookup && c.Targets.Count == 0).ToList() ?? [])
            {
                if (targeted.Contains((name, column.LogicalName))) continue;
                if (SystemTarget(column.LogicalName) is { } target) draft.Put(name, column with { Targets = [target] });
                else values.Errors.Add(e, $"The lookup {name}.{column.LogicalName} has no relationship, so nothing says where it points. Add its EntityRelationship.");
            }
        }
    }

    private static string? SystemTarget(string column) => column switch
    {
        "createdby" or "createdonbehalfby" or "modifiedby" or "modifiedonbehalfby" or "owninguser" => "systemuser",
        "owningteam" => "team",
        "owningbusinessunit" => "businessunit",
        "organizationid" => "organization",
        "transactioncurrencyid" => "transactioncurrency",
        _ => null,
    };
}
