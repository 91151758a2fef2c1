using System;
using System.Collections.Generic;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Storage;

/// <summary>A transaction of the store, or a savepoint inside one. Ends once: by <see cref="Commit"/>, or by rolling back when disposed without it.</summary>
internal sealed class StoreTransaction : IDisposable
{
    private readonly Store store;
    private bool ended;

    internal StoreTransaction(Store store, int depth, IReadOnlyDictionary<string, TableLayout> layouts, DataverseSchema schema)
    {
        this.store = store;
        Depth = depth;
        LayoutsBefore = layouts;
        SchemaBefore = schema;
    }

    internal int Depth { get; }

    internal IReadOnlyDictionary<string, TableLayout> LayoutsBefore { get; }

    internal DataverseSchema SchemaBefore { get; }

    /// <summary>Keeps what was done. Of the outermost transaction of a file: durable when this returns.</summary>
    public void Commit()
    {
        if (ended) throw new InvalidOperationException("The transaction has ended.");
        store.Commit(this);
        ended = true;
    }

    public void Dispose()
    {
        if (ended) return;
        ended = true;
        store.Rollback(this);
    }
}
