using System;
using System.Text;
using SQLitePCL;

namespace Local.Dataverse.Storage;

/// <summary>
/// One prepared SQL statement. Bound and stepped through SQLite's own interface: the ADO layer boxes every value and
/// reads the parameters anew on each execution, which costs more than the statement itself.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt owned;
    private nint handle;

    public Statement(sqlite3 database, string sql)
    {
        this.database = database;
        Sql = sql;
        var code = raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out owned);
        if (code != raw.SQLITE_OK) throw StorageException.From(database, code, sql);
        handle = owned.DangerousGetHandle();
    }

    public string Sql { get; }

    /// <summary>True between the first step and the reset: the statement must not be disposed.</summary>
    public bool InUse { get; private set; }

    public void BindNull(int parameter) => NativeSqlite.Check(NativeSqlite.sqlite3_bind_null(handle, parameter));

    public void Bind(int parameter, long value) => NativeSqlite.Check(NativeSqlite.sqlite3_bind_int64(handle, parameter, value));

    public void Bind(int parameter, double value) => NativeSqlite.Check(NativeSqlite.sqlite3_bind_double(handle, parameter, value));

    public void Bind(int parameter, Guid value)
    {
        // Big-endian, so that the order of the bytes is the order of the text form.
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        NativeSqlite.BindBlob(handle, parameter, bytes);
    }

    public void Bind(int parameter, byte[] value) => NativeSqlite.BindBlob(handle, parameter, value);

    public void Bind(int parameter, string value)
    {
        if (value.Length > 256)
        {
            NativeSqlite.BindText(handle, parameter, Encoding.UTF8.GetBytes(value));
            return;
        }
        Span<byte> bytes = stackalloc byte[256 * 3];
        NativeSqlite.BindText(handle, parameter, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
    }

    /// <summary>Binds a value that a row is to get; takes the parameter and the one after it.</summary>
    public void Bind(int parameter, in Cell cell) => cell.BindTo(this, parameter);

    /// <summary>Moves to the next row; false when there is none, and then the statement is reset.</summary>
    public bool Step()
    {
        InUse = true;
        var code = NativeSqlite.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW) return true;
        if (code == raw.SQLITE_DONE)
        {
            Reset();
            return false;
        }
        var failure = StorageException.From(database, code, Sql);
        Reset();
        throw failure;
    }

    /// <summary>Runs a statement that returns no row.</summary>
    /// <returns>Number of rows inserted, updated or deleted.</returns>
    public int Run()
    {
        while (Step()) { }
        return raw.sqlite3_changes(database);
    }

    /// <summary>Makes the statement ready for the next use and forgets its parameters.</summary>
    public void Reset()
    {
        // Its code is that of the last step, which has been looked at.
        _ = NativeSqlite.sqlite3_reset(handle);
        _ = NativeSqlite.sqlite3_clear_bindings(handle);
        InUse = false;
    }

    public bool IsNull(int column) => NativeSqlite.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Int64(int column) => NativeSqlite.sqlite3_column_int64(handle, column);

    public double Double(int column) => NativeSqlite.sqlite3_column_double(handle, column);

    public Guid Guid(int column) => new(NativeSqlite.Blob(handle, column), bigEndian: true);

    public byte[] Bytes(int column) => NativeSqlite.Blob(handle, column).ToArray();

    public string Text(int column) => Encoding.UTF8.GetString(NativeSqlite.Text(handle, column));

    public void Dispose()
    {
        // SQLite answers a null statement with an error; a freed one it would follow.
        handle = 0;
        owned.Dispose();
    }
}
