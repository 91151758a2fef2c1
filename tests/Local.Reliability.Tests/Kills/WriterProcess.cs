using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Local.Reliability.Tests.Kills;

/// <summary>The writer, started and killed.</summary>
internal static class WriterProcess
{
    private static readonly string program = Path.Combine(AppContext.BaseDirectory, "Local.Reliability.Writer.dll");

    /// <summary>Lets the writer run, kills it without warning and says what it acknowledged.</summary>
    /// <param name="path">The file of the organisation.</param>
    /// <param name="firstRequest">With which request it begins.</param>
    /// <param name="requests">How many requests it acknowledges before its time begins to run.</param>
    /// <param name="delay">How long it lives after that; below zero, so long after it was started, whether its file is open or not.</param>
    /// <returns>How many requests it acknowledged.</returns>
    public static int RunAndKill(string path, int firstRequest, int requests, TimeSpan delay)
    {
        using var process = Start(path, firstRequest.ToString(CultureInfo.InvariantCulture));
        var acknowledged = firstRequest;
        var errors = process.StandardError.ReadToEndAsync();
        if (delay >= TimeSpan.Zero)
        {
            var line = process.StandardOutput.ReadLine();
            if (line != "open") throw new InvalidOperationException($"The writer did not open the file: {line} {errors.Result}");
            using var killer = new Timer(_ => process.Kill(), null, requests == 0 ? delay : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            acknowledged = Read(process, acknowledged, next =>
            {
                if (next == firstRequest + requests) killer.Change(delay, Timeout.InfiniteTimeSpan);
            });
        }
        else
        {
            Thread.Sleep(-delay);
            process.Kill();
            acknowledged = Read(process, acknowledged, static _ => { });
        }
        RequireKilled(process, errors);
        return acknowledged - firstRequest;
    }

    /// <summary>Lets the writer import a solution, and kills it so long after its file is open.</summary>
    /// <returns>Whether it said that the import is done.</returns>
    public static bool ImportAndKill(string path, string zip, TimeSpan delay)
    {
        using var process = Start(path, "import", zip);
        var errors = process.StandardError.ReadToEndAsync();
        var line = process.StandardOutput.ReadLine();
        if (line != "open") throw new InvalidOperationException($"The writer did not open the file: {line} {errors.Result}");
        using var killer = new Timer(_ => process.Kill(), null, delay, Timeout.InfiniteTimeSpan);
        var imported = process.StandardOutput.ReadToEnd().StartsWith("imported", StringComparison.Ordinal);
        RequireKilled(process, errors);
        return imported;
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static void RequireKilled(Process process, Task<string> errors)
    {
        const int killed = 128 + 9;
        process.WaitForExit();
        if (process.ExitCode != killed) throw new InvalidOperationException($"The writer ended by itself ({process.ExitCode}): {errors.Result}");
    }

    // Lines that the writer wrote before it was killed stay in the pipe; the last may be cut off.
    private static int Read(Process process, int expected, Action<int> acknowledged)
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line == "open") continue;
            if (!int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var request)) break;
            if (request != expected) throw new InvalidOperationException($"The writer acknowledged request {request} instead of {expected}.");
            acknowledged(++expected);
        }
        return expected;
    }
}
