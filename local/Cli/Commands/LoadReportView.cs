using System.Collections.Generic;
using System.Linq;
using Local.Cli.Loading;
using Spectre.Console;

namespace Local.Cli.Commands;

/// <summary>What a load did: rows by step, lines left out by the mapping, and the first rejected lines with their reasons.</summary>
internal static class LoadReportView
{
    private const int RejectedShown = 10;

    public static void Show(IAnsiConsole console, LoadReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Loaded", "Table")
            .AddColumn(new TableColumn("Rows").RightAligned()).AddColumn(new TableColumn("Lines").RightAligned());
        var isResumed = report.Steps.Exists(step => step.AlreadyThere > 0);
        var leavesOut = report.Steps.Exists(step => step.Skipped.Count > 0);
        if (isResumed) table.AddColumn(new TableColumn("There before").RightAligned());
        if (leavesOut) table.AddColumn("Left out by the mapping");
        foreach (var step in report.Steps)
        {
            List<string> cells = [step.Step, step.Table, $"{step.Created:N0}", step.Lines == 0 ? "" : $"{step.Lines:N0}"];
            if (isResumed) cells.Add($"{step.AlreadyThere:N0}");
            if (leavesOut) cells.Add(string.Join(", ", step.Skipped.Select(s => $"{s.Value:N0} lines: {s.Key}")));
            table.AddRow(cells.Select(cell => new Text(cell)));
        }
        console.Write(table);

        if (report.Rejected.Count == 0)
        {
            console.MarkupLine("No line was rejected.");
            return;
        }
        console.MarkupLineInterpolated($"[yellow]{report.Rejected.Count:N0} lines were rejected[/] (all of them with --rejected FILE):");
        foreach (var line in report.Rejected.Take(RejectedShown)) console.MarkupLineInterpolated($"  {line.File}, line {line.Line}: {line.Reason}");
    }
}
