using System;
using Local.Dataverse.Pipeline;

namespace Local.Dataverse.Columns.Rollups;

/// <summary>The recurring system job "Calculate Rollup Field": once an hour every rollup column of every row.</summary>
/// <remarks>The platform calculates a new column for the first time twelve hours after its import; here the first run comes at once.</remarks>
internal static class RollupJob
{
    private const string LastRun = "rollup.lastrun";
    private const int SecondsBetweenRuns = 3600;

    /// <summary>Calculates when an hour has passed since the last time.</summary>
    /// <returns>How many columns were calculated.</returns>
    public static int RunDue(Organization organization)
    {
        var now = organization.UtcNow;
        var seconds = (now.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
        if (organization.Store.Counter(LastRun) is var last && last > 0 && seconds - last < SecondsBetweenRuns) return 0;
        using var unit = new UnitOfWork(organization, new RequestRun());
        var ran = unit.Within(core =>
        {
            var count = 0;
            foreach (var (layout, slot) in core.Rollups.All())
            {
                core.Rollups.CalculateAll(layout, slot, now);
                count++;
            }
            if (count > 0) organization.Store.SetCounter(LastRun, seconds);
            return count;
        });
        unit.Commit();
        return ran;
    }
}
