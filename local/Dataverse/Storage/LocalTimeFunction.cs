using System;
using SQLitePCL;

namespace Local.Dataverse.Storage;

/// <summary>The SQL function <c>dv_local(seconds, zone)</c>: what a clock in a time zone shows, as seconds since 1970 on that clock.</summary>
internal sealed class LocalTimeFunction
{
    public const string Name = "dv_local";

    private string? id;
    private TimeZoneInfo zone = TimeZoneInfo.Utc;

    /// <summary>Makes the function known to a database.</summary>
    public static void AddTo(sqlite3 database)
    {
        var function = new LocalTimeFunction();
        raw.sqlite3_create_function(database, Name, 2, raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC, null, function.Call);
    }

    private void Call(sqlite3_context context, object userData, sqlite3_value[] arguments)
    {
        if (raw.sqlite3_value_type(arguments[0]) == raw.SQLITE_NULL)
        {
            raw.sqlite3_result_null(context);
            return;
        }
        var asked = raw.sqlite3_value_text(arguments[1]).utf8_to_string();
        if (asked != id) (zone, id) = (TimeZoneInfo.FindSystemTimeZoneById(asked), asked);
        var seconds = raw.sqlite3_value_int64(arguments[0]);
        var offset = zone.GetUtcOffset(DateTime.UnixEpoch.AddSeconds(seconds));
        raw.sqlite3_result_int64(context, seconds + (long)offset.TotalSeconds);
    }
}
