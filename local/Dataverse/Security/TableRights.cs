using System.Collections.Generic;
using Local.Dataverse.Schema;
using Microsoft.Crm.Sdk.Messages;

namespace Local.Dataverse.Security;

/// <summary>How rights work for one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Scope">What decides about a row.</param>
/// <param name="Noun">The end of its privileges' names: prvRead<i>Account</i>. Of a table whose rights are those of others: empty.</param>
/// <param name="Follows">For <see cref="RowScope.Parent"/> and <see cref="RowScope.Pair"/>: the columns, and the tables of the rows they name.</param>
internal sealed record TableRights(Table Table, RowScope Scope, string Noun, IReadOnlyList<(string Column, string Table)> Follows)
{
    /// <summary>Genuine name of the privilege for a right, e.g. prvAppendToOrder.</summary>
    public string Privilege(AccessRights right) => "prv" + Verb(right) + Noun;

    public static string Verb(AccessRights right) => right switch
    {
        AccessRights.ReadAccess => "Read",
        AccessRights.WriteAccess => "Write",
        AccessRights.AppendAccess => "Append",
        AccessRights.AppendToAccess => "AppendTo",
        AccessRights.CreateAccess => "Create",
        AccessRights.DeleteAccess => "Delete",
        AccessRights.ShareAccess => "Share",
        _ => "Assign",
    };
}
