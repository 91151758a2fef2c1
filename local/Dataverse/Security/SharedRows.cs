using System;
using System.Collections.Generic;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Security;

/// <summary>One row of principalobjectaccess: what a user or team may do with a row beside what roles give.</summary>
/// <param name="Id">Null when it is not stored yet.</param>
/// <param name="RowId">The shared row.</param>
/// <param name="RowTable">Its table.</param>
/// <param name="PrincipalId">The user or team.</param>
/// <param name="PrincipalTable">systemuser or team.</param>
/// <param name="Own">Rights given by hand.</param>
/// <param name="Inherited">Rights that come from a row above.</param>
internal readonly record struct Share(Guid? Id, Guid RowId, string RowTable, Guid PrincipalId, string PrincipalTable, int Own, int Inherited);

/// <summary>Rows shared with users and teams: principalobjectaccess.</summary>
internal sealed class SharedRows(Store store)
{
    public const string Table = "principalobjectaccess";

    private const string Columns =
        "\"principalobjectaccessid\", \"objectid\", \"objecttypecode\", \"principalid\", \"principaltypecode\", \"accessrightsmask\", \"inheritedaccessrightsmask\"";

    /// <summary>The shares of a principal, and those of a row, are found by index.</summary>
    public static void CreateIndexes(Store store)
    {
        store.Execute($"CREATE INDEX IF NOT EXISTS \"{Table}.$principal\" ON \"{Table}\"(\"principalid\", \"objectid\")");
        store.Execute($"CREATE INDEX IF NOT EXISTS \"{Table}.$object\" ON \"{Table}\"(\"objectid\")");
    }

    /// <summary>Whether anything at all is shared with one of the principals.</summary>
    public static bool AnyWith(Store store, List<Guid> principals)
    {
        var statement = store.Prepare($"SELECT 1 FROM \"{Table}\" WHERE \"principalid\" = ?1 LIMIT 1");
        foreach (var principal in principals)
        {
            statement.Bind(1, principal);
            if (!statement.Step()) continue;
            statement.Reset();
            return true;
        }
        return false;
    }

    /// <summary>SQL that is true when anything of a row is shared.</summary>
    public static string AnyOf(string idSql) => $"EXISTS (SELECT 1 FROM \"{Table}\" s WHERE s.\"objectid\" = {idSql})";

    /// <summary>Those of the rows of which anything is shared.</summary>
    public HashSet<Guid> RowsAmong(IReadOnlyList<Guid> rows)
    {
        var found = new HashSet<Guid>();
        store.ReadEach(list => $"SELECT \"objectid\" FROM \"{Table}\" WHERE \"objectid\" IN ({list})", rows, row => found.Add(row.Guid(0)));
        return found;
    }

    public List<Share> OfRow(Guid row)
    {
        var found = new List<Share>();
        var statement = store.Prepare($"SELECT {Columns} FROM \"{Table}\" WHERE \"objectid\" = ?1");
        statement.Bind(1, row);
        while (statement.Step()) found.Add(Read(statement));
        return found;
    }

    /// <summary>The share of a row with a principal, or an empty one.</summary>
    public Share Find(Guid row, Guid principal)
    {
        foreach (var share in OfRow(row))
        {
            if (share.PrincipalId == principal) return share;
        }
        return new Share(null, row, "", principal, "", 0, 0);
    }

    /// <summary>Writes a share; one without any right is taken away.</summary>
    public void Write(Share share)
    {
        if (share.Id is { } known) Delete("principalobjectaccessid", known);
        if (share.Own == 0 && share.Inherited == 0) return;
        var layout = store.Layout(Table);
        var statement = store.Prepare(layout.InsertSql);
        statement.Bind(layout.Id.Parameter, share.Id ?? store.Ids.Next(DateTime.UtcNow));
        statement.Bind(layout.Slot("objectid").Parameter, share.RowId);
        statement.Bind(layout.Slot("objecttypecode").Parameter, share.RowTable);
        statement.Bind(layout.Slot("principalid").Parameter, share.PrincipalId);
        statement.Bind(layout.Slot("principaltypecode").Parameter, share.PrincipalTable);
        statement.Bind(layout.Slot("accessrightsmask").Parameter, share.Own);
        statement.Bind(layout.Slot("inheritedaccessrightsmask").Parameter, share.Inherited);
        statement.Bind(layout.VersionParameter, store.NextVersion());
        statement.Run();
    }

    public void DeleteOfRow(Guid row) => Delete("objectid", row);

    private void Delete(string column, Guid value)
    {
        var statement = store.Prepare($"DELETE FROM \"{Table}\" WHERE \"{column}\" = ?1");
        statement.Bind(1, value);
        statement.Run();
    }

    private static Share Read(Statement row) =>
        new(row.Guid(0), row.Guid(1), row.Text(2), row.Guid(3), row.Text(4), (int)row.Int64(5), (int)row.Int64(6));
}
