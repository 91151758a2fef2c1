using System.Collections.Frozen;
using System.Collections.Generic;

namespace Local.Dataverse.Sales;

/// <summary>A table of lines and the document they belong to.</summary>
/// <param name="Table">Logical name of the lines.</param>
/// <param name="Header">Logical name of the document.</param>
/// <param name="HeaderLookup">The lookup from line to document.</param>
internal sealed record LineTable(string Table, string Header, string HeaderLookup);

/// <summary>The four documents of Dynamics 365 Sales whose prices the platform calculates.</summary>
internal static class SalesTables
{
    private static readonly FrozenDictionary<string, LineTable> ByLine = FrozenDictionary.ToFrozenDictionary(
    [
        KeyValuePair.Create("opportunityproduct", new LineTable("opportunityproduct", "opportunity", "opportunityid")),
        KeyValuePair.Create("quotedetail", new LineTable("quotedetail", "quote", "quoteid")),
        KeyValuePair.Create("salesorderdetail", new LineTable("salesorderdetail", "salesorder", "salesorderid")),
        KeyValuePair.Create("invoicedetail", new LineTable("invoicedetail", "invoice", "invoiceid")),
    ]);

    private static readonly FrozenDictionary<string, LineTable> ByHeader = FrozenDictionary.ToFrozenDictionary(ByLine.Values, l => l.Header);

    /// <summary>Whether writing a row of the table may change prices or totals.</summary>
    public static bool IsPriced(string table) => ByLine.ContainsKey(table) || ByHeader.ContainsKey(table);

    /// <summary>Whether the table has rules of Sales or Service that a write may break.</summary>
    public static bool IsGuarded(string table) => IsPriced(table) || table is "product" or "productpricelevel" or "incident";

    /// <summary>The description of a table of lines; null for another table.</summary>
    public static LineTable? Line(string table) => ByLine.GetValueOrDefault(table);

    /// <summary>The description of the lines of a document; null for another table.</summary>
    public static LineTable? LinesOf(string header) => ByHeader.GetValueOrDefault(header);
}
