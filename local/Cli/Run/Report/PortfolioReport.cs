using System.Collections.Generic;
using System.Linq;
using Local.Cli.Commands;
using Spectre.Console;

namespace Local.Cli.Run.Report;

/// <summary>The report a sales lead reads: who our customers are, who looks after them, what else they could buy, what they pay and what is left of it.</summary>
internal static class PortfolioReport
{
    /// <summary>Every section, in the order in which it is prepared and read.</summary>
    public static IReadOnlyList<ReportSection> Sections { get; } =
    [
        new SegmentSection(),
        new LoadSection(),
        new BalanceSection(),
        new WhitespaceSection(),
        new CorridorSection(),
        new GrowthSection(),
        new ContradictionSection(),
    ];

    /// <summary>Has the solution work out whatever the sections show, a stage each.</summary>
    public static void Prepare(ReportRun run, Display display)
    {
        foreach (var section in Sections.Where(section => section.Stage is not null)) display.Stage(section.Stage!, share => section.Prepare(run, share));
    }

    /// <summary>Prints the sections, each under its heading.</summary>
    public static void Show(ReportRun run, IAnsiConsole console)
    {
        foreach (var section in Sections)
        {
            console.WriteLine();
            console.Write(new Rule($"[bold]{Markup.Escape(section.Title)}[/]").LeftJustified().RuleStyle(Style.Parse("grey")));
            section.Show(run, console);
        }
    }
}
