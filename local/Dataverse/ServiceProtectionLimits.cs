using System;

namespace Local.Dataverse;

/// <summary>How much one user may ask of the organisation in a sliding window: the platform's service protection API limits.</summary>
/// <remarks>
/// https://learn.microsoft.com/power-apps/developer/data-platform/api-limits. Only requests from outside count: an ExecuteMultiple, an
/// ExecuteTransaction and a $batch as one each, with the execution time of all they hold; what plug-ins send adds to the execution time of the
/// request that woke them. A request beyond a limit is refused with the platform's fault, which says in
/// <c>ErrorDetails["Retry-After"]</c> how long to wait.
/// </remarks>
public sealed record ServiceProtectionLimits
{
    /// <summary>Requests in the window.</summary>
    public int Requests { get; init; } = 6000;

    /// <summary>Combined execution time of the requests in the window.</summary>
    public TimeSpan ExecutionTime { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>Requests at the same time, those that wait for others included.</summary>
    public int ConcurrentRequests { get; init; } = 52;

    /// <summary>Length of the window.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What the platform allows a user on each of its servers.</summary>
    public static ServiceProtectionLimits Platform { get; } = new();
}
