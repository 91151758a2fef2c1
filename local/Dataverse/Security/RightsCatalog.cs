using System;
using System.Collections.Generic;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Security;

/// <summary>How rights work for each table of a schema: by its ownership, and for standard tables by what the platform set.</summary>
/// <remarks>Names of privileges: learn.microsoft.com, table reference, and "Security role privileges".</remarks>
internal sealed class RightsCatalog(DataverseSchema schema)
{
    private const string Activity = "Activity";

    // Nouns that are not the table's schema name.
    private static readonly Dictionary<string, string> nouns = new(StringComparer.Ordinal)
    {
        ["activitypointer"] = Activity,
        ["annotation"] = "Note",
        ["discounttype"] = "Product",
        ["pricelevel"] = "Product",
        ["queueitem"] = "Queue",
        ["salesorder"] = "Order",
        ["savedquery"] = "Query",
        ["savedqueryvisualization"] = "SavedQueryVisualizations",
        ["solutioncomponent"] = "Solution",
        ["systemuser"] = "User",
        ["uomschedule"] = "Product",
    };

    // Tables without an owner of their own, and the lookup to the row they are part of.
    private static readonly Dictionary<string, (string Column, string Table)> parents = new(StringComparer.Ordinal)
    {
        ["activityparty"] = ("activityid", "activitypointer"),
        ["discount"] = ("discounttypeid", "discounttype"),
        ["fieldpermission"] = ("fieldsecurityprofileid", "fieldsecurityprofile"),
        ["invoicedetail"] = ("invoiceid", "invoice"),
        ["opportunityproduct"] = ("opportunityid", "opportunity"),
        ["productpricelevel"] = ("pricelevelid", "pricelevel"),
        ["quotedetail"] = ("quoteid", "quote"),
        ["salesorderdetail"] = ("salesorderid", "salesorder"),
        ["uom"] = ("uomscheduleid", "uomschedule"),
    };

    private readonly Dictionary<string, TableRights> byTable = new(StringComparer.Ordinal);

    public DataverseSchema Schema => schema;

    public TableRights Of(Table table)
    {
        if (byTable.TryGetValue(table.LogicalName, out var rights)) return rights;
        return byTable[table.LogicalName] = Make(table);
    }

    /// <summary>The table whose privileges count: of a part of a row the table of the whole.</summary>
    public TableRights Holder(Table table)
    {
        var rights = Of(table);
        while (rights.Scope == RowScope.Parent) rights = Of(schema.Find(rights.Follows[0].Table)!);
        return rights;
    }

    private TableRights Make(Table table)
    {
        if (parents.TryGetValue(table.LogicalName, out var parent) && schema.Find(parent.Table) is { } followed)
        {
            return new TableRights(table, RowScope.Parent, Of(followed).Noun, [parent]);
        }
        if (table.IsIntersect) return OfPair(table);
        var noun = table.IsActivity ? Activity : nouns.GetValueOrDefault(table.LogicalName, table.SchemaName);
        return table.Ownership switch
        {
            Ownership.User => new TableRights(table, RowScope.Owner, noun, []),
            Ownership.BusinessUnit => new TableRights(table, RowScope.BusinessUnit, noun, []),
            Ownership.Organization => new TableRights(table, RowScope.Organization, noun, []),
            _ => table.LogicalName == "organization" ? new TableRights(table, RowScope.Organization, noun, []) : new TableRights(table, RowScope.Free, noun, []),
        };
    }

    private TableRights OfPair(Table table)
    {
        foreach (var pair in schema.ManyToMany)
        {
            if (pair.IntersectTable != table.LogicalName) continue;
            return new TableRights(table, RowScope.Pair, "", [(pair.Column1, pair.Table1), (pair.Column2, pair.Table2)]);
        }
        return new TableRights(table, RowScope.Free, table.SchemaName, []);
    }
}
