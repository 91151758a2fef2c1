using System;
using System.Diagnostics;

namespace Kam.Benchmarks.Harness;

/// <summary>Takes the time on the clock and that of the processors.</summary>
internal readonly record struct Clock(long Timestamp, TimeSpan Processor)
{
    public static Clock Start() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

    public (TimeSpan Time, TimeSpan Processor) Stop() => (Stopwatch.GetElapsedTime(Timestamp), Environment.CpuUsage.TotalTime - Processor);
}
