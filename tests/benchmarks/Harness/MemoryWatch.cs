using System;
using System.Threading;

namespace Kam.Benchmarks.Harness;

/// <summary>Looks at the process's memory some times a second, and keeps the most it saw.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly Timer timer;
    private long peak;

    public MemoryWatch()
    {
        StartedAt = peak = Environment.WorkingSet;
        timer = new Timer(_ => Look(), null, 0, 100);
    }

    /// <summary>Working set at the beginning, bytes.</summary>
    public long StartedAt { get; }

    /// <summary>Largest working set seen, bytes.</summary>
    public long Peak
    {
        get
        {
            Look();
            return Interlocked.Read(ref peak);
        }
    }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        var now = Environment.WorkingSet;
        long seen;
        while (now > (seen = Interlocked.Read(ref peak)) && Interlocked.CompareExchange(ref peak, now, seen) != seen) { }
    }
}
