using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Local.Dataverse.Storage;

/// <summary>
/// The few functions of SQLite that run for each value of each row, called without the detour over safe handles and the collector's
/// transition: binding, reading and comparing values was half of what a request cost.
/// </summary>
/// <remarks>None of those marked calls back or waits; whoever calls keeps the statement alive. The library is the one SQLitePCLRaw brings.</remarks>
internal static unsafe partial class NativeSqlite
{
    private const string Library = "e_sqlite3";

    /// <summary>SQLite copies what it is given before the call returns.</summary>
    private const nint Transient = -1;
    private const int Utf8 = 1;

    /// <summary>Types of values.</summary>
    public const int Integer = 1, Characters = 3, Bytes = 4, Null = 5;

    /// <summary>Makes <see cref="TextOrder"/> known under its name.</summary>
    public static int CreateCollation(nint database) =>
        sqlite3_create_collation(database, TextOrder.Collation, Utf8, null, &Compare);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Compare(void* state, int leftLength, byte* left, int rightLength, byte* right) =>
        TextOrder.Compare(new ReadOnlySpan<byte>(left, leftLength), new ReadOnlySpan<byte>(right, rightLength));

    /// <summary>Makes <c>dv_code(text)</c> known: the number <paramref name="codes"/> gives a text, null for null.</summary>
    /// <param name="database">The connection.</param>
    /// <param name="codes">A handle on <see cref="TextCodes"/>, kept until the connection is closed.</param>
    public static int CreateCodeFunction(nint database, GCHandle codes) =>
        sqlite3_create_function(database, "dv_code", 1, Utf8, (void*)GCHandle.ToIntPtr(codes), &Code, null, null);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Code(nint context, int count, nint* arguments)
    {
        if (sqlite3_value_type(arguments[0]) == Null)
        {
            sqlite3_result_null(context);
            return;
        }
        var codes = (TextCodes)GCHandle.FromIntPtr(sqlite3_user_data(context)).Target!;
        sqlite3_result_int64(context, codes.Of(Text(arguments[0])));
    }

    /// <summary>Makes the aggregate <see cref="Tally"/> known; its result is the number of groups.</summary>
    /// <param name="database">The connection.</param>
    /// <param name="tally">A handle on it, kept until the connection is closed.</param>
    public static int CreateTallyFunction(nint database, GCHandle tally) =>
        sqlite3_create_function(database, "dv_tally", -1, Utf8, (void*)GCHandle.ToIntPtr(tally), null, &AddToTally, &EndTally);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void AddToTally(nint context, int count, nint* arguments)
    {
        const int error = 1;
        if (!TallyOf(context).Add(arguments)) sqlite3_result_error_code(context, error);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void EndTally(nint context) => sqlite3_result_int64(context, TallyOf(context).Groups.Count);

    private static Tally TallyOf(nint context) => (Tally)GCHandle.FromIntPtr(sqlite3_user_data(context)).Target!;

    public static int TypeOf(nint value) => sqlite3_value_type(value);

    public static long Number(nint value) => sqlite3_value_int64(value);

    public static ReadOnlySpan<byte> Text(nint value)
    {
        var text = sqlite3_value_text(value);
        return new ReadOnlySpan<byte>(text, sqlite3_value_bytes(value));
    }

    public static ReadOnlySpan<byte> Blob(nint value)
    {
        var blob = sqlite3_value_blob(value);
        return new ReadOnlySpan<byte>(blob, sqlite3_value_bytes(value));
    }

    public static void BindText(nint statement, int parameter, ReadOnlySpan<byte> text)
    {
        // An empty span has no address, and SQLite would take that for null.
        byte none = 0;
        fixed (byte* bytes = text) Check(sqlite3_bind_text(statement, parameter, bytes == null ? &none : bytes, text.Length, Transient));
    }

    public static void BindBlob(nint statement, int parameter, ReadOnlySpan<byte> blob)
    {
        fixed (byte* bytes = blob) Check(sqlite3_bind_blob(statement, parameter, bytes, blob.Length, Transient));
    }

    public static ReadOnlySpan<byte> Blob(nint statement, int column)
    {
        var bytes = sqlite3_column_blob(statement, column);
        return new ReadOnlySpan<byte>(bytes, sqlite3_column_bytes(statement, column));
    }

    public static ReadOnlySpan<byte> Text(nint statement, int column)
    {
        var bytes = sqlite3_column_text(statement, column);
        return new ReadOnlySpan<byte>(bytes, sqlite3_column_bytes(statement, column));
    }

    /// <summary>Too long for SQLite, or out of memory: never a value that is silently not bound.</summary>
    /// <remarks>A query may have parameters that the statement at hand does not use.</remarks>
    public static void Check(int code)
    {
        const int range = 25;
        if (code is not (0 or range)) throw new InvalidOperationException($"SQLite refused a value ({code}).");
    }

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int sqlite3_create_collation(nint database, string name, int encoding, void* state, delegate* unmanaged[Cdecl]<void*, int, byte*, int, byte*, int> compare);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int sqlite3_create_function(
        nint database, string name, int arguments, int encoding, void* state, delegate* unmanaged[Cdecl]<nint, int, nint*, void> function, delegate* unmanaged[Cdecl]<nint, int, nint*, void> step,
        delegate* unmanaged[Cdecl]<nint, void> final);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial nint sqlite3_user_data(nint context);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial int sqlite3_value_type(nint value);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial byte* sqlite3_value_text(nint value);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial byte* sqlite3_value_blob(nint value);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial int sqlite3_value_bytes(nint value);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial long sqlite3_value_int64(nint value);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial void sqlite3_result_error_code(nint context, int code);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial void sqlite3_result_null(nint context);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial void sqlite3_result_int64(nint context, long value);

    [LibraryImport(Library)]
    public static partial int sqlite3_step(nint statement);

    [LibraryImport(Library)]
    public static partial int sqlite3_reset(nint statement);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int sqlite3_clear_bindings(nint statement);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int sqlite3_bind_null(nint statement, int parameter);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int sqlite3_bind_int64(nint statement, int parameter, long value);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int sqlite3_bind_double(nint statement, int parameter, double value);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial int sqlite3_bind_text(nint statement, int parameter, byte* text, int length, nint destructor);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial int sqlite3_bind_blob(nint statement, int parameter, byte* blob, int length, nint destructor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int sqlite3_column_type(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long sqlite3_column_int64(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial double sqlite3_column_double(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial byte* sqlite3_column_blob(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial byte* sqlite3_column_text(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial int sqlite3_column_bytes(nint statement, int column);
}
