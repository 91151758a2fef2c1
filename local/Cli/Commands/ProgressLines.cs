using System;
using System.Diagnostics;
using System.Globalization;
using Local.Cli.Loading;
using Spectre.Console;

namespace Local.Cli.Commands;

/// <summary>A line when a stage is over, and one now and then while a long one goes on: for files and build logs.</summary>
internal sealed class ProgressLines(IAnsiConsole console) : Display
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override T Stage<T>(string name, Func<IProgress<double>, T> work)
    {
        Write(name, "…");
        var share = new Share(this, name);
        var result = work(share);
        share.Done();
        return result;
    }

    /// <inheritdoc/>
    public override IProgress<LoadProgress> LoadProgress() => new Steps(this);

    private void Write(string stage, string state) => console.WriteLine($"{stage,-24} {state}");

    private sealed class Share(ProgressLines lines, string stage) : IProgress<double>
    {
        private readonly Stopwatch watch = Stopwatch.StartNew();
        private TimeSpan last;

        public void Report(double value)
        {
            if (value >= 1 || watch.Elapsed - last < Quiet) return;
            last = watch.Elapsed;
            lines.Write(stage, value.ToString("0 %", CultureInfo.InvariantCulture));
        }

        public void Done() => lines.Write(stage, string.Create(CultureInfo.InvariantCulture, $"done in {watch.Elapsed.TotalSeconds:0.0} s"));
    }

    private sealed class Steps(ProgressLines lines) : IProgress<LoadProgress>
    {
        private Share? share;
        private string? step;

        public void Report(LoadProgress value)
        {
            if (step != value.Step)
            {
                step = value.Step;
                share = new Share(lines, $"Load {value.Step}");
            }
            // A file is read to its end before its last rows are stored; whoever loads says 1 when both are over.
            if (value.Share >= 1) share!.Done();
            else share!.Report(value.Share);
        }
    }
}
