using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using Local.Dataverse.Columns.Files;
using Local.Dataverse.Columns.Formulas;
using Local.Dataverse.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using SQLitePCL;

namespace Local.Dataverse.Storage;

/// <summary>
/// The rows of one organisation in one SQLite database: a file (WAL, a commit is durable when it returns) or memory.
/// Not thread-safe; whoever owns it lets one request in at a time.
/// </summary>
internal sealed class Store : IDisposable
{
    private const int MostCachedQueries = 500;
    private const int MostInAList = 512;
    private const int VersionsReservedAtOnce = 10_000;

    private readonly SqliteConnection connection;
    private readonly sqlite3 database;
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Statement> queries = new(StringComparer.Ordinal);
    private readonly TextCodes codes = new();
    private GCHandle codesForSqlite, tallyForSqlite;
    private string? likeText;
    private LikePattern? like;
    private long version, versionsReservedTo, unnoticed;

    /// <param name="path">The file, or null to keep everything in memory.</param>
    public Store(string? path)
    {
        connection = DatabaseFile.Open(path);
        database = connection.Handle!;
        codesForSqlite = GCHandle.Alloc(codes);
        Require(NativeSqlite.CreateCollation(database.DangerousGetHandle()));
        Require(NativeSqlite.CreateCodeFunction(database.DangerousGetHandle(), codesForSqlite));
        tallyForSqlite = GCHandle.Alloc(Tally);
        Require(NativeSqlite.CreateTallyFunction(database.DangerousGetHandle(), tallyForSqlite));
        raw.sqlite3_create_function(database, "dv_like", 2, raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC, null, Like);
        LocalTimeFunction.AddTo(database);
        raw.sqlite3_create_function(database, CalculatedColumns.Function, -1, raw.SQLITE_UTF8, null, Calculated.Compute);
        if (path is not null) DatabaseFile.Claim(connection, path);
        Execute("PRAGMA temp_store=MEMORY");
        Execute("PRAGMA cache_size=-65536");
        Execute("CREATE TABLE IF NOT EXISTS \"$column\"(tablename TEXT, columnname TEXT, kind TEXT, scale INTEGER, target TEXT, PRIMARY KEY(tablename, columnname))");
        Tombstones.CreateTable(this);
        Execute("CREATE TABLE IF NOT EXISTS \"$counter\"(name TEXT PRIMARY KEY, value INTEGER NOT NULL)");
        Files = new FileStore(this);
        version = versionsReservedTo = Counter("versionnumber");
    }

    /// <summary>Layout of each table, by logical name; made by <see cref="Apply"/>.</summary>
    public IReadOnlyDictionary<string, TableLayout> Layouts { get; private set; } = new Dictionary<string, TableLayout>();

    /// <summary>The schema the layouts were made from.</summary>
    public DataverseSchema Schema { get; private set; } = new(
        new Dictionary<string, Table>(), Array.Empty<OneToMany>(), Array.Empty<ManyToMany>(), new Dictionary<string, OptionSet>());

    /// <summary>Contents of file and image columns.</summary>
    public FileStore Files { get; }

    /// <summary>Columns computed when they are read.</summary>
    public CalculatedColumns Calculated { get; } = new();

    /// <summary>Groups the rows of a statement with <c>dv_tally</c>.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Gives the ids of new rows.</summary>
    public RowIds Ids { get; } = new();

    /// <summary>Grows by one with each rollback and each change of the schema: whoever caches rows compares it.</summary>
    public int Generation { get; private set; }

    /// <summary>
    /// Another number after each write, rollback and end of a transaction: what was read holds as long as it stays the same. What a bulk message writes shows at
    /// its end.
    /// </summary>
    public long Changes => raw.sqlite3_total_changes(database) - unnoticed;

    /// <summary>How many transactions and savepoints are open.</summary>
    public int Depth { get; private set; }

    /// <summary>Creates or alters SQL tables, columns and indexes to fit the schema. Never loses data: what the schema no longer has stays in the file.</summary>
    public void Apply(DataverseSchema schema)
    {
        using var transaction = Begin();
        var layouts = new SchemaSql(this).Apply(schema);
        // Plans of cached queries name columns by position.
        ForgetQueries();
        Bind(layouts);
        Layouts = layouts;
        Schema = schema;
        Generation++;
        transaction.Commit();
    }

    /// <summary>The layout of a table, or the platform's error for an unknown one.</summary>
    public TableLayout Layout(string table) =>
        Layouts.TryGetValue(table, out var layout) ? layout : throw PlatformErrors.QueryBuilderNoEntity.Fault(table);

