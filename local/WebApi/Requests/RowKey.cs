using System;
using System.Globalization;
using System.Linq;
using Local.Dataverse.Schema;
using Local.WebApi.Model;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi.Requests;

/// <summary>The key of a row in a URL: <c>(guid)</c>, <c>(accountid=guid)</c>, <c>(code='A',_parentid_value=guid)</c>.</summary>
internal static class RowKey
{
    /// <summary>Reads what stands in the parentheses.</summary>
    /// <param name="model">Names and types.</param>
    /// <param name="table">Table of the row.</param>
    /// <param name="text">Decoded.</param>
    /// <returns>With an id, or with key attributes for an alternate key.</returns>
    public static EntityReference Read(ServiceModel model, Table table, string text)
    {
        var parts = PathSegment.SplitOutside(text, ',');
        if (parts is [var only] && !only.Contains('=', StringComparison.Ordinal))
        {
            return Guid.TryParse(only.Trim(), out var id)
                ? new EntityReference(table.LogicalName, id)
                : throw ODataFaults.Of(ODataFaults.InvalidQuery, $"Error in query syntax: '{Shown(text)}' is not a key of '{table.EntitySetName}'.");
        }
        var values = new KeyAttributeCollection();
        foreach (var part in parts)
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0) throw ODataFaults.Of(ODataFaults.InvalidQuery, $"Bad Request - Error in query syntax: '{Shown(part)}'.");
            var name = part[..at].Trim();
            var column = model.ColumnOf(table, name) ?? throw ODataFaults.PropertyNotFound(name, table.LogicalName);
            values[column.LogicalName] = Value(column, part[(at + 1)..].Trim());
        }
        if (values.Count == 1 && values.First() is { Value: Guid key } single && single.Key == table.PrimaryId) return new EntityReference(table.LogicalName, key);
        if (!table.Keys.Any(k => k.Columns.Count == values.Count && k.Columns.All(values.ContainsKey)))
        {
            throw ODataFaults.Of(ODataFaults.InvalidQuery, $"The key in the request URI is not valid for resource 'Microsoft.Dynamics.CRM.{table.LogicalName}'. Ensure that the names and number of key properties match the declared or alternate key properties for the resource 'Microsoft.Dynamics.CRM.{table.LogicalName}'.");
        }
        return new EntityReference(table.LogicalName, values);
    }

    private static object Value(Column column, string literal)
    {
        switch (column.Type)
        {
            case ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner when Guid.TryParse(literal, out var target):
                return new EntityReference(column.Targets[0], target);
            case ColumnType.Uniqueidentifier when Guid.TryParse(literal, out var id):
                return id;
            case ColumnType.Picklist or ColumnType.State or ColumnType.Status when int.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var option):
                return new OptionSetValue(option);
            case ColumnType.Integer when int.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                return whole;
            case ColumnType.BigInt when long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                return whole;
            case ColumnType.Decimal when decimal.TryParse(literal, NumberStyles.Number, CultureInfo.InvariantCulture, out var number):
                return number;
            case ColumnType.DateTime when DateTimeOffset.TryParse(literal, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment):
                return column.DateBehavior == DateBehavior.DateOnly ? moment.UtcDateTime.Date : moment.UtcDateTime;
            case ColumnType.String or ColumnType.Memo when literal is ['\'', .., '\''] && literal.Length >= 2:
                return literal[1..^1].Replace("''", "'", StringComparison.Ordinal);
            default:
                throw ODataFaults.Of(ODataFaults.InvalidQuery, $"The value '{Shown(literal)}' does not fit the key property '{PropertyNames.Of(column)}'.");
        }
    }

    private static string Shown(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
