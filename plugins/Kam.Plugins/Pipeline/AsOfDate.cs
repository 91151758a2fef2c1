using System;
using System.Globalization;
using Kam.Rules.Vocabulary;

namespace Kam.Plugins.Pipeline;

/// <summary>The day a computation stands for: the AsOf parameter's UTC day, today when it is left out.</summary>
internal static class AsOfDate
{
    private static readonly DateTime Earliest = new(1990, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static DateTime Today(Request request) => DateTime.SpecifyKind(request.Context.OperationCreatedOn.Date, DateTimeKind.Utc);

    /// <exception cref="RefusalException">KAM-GEN-003: after today, or before anything a CRM knows.</exception>
    public static DateTime Of(Request request)
    {
        var today = Today(request);
        if (request.Optional<DateTime?>("AsOf") is not { } given) return today;
        var asOf = Period.DayOf(given.Kind == DateTimeKind.Local ? given.ToUniversalTime() : DateTime.SpecifyKind(given, DateTimeKind.Utc));
        if (asOf >= Earliest && asOf <= today) return asOf;
        var value = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        throw RequestParameters.Invalid("AsOf", value, $"{Earliest:yyyy-MM-dd} – {today:yyyy-MM-dd}");
    }
}
