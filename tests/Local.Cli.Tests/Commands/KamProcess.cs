using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace Local.Cli.Tests.Commands;

/// <summary>The program as people start it: a process of its own, with its exit code and what it says.</summary>
internal sealed class KamProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> error;

    private KamProcess(string folder, string? path, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "kam.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (path is not null) start.Environment["PATH"] = path;
        process = Process.Start(start)!;
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>How a command ended.</summary>
    internal sealed record Ended(int ExitCode, string Output, string Error);

    /// <summary>Runs a command to its end.</summary>
    /// <param name="folder">Where it is started.</param>
    /// <param name="arguments">The command line.</param>
    public static Ended Run(string folder, params string[] arguments) => RunWithPath(folder, null, arguments);

    /// <summary>Runs a command that finds programs only in these folders.</summary>
    public static Ended RunWithPath(string folder, string? path, params string[] arguments)
    {
        using var kam = new KamProcess(folder, path, arguments);
        var output = kam.process.StandardOutput.ReadToEnd();
        kam.process.WaitForExit();
        return new Ended(kam.process.ExitCode, output, kam.error.Result);
    }

    /// <summary>Starts a command and goes on.</summary>
    public static KamProcess Start(string folder, params string[] arguments) => new(folder, null, arguments);

    /// <summary>Waits for a line that begins with these words; false when the program ends without it.</summary>
    public bool WaitFor(string words) => Line(words) is not null;

    /// <summary>Waits for a line that begins with these words and gives what follows them; null when the program ends without it.</summary>
    public string? Line(string words)
    {
        while (process.StandardOutput.ReadLine() is { } line)
            if (line.StartsWith(words, StringComparison.Ordinal)) return line[words.Length..].Trim();
        return null;
    }

    public bool HasEnded => process.HasExited;

    /// <summary>Ends it at once, without a chance to clean up (SIGKILL).</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }
}
