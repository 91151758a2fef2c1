using System;
using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>
/// Reads together what guarding and pricing many rows asks of each: their documents, products, units and prices. What is not found here is asked for, and refused,
/// when the row's turn comes.
/// </summary>
internal sealed class SalesLookAhead(MessageExecution execution, LinePrice prices)
{
    /// <summary>For rows that are about to be written.</summary>
    public void Rows(IList<Entity> rows, bool creating)
    {
        var table = rows[0].LogicalName;
        if (SalesTables.Line(table) is { } lines)
        {
            Lines(creating ? rows : [.. rows, .. Read(table, rows.Select(r => r.Id), SalesCalculation.Needed(execution, lines))], lines);
            return;
        }
        var stored = creating ? [] : Read(table, rows.Select(r => r.Id), StoredColumns(table));
        IEnumerable<Entity> all = [.. rows, .. stored];
        Read("pricelevel", Ids(all, "pricelevelid"), "transactioncurrencyid");
        if (table == "product") Read("product", Ids(rows, "parentproductid"), "productstructure");
        if (table == "productpricelevel") Read("product", Ids(all, "productid"), "transactioncurrencyid");
    }

    /// <summary>For lines that are about to be priced, as they are given or stored.</summary>
    public void Lines(IEnumerable<Entity> lines, LineTable table)
    {
        var all = lines.ToList();
        var headers = Read(table.Header, Ids(all, table.HeaderLookup), "statecode", "pricelevelid", "transactioncurrencyid", "ispricelocked");
        var lists = Ids(headers, "pricelevelid");
        Read("pricelevel", lists, "statecode");
        Read("product", Ids(all, "productid"), "productstructure", "defaultuomscheduleid", "defaultuomid", "price", "currentcost", "standardcost");
        Read("uom", Ids(all, "uomid"), "uomscheduleid", "quantity", "baseuom");
        prices.LookAhead(lists, Ids(all, "productid"));
    }

    private static string[] StoredColumns(string table) => table switch
    {
        "product" => ["statecode", "name"],
        "productpricelevel" => ["pricingmethodcode", "productid", "pricelevelid"],
        "incident" => [],
        _ => ["statecode", "pricelevelid", "transactioncurrencyid"],
    };

    private List<Guid> Ids(IEnumerable<Entity> rows, string lookup) =>
        [.. rows.Select(r => r.Attributes.TryGetValue(lookup, out var value) && value is EntityReference reference ? execution.Organization.Core.Known(reference) : null).OfType<Guid>().Distinct()];

    private IReadOnlyList<Entity> Read(string table, IEnumerable<Guid> ids, params string[] columns)
    {
        var definition = execution.Organization.Schema.Find(table);
        var known = Array.FindAll(columns, c => definition?.Find(c) is not null);
        return known.Length == 0 ? [] : execution.Unit.LookAhead(execution.PlatformContext, table, ids.Where(id => id != Guid.Empty), new ColumnSet(known));
    }
}
