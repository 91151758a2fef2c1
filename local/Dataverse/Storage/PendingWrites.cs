using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Storage;

/// <summary>A row as it is before an update: its version, state, currency and status reason.</summary>
internal readonly record struct RowBefore(long Version, int State, Guid? Currency, int? Status);

/// <summary>
/// The rows of one bulk message on their way into their table: rows that write the same columns go in one statement. Whatever else runs meanwhile
/// is preceded by what is pending, so that nobody can tell the difference.
/// </summary>
/// <remarks>Rows go in statements of 256, 128 ... 1 rows, so that few different ones have to be prepared.</remarks>
internal sealed class PendingWrites(Store store)
{
    private const int MostRows = 256, MostParameters = 32_766;

    private readonly List<(WriteSet Writes, Guid Id, long Version)> rows = [];
    private readonly HashSet<(string Table, Guid Id)> known = [];
    private readonly Dictionary<Guid, RowBefore> before = [];
    private TableLayout? layout;
    private string signature = "";
    private bool inserts;

    /// <summary>Reads in one go what would be read for each row: whether the rows they refer to exist, and for an update what the rows are now.</summary>
    public void Expect(TableLayout of, IReadOnlyList<Entity> targets, bool creating)
    {
        var references = targets.SelectMany(t => t.Attributes.Values).OfType<EntityReference>().Where(r => r.Id != Guid.Empty).Select(r => (r.LogicalName, r.Id)).Distinct();
        foreach (var table in references.GroupBy(r => r.LogicalName, r => r.Id))
        {
            if (!store.Layouts.TryGetValue(table.Key ?? "", out var layoutOfTable)) continue;
            Read(layoutOfTable, layoutOfTable.Id.SqlName, table, row => known.Add((layoutOfTable.Name, row.Guid(0))));
        }
        if (creating) return;
        Read(of, $"{of.Id.SqlName}, {of.CurrentColumnsSql}", targets.Select(t => t.Id).Where(id => id != Guid.Empty).Distinct(), row => before[row.Guid(0)] = TableLayout.Before(row, 1));
    }

    /// <summary>Whether a row is known to exist, stored or about to be.</summary>
    public bool Knows(TableLayout of, Guid id) => known.Contains((of.Name, id));

    /// <summary>What was read of a row, once: after it is written it has to be read again.</summary>
    public RowBefore? TakeBefore(Guid id) => before.Remove(id, out var row) ? row : null;

    /// <summary>Takes a row over; its cells belong to this from now on.</summary>
    public void Add(TableLayout of, WriteSet writes, Guid id, long version, bool insert)
    {
        var its = writes.Signature();
        if (rows.Count > 0 && (of != layout || insert != inserts || its != signature)) Flush();
        (layout, signature, inserts) = (of, its, insert);
        rows.Add((writes, id, version));
        if (insert) known.Add((of.Name, id));
    }

    /// <summary>Writes what is pending.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">A row breaks a key of its table.</exception>
    public void Flush()
    {
        if (rows.Count == 0) return;
        var all = rows.ToArray();
        rows.Clear();
        try
        {
            var most = Math.Min(MostRows, MostParameters / all[0].Writes.ParametersOfARow);
            for (var done = 0; done < all.Length;)
            {
                var size = PowerOfTwo(Math.Min(most, all.Length - done));
                Run(all.AsSpan(done, size));
                done += size;
            }
        }
        finally
        {
            foreach (var row in all) row.Writes.Dispose();
        }
    }

    /// <summary>Drops what is pending: the transaction is undone.</summary>
    public void Forget()
    {
        foreach (var row in rows) row.Writes.Dispose();
        rows.Clear();
        known.Clear();
        before.Clear();
    }

    private void Run(ReadOnlySpan<(WriteSet Writes, Guid Id, long Version)> together)
    {
        var first = together[0].Writes;
        var sql = inserts ? layout!.InsertSqlFor(first, together.Length) : together.Length == 1 ? layout!.UpdateSql(first) : layout!.UpdateSqlFor(first, together.Length);
        var statement = store.PrepareQuery(sql);
        for (var i = 0; i < together.Length; i++) together[i].Writes.BindTo(statement, i, together[i].Id, together[i].Version);
        RowWriter.Run(layout, statement);
    }

    private void Read(TableLayout of, string columns, IEnumerable<Guid> ids, Action<Statement> each) =>
        store.ReadEach(list => $"SELECT {columns} FROM {of.SqlName} WHERE {of.Id.SqlName} IN ({list})", ids, each);

    public static int PowerOfTwo(int most)
    {
        var power = 1;
        while (power * 2 <= most) power *= 2;
        return power;
    }
}
