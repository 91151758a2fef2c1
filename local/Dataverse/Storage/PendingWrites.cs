using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Storage;

/// <summary>
/// The rows of one bulk message on their way into their tables: rows that write the same columns go in one statement. Whatever else runs meanwhile
/// is preceded by what is pending, so that nobody can tell the difference.
/// </summary>
/// <remarks>Rows go in statements of 256, 128 ... 1 rows, so that few different ones have to be prepared.</remarks>
internal sealed class PendingWrites(Store store)
{
    private const int MostRows = 256, MostParameters = 32_766;

    // In the order in which the first row of each came.
    private readonly List<Batch> batches = [];
    private readonly Dictionary<(TableLayout Layout, bool Inserts, string Columns), Batch> byColumns = [];
    private readonly HashSet<(TableLayout Layout, Guid Id)> waiting = [], inserted = [];
    private readonly Dictionary<Guid, RowBefore> before = [];
    private readonly Dictionary<string, long> counters = new(StringComparer.Ordinal);
    private readonly HashSet<string> counted = new(StringComparer.Ordinal);

    private sealed record Batch(TableLayout Layout, bool Inserts)
    {
        public List<(WriteSet Writes, Guid Id, long Version)> Rows { get; } = [];
    }

    /// <summary>The row above each that was read or is about to be written, where rows form a hierarchy.</summary>
    public Dictionary<Guid, Guid?> RowsAbove { get; } = [];

    /// <summary>Whether a row is about to be created that nobody can find yet.</summary>
    public bool Inserts => inserted.Count > 0;

    /// <summary>Reads in one go what an update would read of each row: what it is now.</summary>
    public void Expect(TableLayout of, IList<Entity> targets)
    {
        var ids = targets.Select(t => t.Id).Where(id => id != Guid.Empty).Distinct().ToList();
        store.ReadEach(list => $"SELECT {of.Id.SqlName}, {of.BeforeColumnsSql} FROM {of.SqlName} WHERE {of.Id.SqlName} IN ({list})", ids, row => before[row.Guid(0)] = of.WholeBefore(row, 1));
        HierarchyLoop.LookAhead(store, of, targets, RowsAbove);
    }

    /// <summary>Whether a row is about to be created.</summary>
    public bool Knows(TableLayout of, Guid id) => inserted.Contains((of, id));

    /// <summary>What was read of a row, once: after it is written it has to be read again.</summary>
    public RowBefore? TakeBefore(Guid id) => before.Remove(id, out var row) ? row : null;

    /// <summary>Takes a row over; its cells belong to this from now on.</summary>
    public void Add(TableLayout of, WriteSet writes, Guid id, long version, bool insert)
    {
        if (!waiting.Add((of, id)))
        {
            Flush();
            waiting.Add((of, id));
        }
        var key = (of, insert, writes.Signature());
        if (!byColumns.TryGetValue(key, out var batch)) batches.Add(byColumns[key] = batch = new Batch(of, insert));
        batch.Rows.Add((writes, id, version));
        if (insert) inserted.Add((of, id));
        HierarchyLoop.Note(of, writes, id, RowsAbove);
    }

    /// <summary>A number kept under a name, as far as this message has read or changed it.</summary>
    public long? Counter(string name) => counters.TryGetValue(name, out var value) ? value : null;

    /// <summary>Keeps a number until the end of the message.</summary>
    public void Keep(string counter, long value, bool changed)
    {
        counters[counter] = value;
        if (changed) counted.Add(counter);
    }

    /// <summary>The numbers this message has changed.</summary>
    public IEnumerable<(string Name, long Value)> Counted => counted.Select(name => (name, counters[name]));

    /// <summary>Writes what is pending.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">A row breaks a key of its table.</exception>
    public void Flush()
    {
        if (batches.Count == 0) return;
        var all = batches.ToArray();
        ForgetRows();
        try
        {
            foreach (var batch in all) Write(batch);
        }
        finally
        {
            foreach (var batch in all) Release(batch);
        }
    }

    /// <summary>Drops what is pending: the transaction is undone.</summary>
    public void Forget()
    {
        foreach (var batch in batches) Release(batch);
        ForgetRows();
        inserted.Clear();
        before.Clear();
        RowsAbove.Clear();
        counters.Clear();
        counted.Clear();
    }

    public static int PowerOfTwo(int most)
    {
        var power = 1;
        while (power * 2 <= most) power *= 2;
        return power;
    }

    private void ForgetRows()
    {
        batches.Clear();
        byColumns.Clear();
        waiting.Clear();
    }

    private static void Release(Batch batch)
    {
        foreach (var row in batch.Rows) row.Writes.Dispose();
    }

    private void Write(Batch batch)
    {
        var rows = batch.Rows.ToArray();
        var most = Math.Min(MostRows, MostParameters / rows[0].Writes.ParametersOfARow);
        for (var done = 0; done < rows.Length;)
        {
            var size = PowerOfTwo(Math.Min(most, rows.Length - done));
            Run(batch, rows.AsSpan(done, size));
            done += size;
        }
    }

    private void Run(Batch batch, ReadOnlySpan<(WriteSet Writes, Guid Id, long Version)> together)
    {
        var first = together[0].Writes;
        var layout = batch.Layout;
        var sql = batch.Inserts ? layout.InsertSqlFor(first, together.Length) : together.Length == 1 ? layout.UpdateSql(first) : layout.UpdateSqlFor(first, together.Length);
        var statement = store.PrepareQuery(sql);
        for (var i = 0; i < together.Length; i++) together[i].Writes.BindTo(statement, i, together[i].Id, together[i].Version);
        store.Unnoticed(() => RowWriter.Run(layout, statement));
    }
}
