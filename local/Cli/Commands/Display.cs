using System;
using System.Linq;
using Local.Cli.Loading;
using Spectre.Console;

namespace Local.Cli.Commands;

/// <summary>Progress and reports on the terminal; plain lines when the output goes to a file.</summary>
internal sealed class Display
{
    private readonly ProgressContext progress;

    private Display(ProgressContext progress) => this.progress = progress;

    /// <summary>Runs work that shows bars while it goes on.</summary>
    public static T WithProgress<T>(Func<Display, T> work)
    {
        T result = default!;
        Console().Progress()
            .HideCompleted(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
            .Start(context => result = work(new Display(context)));
        return result;
    }

    /// <summary>The terminal; wide enough for the tables when the output is redirected and has no width of its own.</summary>
    public static IAnsiConsole Console()
    {
        if (System.Console.IsOutputRedirected) AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 160);
        return AnsiConsole.Console;
    }

    /// <summary>One stage with a bar; work without a measure shows as busy until it is done.</summary>
    public T Stage<T>(string name, Func<IProgress<double>, T> work)
    {
        var task = progress.AddTask(Markup.Escape(name), maxValue: 1);
        task.IsIndeterminate = true;
        var result = work(new Share(task));
        task.IsIndeterminate = false;
        task.Value = 1;
        task.StopTask();
        return result;
    }

    /// <summary>A stage whose result nobody needs.</summary>
    public void Stage(string name, Action<IProgress<double>> work) => Stage(name, share => { work(share); return true; });

    /// <summary>A bar per step of a load, added when the step begins.</summary>
    public IProgress<LoadProgress> LoadProgress() => new LoadBars(progress);

    /// <summary>What a load did.</summary>
    public static void Show(LoadReport report)
    {
        var console = Console();
        var table = new Table().Border(TableBorder.Simple).AddColumns("Step", "Table")
            .AddColumn(new TableColumn("Created").RightAligned()).AddColumn(new TableColumn("Lines").RightAligned())
            .AddColumn(new TableColumn("There before").RightAligned()).AddColumn("Left out by the mapping");
        foreach (var step in report.Steps)
            table.AddRow(step.Step, step.Table, $"{step.Created:N0}", step.Lines == 0 ? "" : $"{step.Lines:N0}", $"{step.AlreadyThere:N0}",
                Markup.Escape(string.Join(", ", step.Skipped.Select(s => $"{s.Value:N0} lines: {s.Key}"))));
        console.Write(table);

        if (report.Rejected.Count == 0)
        {
            console.MarkupLine("No line was rejected.");
            return;
        }
        console.MarkupLine($"[yellow]{report.Rejected.Count:N0} lines were rejected[/] (all of them with --rejected FILE):");
        foreach (var line in report.Rejected.Take(10)) console.MarkupLineInterpolated($"  {line.File}, line {line.Line}: {line.Reason}");
    }

    private sealed class Share(ProgressTask task) : IProgress<double>
    {
        public void Report(double value)
        {
            task.IsIndeterminate = false;
            task.Value = value;
        }
    }

    private sealed class LoadBars(ProgressContext progress) : IProgress<LoadProgress>
    {
        private ProgressTask? bar;
        private string? step;

        public void Report(LoadProgress value)
        {
            if (step != value.Step)
            {
                if (bar is not null) bar.Value = 1;
                bar = progress.AddTask($"  {Markup.Escape(value.Step)}", maxValue: 1);
                step = value.Step;
            }
            bar!.Value = value.Share;
        }
    }
}
