using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace Kam.Benchmarks.Harness;

/// <summary>What repeated runs of one workload needed.</summary>
/// <param name="Times">One for each counted run.</param>
/// <param name="AllocatedBytes">Managed memory allocated in the run of the median time.</param>
internal sealed record Timing(IReadOnlyList<TimeSpan> Times, long AllocatedBytes)
{
    /// <summary>The middle time; of an even number the slower of the two in the middle.</summary>
    public double Milliseconds => Times.Order().ElementAt(Times.Count / 2).TotalMilliseconds;
}

/// <summary>Runs a workload some times: first once to warm up, then counted, the garbage collected before each run, the answer checked after it.</summary>
internal static class Trial
{
    /// <param name="runs">Counted runs.</param>
    /// <param name="prepare">Makes what one run works on; not timed.</param>
    /// <param name="work">What is timed.</param>
    /// <param name="check">Throws unless the answer is right; not timed.</param>
    public static Timing Of<TState, TAnswer>(int runs, Func<TState> prepare, Func<TState, TAnswer> work, Action<TState, TAnswer> check)
    {
        var measured = new List<(TimeSpan Time, long Bytes)>();
        for (var run = 0; run <= runs; run++)
        {
            var state = prepare();
            try
            {
                Collect();
                var bytes = GC.GetTotalAllocatedBytes(precise: true);
                var watch = Stopwatch.GetTimestamp();
                var answer = work(state);
                var time = Stopwatch.GetElapsedTime(watch);
                bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
                check(state, answer);
                if (run > 0) measured.Add((time, bytes));
            }
            finally
            {
                (state as IDisposable)?.Dispose();
            }
        }
        var sorted = measured.OrderBy(m => m.Time).ToList();
        return new Timing(measured.ConvertAll(m => m.Time), sorted[sorted.Count / 2].Bytes);
    }

    /// <summary>The same over something that all runs share and none changes.</summary>
    public static Timing Of<TAnswer>(int runs, Func<TAnswer> work, Action<TAnswer> check) =>
        Of(runs, () => 0, _ => work(), (_, answer) => check(answer));

    public static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
