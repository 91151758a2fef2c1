using System;
using System.Globalization;
using System.Linq;

namespace Kam.Benchmarks.Harness;

/// <summary>Prints figures row by row as a Markdown table, so that they go into the README as they stand.</summary>
internal sealed class MarkdownTable
{
    private readonly int width;

    public MarkdownTable(string title, params string[] columns)
    {
        width = columns.Length;
        Console.WriteLine();
        Console.WriteLine("### " + title);
        Row(columns);
        Console.WriteLine("|" + string.Concat(columns.Select((_, i) => i == 0 ? "---|" : "---:|")));
    }

    public void Row(params object[] cells)
    {
        if (cells.Length != width) throw new ArgumentException($"The table has {width} columns.", nameof(cells));
        Console.WriteLine("| " + string.Join(" | ", cells.Select(Text)) + " |");
    }

    private static string Text(object cell) => cell switch
    {
        double number => number.ToString(Math.Abs(number) switch { >= 100 => "N0", >= 10 => "N1", _ => "N2" }, CultureInfo.InvariantCulture),
        int or long => string.Format(CultureInfo.InvariantCulture, "{0:N0}", cell),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}
