using System.IO;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Local.Dataverse.Storage;

/// <summary>Opens the database of an organisation and takes its file for this process alone.</summary>
internal static class DatabaseFile
{
    /// <summary>Opens a file, or a database in memory when there is no path.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static SqliteConnection Open(string? path)
    {
        var source = new SqliteConnectionStringBuilder { DataSource = path ?? ":memory:", Pooling = false };
        var connection = new SqliteConnection(source.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw new IOException($"The file {path} cannot be opened ({failure.Message}). Does its folder exist, and may you write there?", failure);
        }
    }

    /// <summary>Locks the file: what is kept in memory of it (schema, versions, numbers) holds only while nobody else writes it.</summary>
    /// <exception cref="IOException">Another process has it.</exception>
    /// <exception cref="InvalidDataException">It is no database of this engine.</exception>
    public static void Claim(SqliteConnection connection, string path)
    {
        var database = connection.Handle!;
        try
        {
            // A new file only. A small request changes a few rows on five or six pages, and each page goes to the log as a whole: half the size costs a seventh less.
            Execute(database, "PRAGMA page_size=2048");
            Execute(database, "PRAGMA locking_mode=EXCLUSIVE");
            Execute(database, "PRAGMA journal_mode=WAL");
            Execute(database, "PRAGMA synchronous=FULL");
            Execute(database, "BEGIN IMMEDIATE");
            Execute(database, "COMMIT");
            RequireOwn(connection, path);
        }
        catch (StorageException failure) when ((failure.Code & 0xFF) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            connection.Dispose();
            throw new IOException($"The file {path} is in use by another embedded Dataverse. Close that one, or use another file.", failure);
        }
        catch (StorageException failure) when ((failure.Code & 0xFF) is raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT)
        {
            connection.Dispose();
            throw new InvalidDataException($"The file {path} is not a database of the embedded Dataverse, or it is damaged.", failure);
        }
    }

    private static void Execute(sqlite3 database, string sql)
    {
        using var statement = new Statement(database, sql);
        statement.Run();
    }

    private static void RequireOwn(SqliteConnection connection, string path)
    {
        using var tables = new Statement(connection.Handle!, "SELECT COUNT(*), COALESCE(SUM(name = '$column'), 0) FROM sqlite_master");
        tables.Step();
        if (tables.Int64(0) == 0 || tables.Int64(1) > 0) return;
        tables.Reset();
        connection.Dispose();
        throw new InvalidDataException($"The file {path} is a database of another program. Use another file.");
    }
}
