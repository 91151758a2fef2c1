using System;
using System.Diagnostics;

namespace Kam.Plugins.Pipeline;

/// <summary>How long a call has worked already. Long work looks at it between two steps and leaves the rest to the next call, since the platform ends a plug-in after two minutes.</summary>
internal sealed class CallTime
{
    private readonly Stopwatch worked = Stopwatch.StartNew();
    private readonly TimeSpan mayWork;

    /// <param name="seconds">Zero: every look finds the time over, so a call does one step.</param>
    public CallTime(int seconds) => mayWork = TimeSpan.FromSeconds(seconds);

    public bool IsOver => worked.Elapsed >= mayWork;
}
