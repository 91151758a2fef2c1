using System;
using Spectre.Console;

namespace Local.Cli.Run.Report;

/// <summary>
/// One thing a sales lead reads in the portfolio report. Each section is one file of this folder, named after what it says, and one line of <see cref="PortfolioReport.Sections"/>.
/// </summary>
/// <remarks>It reads rows and calls custom APIs as a flow would; what a name of the solution means stays within the section that uses it.</remarks>
internal abstract class ReportSection
{
    /// <summary>Heading over the section.</summary>
    public abstract string Title { get; }

    /// <summary>What is shown while <see cref="Prepare"/> works; null when the section only reads rows that are there.</summary>
    public virtual string? Stage => null;

    /// <summary>Has the solution work out what the section shows. Sections are prepared in their order, so one may stand on the rows of those before it.</summary>
    /// <param name="run">The organisation and the day.</param>
    /// <param name="share">Told how much is done, 0 to 1; a section that cannot say need not.</param>
    public virtual void Prepare(ReportRun run, IProgress<double> share)
    {
    }

    /// <summary>Writes the section below its heading. Where there is nothing to say, it says that and why.</summary>
    public abstract void Show(ReportRun run, IAnsiConsole console);
}