    /// <summary>Opens a transaction; inside another one a savepoint. Disposed without commit it rolls back.</summary>
    public StoreTransaction Begin()
    {
        var transaction = new StoreTransaction(this, Depth, Layouts, Schema);
        Prepare(Depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT s" + Depth.ToString(CultureInfo.InvariantCulture)).Run();
        Depth++;
        return transaction;
    }

    internal void Commit(StoreTransaction transaction)
    {
        Require(transaction);
        var depth = transaction.Depth;
        Prepare(depth == 0 ? "COMMIT" : "RELEASE s" + depth.ToString(CultureInfo.InvariantCulture)).Run();
        Depth--;
        if (depth == 0) unnoticed--;
    }

    internal void Rollback(StoreTransaction transaction)
    {
        Require(transaction);
        Pending?.Forget();
        var depth = transaction.Depth;
        if (depth == 0)
        {
            Prepare("ROLLBACK").Run();
        }
        else
        {
            var name = "s" + depth.ToString(CultureInfo.InvariantCulture);
            Prepare("ROLLBACK TO " + name).Run();
            Prepare("RELEASE " + name).Run();
        }
        Depth--;
        // The reservation of versions may have been undone with the rest.
        versionsReservedTo = version;
        Generation++;
        unnoticed--;
        if (!ReferenceEquals(Layouts, transaction.LayoutsBefore))
        {
            ForgetQueries();
            Layouts = transaction.LayoutsBefore;
            Calculated.Bind(Layouts);
            Schema = transaction.SchemaBefore;
        }
    }

    /// <summary>The next value of versionnumber: always greater than every one given before.</summary>
    public long NextVersion()
    {
        if (version == versionsReservedTo) ReserveVersions(VersionsReservedAtOnce);
        return ++version;
    }

    private void ReserveVersions(int count)
    {
        versionsReservedTo = version + count;
        WriteCounter("versionnumber", versionsReservedTo);
    }

    /// <summary>The greatest version given so far.</summary>
    public long LastVersion => version;

    /// <summary>The next number of a named sequence, from its start upward. Rolled back numbers are given again.</summary>
    public long NextNumber(string sequence, long start)
    {
        var next = Math.Max(Counter(sequence) + 1, start);
        SetCounter(sequence, next);
        return next;
    }

    /// <summary>The rows of a bulk message that are still to be written; null outside of one.</summary>
    public PendingWrites? Pending { get; private set; }

    /// <summary>From here on rows of a bulk message are written together, to the end of which <see cref="EndBulk"/> belongs.</summary>
    public void BeginBulk(TableLayout layout, IList<Entity> targets, bool creating)
    {
        if (versionsReservedTo - version < targets.Count) ReserveVersions(VersionsReservedAtOnce + targets.Count);
        var pending = new PendingWrites(this);
        if (!creating) pending.Expect(layout, targets);
        Pending = pending;
    }

    /// <summary>Writes what is pending, unless the message failed.</summary>
    public void EndBulk(bool failed)
    {
        var pending = Pending;
        Pending = null;
        if (pending is null) return;
        if (failed)
        {
            pending.Forget();
            return;
        }
        pending.Flush();
        foreach (var (name, value) in pending.Counted) WriteCounter(name, value);
        unnoticed--;
    }

    /// <summary>Writes what belongs to nobody's reading ahead: rows of a bulk message and numbers of sequences.</summary>
    public void Unnoticed(Action write)
    {
        var before = raw.sqlite3_total_changes(database);
        write();
        unnoticed += raw.sqlite3_total_changes(database) - before;
    }

    /// <summary>Told of the SQL of every statement that is about to run; for tests that count them or look for what must not be in them.</summary>
    public Action<string>? Watch { get; set; }

    /// <summary>A statement of the engine's own, kept prepared.</summary>
    public Statement Prepare(string sql)
    {
        Pending?.Flush();
        Watch?.Invoke(sql);
        if (statements.TryGetValue(sql, out var statement)) return statement;
        return statements[sql] = new Statement(database, sql);
    }

    /// <summary>The SQL of the queries that are kept prepared.</summary>
    public IReadOnlyCollection<string> PreparedQueries => queries.Keys;

    /// <summary>A statement made from somebody's query, kept prepared as long as there are not too many.</summary>
    public Statement PrepareQuery(string sql)
    {
        Pending?.Flush();
        Watch?.Invoke(sql);
        if (queries.TryGetValue(sql, out var statement)) return statement;
        if (queries.Count >= MostCachedQueries) ForgetQueries();
        return queries[sql] = new Statement(database, sql);
    }

    /// <summary>Runs a query over a list of ids, some hundreds at a time.</summary>
    /// <param name="sql">Makes the SQL from the list of parameters.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="each">Sees each row; runs no statement.</param>
    public void ReadEach(Func<string, string> sql, IEnumerable<Guid> ids, Action<Statement> each) => ReadEach(sql, [], ids, each);

    /// <summary>The same for SQL that has parameters of its own, which come first.</summary>
    public void ReadEach(Func<string, string> sql, IReadOnlyList<Guid> before, IEnumerable<Guid> ids, Action<Statement> each)
    {
        foreach (var chunk in ids.Chunk(MostInAList))
        {
            // Lists of few different lengths, so that few statements are prepared: what is too long repeats the last id.
            var size = chunk.Length == 1 ? 1 : PendingWrites.PowerOfTwo((chunk.Length * 2) - 1);
            var first = before.Count + 1;
            var statement = PrepareQuery(sql(string.Join(',', Enumerable.Range(first, size).Select(i => "?" + i.ToString(CultureInfo.InvariantCulture)))));
            for (var i = 0; i < before.Count; i++) statement.Bind(i + 1, before[i]);
            for (var i = 0; i < size; i++) statement.Bind(first + i, chunk[Math.Min(i, chunk.Length - 1)]);
            while (statement.Step()) each(statement);
        }
    }

    /// <summary>To be called before a statement with <c>dv_code</c> runs.</summary>
    public void ForgetTextCodes() => codes.Clear();

    /// <summary>Runs SQL once, without keeping it prepared.</summary>
    public void Execute(string sql)
    {
        Pending?.Flush();
        Watch?.Invoke(sql);
        using var statement = new Statement(database, sql);
        statement.Run();
    }

    public void Dispose()
    {
        ForgetQueries();
        foreach (var statement in statements.Values) statement.Dispose();
        connection.Dispose();
        if (codesForSqlite.IsAllocated) codesForSqlite.Free();
        if (tallyForSqlite.IsAllocated) tallyForSqlite.Free();
    }

    private void Require(int code)
    {
        if (code != raw.SQLITE_OK) throw StorageException.From(database, code, "setting up the connection");
    }

    // A definition that cannot be bound leaves the tables that stay the same as they were.
    private void Bind(Dictionary<string, TableLayout> layouts)
    {
        try
        {
            Calculated.Bind(layouts);
        }
        catch (FormulaException problem)
        {
            Calculated.Bind(Layouts);
            throw PlatformErrors.NotSupportedHere(problem.Message);
        }
    }

    private void Require(StoreTransaction transaction)
    {
        if (transaction.Depth != Depth - 1) throw new InvalidOperationException("Transactions end in the opposite order of their begin.");
    }

    private void ForgetQueries()
    {
        foreach (var sql in new List<string>(queries.Keys))
        {
            if (queries[sql].InUse) continue;
            queries[sql].Dispose();
            queries.Remove(sql);
        }
    }

    /// <summary>A number kept under a name; 0 when there is none.</summary>
    public long Counter(string name)
    {
        if (Pending?.Counter(name) is { } known) return known;
        var statement = Prepare("SELECT value FROM \"$counter\" WHERE name = ?1");
        statement.Bind(1, name);
        var value = 0L;
        if (statement.Step())
        {
            value = statement.Int64(0);
            statement.Reset();
        }
        Pending?.Keep(name, value, changed: false);
        return value;
    }

    /// <summary>Keeps a number under a name.</summary>
    public void SetCounter(string name, long value)
    {
        if (Pending is { } pending) pending.Keep(name, value, changed: true);
        else WriteCounter(name, value);
    }

    private void WriteCounter(string name, long value)
    {
        var statement = Prepare("INSERT INTO \"$counter\"(name, value) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET value = ?2");
        statement.Bind(1, name);
        statement.Bind(2, value);
        Unnoticed(() => statement.Run());
    }

    private void Like(sqlite3_context context, object userData, sqlite3_value[] arguments)
    {
        if (raw.sqlite3_value_type(arguments[0]) == raw.SQLITE_NULL || raw.sqlite3_value_type(arguments[1]) == raw.SQLITE_NULL)
        {
            raw.sqlite3_result_null(context);
            return;
        }
        var pattern = raw.sqlite3_value_text(arguments[1]).utf8_to_string();
        if (like is null || pattern != likeText)
        {
            like = new LikePattern(pattern);
            likeText = pattern;
        }
        raw.sqlite3_result_int(context, like.Matches(raw.sqlite3_value_text(arguments[0]).utf8_to_string()) ? 1 : 0);
    }
}
