using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;

namespace Kam.Rules.Tests;

/// <summary>Tables of cases that business people read, run as they stand: the rows under one heading of a *.cases.md page.</summary>
public sealed class MarkdownTable
{
    private readonly string[] columns;
    private readonly Dictionary<string, string[]> rows;

    private MarkdownTable(string[] columns, Dictionary<string, string[]> rows)
    {
        this.columns = columns;
        this.rows = rows;
    }

    /// <summary>The rows' first cells: the sentences that name the cases.</summary>
    public TheoryData<string> Cases => [.. rows.Keys];

    /// <summary>The table under a heading. Two rows of one name, a missing heading or a ragged row fail loudly.</summary>
    public static MarkdownTable Under(string heading, string page)
    {
        using var stream = typeof(MarkdownTable).Assembly.GetManifestResourceStream(page)
            ?? throw new FileNotFoundException($"No page {page} among the embedded cases.");
        using var reader = new StreamReader(stream);
        var table = reader.ReadToEnd().Split('\n')
            .SkipWhile(line => line.Trim() != "## " + heading).Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Select(Cells)
            .ToArray();
        if (table.Length < 3) throw new InvalidDataException($"No rows under \"{heading}\" in {page}.");
        if (table.FirstOrDefault(row => row.Length != table[0].Length) is { } ragged) throw new InvalidDataException($"Ragged row: {ragged[0]}");
        return new MarkdownTable(table[0], table.Skip(2).ToDictionary(row => row[0]));
    }

    /// <summary>A cell of a case; empty when the cell is.</summary>
    public string Text(string caseName, string column) => rows[caseName][Place(column)];

    /// <summary>A number of a case; null when the cell is empty. Thousands may be set apart with apostrophes.</summary>
    public decimal? Number(string caseName, string column)
    {
        var cell = Text(caseName, column).Replace("'", "", StringComparison.Ordinal);
        return cell.Length == 0 ? null : decimal.Parse(cell, CultureInfo.InvariantCulture);
    }

    /// <summary>A whole number of a case; 0 when the cell is empty.</summary>
    public int Count(string caseName, string column) => (int)(Number(caseName, column) ?? 0m);

    /// <summary>A day of a case, UTC; null when the cell is empty.</summary>
    public DateTime? Day(string caseName, string column)
    {
        var cell = Text(caseName, column);
        return cell.Length == 0 ? null : DateTime.SpecifyKind(DateTime.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture), DateTimeKind.Utc);
    }

    private int Place(string column)
    {
        var place = Array.IndexOf(columns, column);
        return place >= 0 ? place : throw new InvalidDataException($"No column \"{column}\".");
    }

    private static string[] Cells(string line) => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray();
}
