using System;
using Local.Dataverse.Queries.Calendars;
using Local.Dataverse.Schema;
using Local.Dataverse.Security;

namespace Local.Dataverse;

/// <summary>On whose behalf and when an operation runs; one per request.</summary>
internal sealed record RequestContext
{
    /// <summary>The user whose rights count and who is written as creator and modifier.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The user who sent the request.</summary>
    public required Guid InitiatingUserId { get; init; }

    public required DateTime UtcNow { get; init; }

    public required DataverseSchema Schema { get; init; }

    /// <summary>LCID in which labels and formatted values are given.</summary>
    public int LanguageCode { get; init; } = 1033;

    /// <summary>LCID by which numbers and dates are written in formatted values; null: as in the main form of the language.</summary>
    public int? LocaleId { get; init; }

    /// <summary>The user's time zone, and how the organisation's weeks and fiscal years run.</summary>
    public UserCalendar Calendar { get; init; } = UserCalendar.Utc;

    /// <summary>
    /// The engine itself writes: columns that no request may set are taken as given, and columns the platform would require of a request may be
    /// missing. For the rows an organisation begins with, imported components, jobs and traces.
    /// </summary>
    public bool ByPlatform { get; init; }

    /// <summary>What the user may do; null when everything: an administrator, SYSTEM, or the platform's own work on behalf of the user.</summary>
    public CallerAccess? Access { get; init; }

    /// <summary>The same user with every right, for what the platform itself reads and writes while it carries out a request.</summary>
    public RequestContext Unrestricted() => Access is null ? this : this with { Access = null };
}
