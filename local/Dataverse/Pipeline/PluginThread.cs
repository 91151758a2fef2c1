using System;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace Local.Dataverse.Pipeline;

/// <summary>
/// The thread on which plug-ins run, so that the one who waits can stop waiting. It is kept and used again; only when a plug-in exceeds the
/// time limit is it left to itself and a new one made. Plug-ins called by plug-ins run on it directly.
/// </summary>
internal sealed class PluginThread : IDisposable
{
    // A few microseconds of spinning usually save two context switches.
    private readonly ManualResetEventSlim started = new(false, 200);
    private Work? work;
    private volatile bool stopped;
    private Thread? thread;

    [ThreadStatic]
    private static bool isPluginThread;

    /// <summary>Runs an action; false when it did not end in time and now runs on alone.</summary>
    public bool Run(Action action, TimeSpan limit)
    {
        if (isPluginThread)
        {
            action();
            return true;
        }
        thread ??= Start();
        var mine = new Work(action);
        work = mine;
        started.Set();
        // On a busy machine the waiting thread may wake late: what counts is how long the plug-in took.
        if (!mine.Done.Wait(limit) || mine.Took > limit)
        {
            stopped = true;
            started.Set();
            return false;
        }
        mine.Failure?.Throw();
        return true;
    }

    /// <summary>Runs something on the calling thread, with whatever plug-ins it wakes: they must not wait for the thread that waits for this one.</summary>
    public static T OnThis<T>(Func<T> action)
    {
        var was = isPluginThread;
        isPluginThread = true;
        try
        {
            return action();
        }
        finally
        {
            isPluginThread = was;
        }
    }

    public void Dispose()
    {
        stopped = true;
        started.Set();
    }

    private Thread Start()
    {
        // Plug-ins format as the platform's servers do, whatever the host's culture is.
        var made = new Thread(Loop, 1 << 23)
        {
            IsBackground = true,
            Name = "Plug-ins",
            CurrentCulture = CultureInfo.GetCultureInfo("en-US"),
            CurrentUICulture = CultureInfo.GetCultureInfo("en-US"),
        };
        made.Start();
        return made;
    }

    private void Loop()
    {
        isPluginThread = true;
        while (true)
        {
            started.Wait();
            if (stopped) return;
            started.Reset();
            var mine = work!;
            mine.Run();
            if (stopped) return;
        }
    }

    private sealed class Work(Action action)
    {
        // Not disposed: an abandoned plug-in sets it whenever it ends, if ever.
        public ManualResetEventSlim Done { get; } = new(false, 200);
        public ExceptionDispatchInfo? Failure { get; private set; }
        public TimeSpan Took { get; private set; }

        public void Run()
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                action();
            }
            catch (Exception exception)
            {
                Failure = ExceptionDispatchInfo.Capture(exception);
            }
            Took = Stopwatch.GetElapsedTime(start);
            Done.Set();
        }
    }
}
