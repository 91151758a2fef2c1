using System;
using SQLitePCL;

namespace Local.Dataverse.Storage;

/// <summary>SQLite refused a statement. Callers turn the cases they expect into platform errors.</summary>
internal sealed class StorageException : Exception
{
    private StorageException(string message, int code, string databaseMessage) : base(message)
    {
        Code = code;
        DatabaseMessage = databaseMessage;
    }

    /// <summary>Extended result code of SQLite.</summary>
    public int Code { get; }

    /// <summary>SQLite's own words, e.g. <c>UNIQUE constraint failed: account.accountnumber</c>.</summary>
    public string DatabaseMessage { get; }

    public bool IsPrimaryKeyViolation => Code == raw.SQLITE_CONSTRAINT_PRIMARYKEY;

    public bool IsUniqueViolation => Code == raw.SQLITE_CONSTRAINT_UNIQUE;

    public bool IsIntegerOverflow => DatabaseMessage == "integer overflow";

    public static StorageException From(sqlite3 database, int code, string sql)
    {
        var message = raw.sqlite3_errmsg(database).utf8_to_string();
        var extended = raw.sqlite3_extended_errcode(database);
        return new StorageException($"{message} ({(extended == 0 ? code : extended)}) in: {sql}", extended == 0 ? code : extended, message);
    }
}
