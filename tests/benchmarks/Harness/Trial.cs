using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Benchmarks.Harness;

/// <summary>What the runs of a workload needed: of each figure the median; of an even number of runs the larger of the two in the middle.</summary>
/// <param name="Milliseconds">On the clock.</param>
/// <param name="ProcessorMilliseconds">Of all threads of the process, compiler and collector included: what is left to compare by on a machine that has other work.</param>
/// <param name="AllocatedBytes">Managed memory allocated.</param>
internal sealed record Timing(double Milliseconds, double ProcessorMilliseconds, long AllocatedBytes);

/// <summary>Runs a workload some times: first once to warm up, then counted, the garbage collected before each run, the answer checked after it.</summary>
internal static class Trial
{
    /// <param name="runs">Counted runs.</param>
    /// <param name="prepare">Makes what one run works on; not timed.</param>
    /// <param name="work">What is timed.</param>
    /// <param name="check">Throws unless the answer is right; not timed.</param>
    /// <param name="warmUp">Whether a run that does not count comes first; one of minutes needs none.</param>
    public static Timing Of<TState, TAnswer>(int runs, Func<TState> prepare, Func<TState, TAnswer> work, Action<TState, TAnswer> check, bool warmUp = true)
    {
        var measured = new List<Timing>();
        for (var run = warmUp ? 0 : 1; run <= runs; run++)
        {
            var state = prepare();
            try
            {
                Collect();
                var bytes = GC.GetTotalAllocatedBytes(precise: true);
                var clock = Clock.Start();
                var answer = work(state);
                var (time, processor) = clock.Stop();
                bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
                check(state, answer);
                if (run > 0) measured.Add(new Timing(time.TotalMilliseconds, processor.TotalMilliseconds, bytes));
            }
            finally
            {
                (state as IDisposable)?.Dispose();
            }
        }
        return new Timing(Median(measured, m => m.Milliseconds), Median(measured, m => m.ProcessorMilliseconds), Median(measured, m => m.AllocatedBytes));
    }

    private static T Median<T>(List<Timing> timings, Func<Timing, T> figure) => timings.Select(figure).Order().ElementAt(timings.Count / 2);

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
