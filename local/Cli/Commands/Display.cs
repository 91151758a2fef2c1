using System;
using Local.Cli.Loading;
using Spectre.Console;

namespace Local.Cli.Commands;

/// <summary>Shows how far the work is: moving bars on a terminal, a line for each stage where the output goes to a file or a build log.</summary>
internal abstract class Display
{
    /// <summary>Runs work that shows its stages while it goes on.</summary>
    public static T WithProgress<T>(Func<Display, T> work)
    {
        var console = Console();
        if (!console.Profile.Capabilities.Interactive || System.Console.IsOutputRedirected) return work(new ProgressLines(console));
        T result = default!;
        console.Progress()
            .HideCompleted(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
            .Start(context => result = work(new ProgressBars(context)));
        return result;
    }

    /// <summary>The terminal; wide enough for the tables when the output is redirected and has no width of its own.</summary>
    public static IAnsiConsole Console()
    {
        if (System.Console.IsOutputRedirected) AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 160);
        return AnsiConsole.Console;
    }

    /// <summary>One stage; work that reports no share shows as busy until it is done.</summary>
    public abstract T Stage<T>(string name, Func<IProgress<double>, T> work);

    /// <summary>A stage whose result nobody needs.</summary>
    public void Stage(string name, Action<IProgress<double>> work) => Stage(name, share => { work(share); return true; });

    /// <summary>A bar or line for each step of a load, added when the step begins.</summary>
    public abstract IProgress<LoadProgress> LoadProgress();
}
