using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pipeline;

/// <summary>Rows that two accounts both have under one key. A merge moves all rows of one account to the other, and the platform refuses the whole of it over a key that would be there twice.</summary>
internal static class MergeDoubles
{
    private const string Kept = "Target", Gone = "SubordinateId";

    /// <summary>The account that is kept.</summary>
    public static Guid KeptAccount(Request request) => request.Required<EntityReference>(Kept).Id;

    /// <summary>The account that goes into it.</summary>
    public static Guid GoneAccount(Request request) => request.Required<Guid>(Gone);

    /// <summary>Rows of the account that goes, each with the row of the one that is kept. One request; inactive rows count, as they do for a key.</summary>
    /// <param name="request">Of a Merge of accounts.</param>
    /// <param name="table">Whose rows.</param>
    /// <param name="account">Its lookup to the account.</param>
    /// <param name="rest">The other columns of its key.</param>
    public static IReadOnlyDictionary<Guid, Guid> Of(Request request, string table, string account, params string[] rest)
    {
        var kept = KeptAccount(request);
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet([account, .. rest]) };
        query.Criteria.AddCondition(account, ConditionOperator.In, kept, GoneAccount(request));
        var rows = request.DataverseAsSystem.RetrieveMultiple(query).Entities.ToLookup(row => row.GetAttributeValue<EntityReference>(account).Id == kept);
        var known = rows[true].GroupBy(row => Key(row, rest), StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Id, StringComparer.Ordinal);
        return rows[false].Where(row => known.ContainsKey(Key(row, rest))).ToDictionary(row => row.Id, row => known[Key(row, rest)]);
    }

    /// <summary>Deletes the doubles of the account that goes. One request, and one for each.</summary>
    public static void Delete(Request request, string table, string account, params string[] rest)
    {
        foreach (var id in Of(request, table, account, rest).Keys) request.DataverseAsSystem.Delete(table, id);
    }

    private static string Key(Entity row, string[] columns) => string.Join("|", columns.Select(column => row.GetAttributeValue<object>(column) switch
    {
        EntityReference reference => reference.Id.ToString("N"),
        OptionSetValue option => option.Value.ToString(CultureInfo.InvariantCulture),
        DateTime day => day.ToString("O", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    }));
}
