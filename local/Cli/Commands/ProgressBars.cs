using System;
using Local.Cli.Loading;
using Spectre.Console;

namespace Local.Cli.Commands;

/// <summary>A bar for each stage, on a terminal.</summary>
internal sealed class ProgressBars(ProgressContext progress) : Display
{
    /// <inheritdoc/>
    public override T Stage<T>(string name, Func<IProgress<double>, T> work)
    {
        var task = progress.AddTask(Markup.Escape(name), maxValue: 1);
        task.IsIndeterminate = true;
        var result = work(new Share(task));
        task.IsIndeterminate = false;
        task.Value = 1;
        task.StopTask();
        return result;
    }

    /// <inheritdoc/>
    public override IProgress<LoadProgress> LoadProgress() => new Steps(progress);

    private sealed class Share(ProgressTask task) : IProgress<double>
    {
        public void Report(double value)
        {
            task.IsIndeterminate = false;
            task.Value = value;
        }
    }

    private sealed class Steps(ProgressContext progress) : IProgress<LoadProgress>
    {
        private ProgressTask? bar;
        private string? step;

        public void Report(LoadProgress value)
        {
            if (step != value.Step)
            {
                bar = progress.AddTask($"Load {Markup.Escape(value.Step)}", maxValue: 1);
                step = value.Step;
            }
            bar!.Value = value.Share;
            if (value.Share >= 1) bar.StopTask();
        }
    }
}
