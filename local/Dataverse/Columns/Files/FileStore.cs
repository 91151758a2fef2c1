using System;
using System.Collections.Generic;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Columns.Files;

/// <summary>A file as it is kept: where it belongs and what it is called.</summary>
internal sealed record StoredFile(Guid Id, string Table, string Column, Guid Row, string Name, string MimeType, long Size);

/// <summary>An upload under way.</summary>
internal sealed record Upload(string Table, string Column, Guid Row, string FileName);

/// <summary>Contents of file and image columns, and the blocks of uploads under way, in tables of their own beside the rows.</summary>
internal sealed class FileStore
{
    /// <summary>SQL table of the contents: id, content.</summary>
    public const string Table = "\"$file\"";

    private readonly Store store;

    public FileStore(Store store)
    {
        this.store = store;
        store.Execute($"CREATE TABLE IF NOT EXISTS {Table}(id BLOB NOT NULL PRIMARY KEY, tablename TEXT, columnname TEXT, rowid_ BLOB, name TEXT, mimetype TEXT, content BLOB)");
        store.Execute("CREATE INDEX IF NOT EXISTS \"$file.row\" ON \"$file\"(rowid_)");
        store.Execute("CREATE TABLE IF NOT EXISTS \"$upload\"(token TEXT NOT NULL PRIMARY KEY, tablename TEXT, columnname TEXT, rowid_ BLOB, name TEXT)");
        store.Execute("CREATE TABLE IF NOT EXISTS \"$block\"(token TEXT NOT NULL, id TEXT NOT NULL, content BLOB, PRIMARY KEY(token, id))");
    }

    /// <summary>Keeps a file in place of the one the column of the row had.</summary>
    /// <returns>Its id.</returns>
    public Guid Put(string table, string column, Guid row, string name, string mimeType, byte[] content, DateTime utcNow)
    {
        Remove(column, row);
        var id = store.Ids.Next(utcNow);
        var statement = store.Prepare($"INSERT INTO {Table}(id, tablename, columnname, rowid_, name, mimetype, content) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        statement.Bind(1, id);
        statement.Bind(2, table);
        statement.Bind(3, column);
        statement.Bind(4, row);
        statement.Bind(5, name);
        statement.Bind(6, mimeType);
        statement.Bind(7, content);
        statement.Run();
        return id;
    }

    /// <summary>The file of an id, or null.</summary>
    public StoredFile? Find(Guid id)
    {
        var statement = store.Prepare($"SELECT tablename, columnname, rowid_, name, mimetype, length(content) FROM {Table} WHERE id = ?1");
        statement.Bind(1, id);
        if (!statement.Step()) return null;
        var file = new StoredFile(id, statement.Text(0), statement.Text(1), statement.Guid(2), statement.Text(3), statement.Text(4), statement.Int64(5));
        statement.Reset();
        return file;
    }

    /// <summary>Id of the file of a column, or null.</summary>
    public Guid? IdOf(string column, Guid row)
    {
        var statement = store.Prepare($"SELECT id FROM {Table} WHERE rowid_ = ?1 AND columnname = ?2");
        statement.Bind(1, row);
        statement.Bind(2, column);
        if (!statement.Step()) return null;
        var id = statement.Guid(0);
        statement.Reset();
        return id;
    }

    /// <summary>A part of a file; shorter where the file ends.</summary>
    public byte[] Read(Guid id, long offset, long length)
    {
        var statement = store.Prepare($"SELECT substr(content, ?2, ?3) FROM {Table} WHERE id = ?1");
        statement.Bind(1, id);
        // SQLite counts bytes from 1.
        statement.Bind(2, offset + 1);
        statement.Bind(3, length);
        if (!statement.Step()) return [];
        var part = statement.IsNull(0) ? [] : statement.Bytes(0);
        statement.Reset();
        return part;
    }

    public void Remove(string column, Guid row) => Run($"DELETE FROM {Table} WHERE rowid_ = ?1 AND columnname = ?2", row, column);

    /// <summary>Removes every file of a row.</summary>
    public void RemoveAll(Guid row) => Run($"DELETE FROM {Table} WHERE rowid_ = ?1", row, null);

    public string Begin(Upload upload)
    {
        var token = Convert.ToBase64String(Guid.NewGuid().ToByteArray());
        var statement = store.Prepare("INSERT INTO \"$upload\"(token, tablename, columnname, rowid_, name) VALUES(?1, ?2, ?3, ?4, ?5)");
        statement.Bind(1, token);
        statement.Bind(2, upload.Table);
        statement.Bind(3, upload.Column);
        statement.Bind(4, upload.Row);
        statement.Bind(5, upload.FileName);
        statement.Run();
        return token;
    }

    public Upload? FindUpload(string token)
    {
        var statement = store.Prepare("SELECT tablename, columnname, rowid_, name FROM \"$upload\" WHERE token = ?1");
        statement.Bind(1, token);
        if (!statement.Step()) return null;
        var upload = new Upload(statement.Text(0), statement.Text(1), statement.Guid(2), statement.Text(3));
        statement.Reset();
        return upload;
    }

    /// <summary>Keeps a block; the same id again replaces it.</summary>
    public void AddBlock(string token, string block, byte[] content)
    {
        var statement = store.Prepare("INSERT OR REPLACE INTO \"$block\"(token, id, content) VALUES(?1, ?2, ?3)");
        statement.Bind(1, token);
        statement.Bind(2, block);
        statement.Bind(3, content);
        statement.Run();
    }

    public byte[]? Block(string token, string block)
    {
        var statement = store.Prepare("SELECT content FROM \"$block\" WHERE token = ?1 AND id = ?2");
        statement.Bind(1, token);
        statement.Bind(2, block);
        if (!statement.Step()) return null;
        var content = statement.IsNull(0) ? [] : statement.Bytes(0);
        statement.Reset();
        return content;
    }

    /// <summary>Forgets an upload with its blocks.</summary>
    public void End(string token)
    {
        foreach (var sql in new List<string> { "DELETE FROM \"$upload\" WHERE token = ?1", "DELETE FROM \"$block\" WHERE token = ?1" })
        {
            var statement = store.Prepare(sql);
            statement.Bind(1, token);
            statement.Run();
        }
    }

    private void Run(string sql, Guid row, string? column)
    {
        var statement = store.Prepare(sql);
        statement.Bind(1, row);
        if (column is not null) statement.Bind(2, column);
        statement.Run();
    }
}
