using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Sylvan.Data.Csv;

namespace Local.Cli.Loading;

/// <summary>A CSV file (or .csv.gz), read line by line: UTF-8, comma, header row, quotes doubled. Never held whole in memory.</summary>
public sealed class CsvFile
{
    private readonly string path;

    /// <summary>File name without folder, as reports show it.</summary>
    public string Name => Path.GetFileName(path);

    public CsvFile(string path)
    {
        if (!File.Exists(path)) throw new LoadException($"{Path.GetFileName(path)} is not in {Path.GetDirectoryName(path)}.");
        this.path = path;
    }

    /// <summary>The lines, each with its number in the file (the header is line 1).</summary>
    /// <param name="position">Told now and then how far in the file (0 to 1) reading is.</param>
    /// <exception cref="LoadException">The file is empty, ends in the middle or is no text in UTF-8.</exception>
    public IEnumerable<CsvLine> Lines(Action<double>? position = null)
    {
        using var file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new WholeGzip(file) : file;
        using var text = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        using var csv = Open(text);
        var fields = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < csv.FieldCount; i++)
            if (!fields.TryAdd(csv.GetName(i), i)) throw new LoadException($"{Name}, line 1: two columns are called '{csv.GetName(i)}'.");

        var number = 1;
        while (Advance(csv, number))
        {
            number++;
            if (number % 2048 == 0) position?.Invoke(file.Length == 0 ? 1 : (double)file.Position / file.Length);
            var values = new string[Math.Min(csv.FieldCount, csv.RowFieldCount)];
            for (var i = 0; i < values.Length; i++) values[i] = csv.GetString(i);
            yield return new CsvLine(this, number, fields, values,
                csv.RowFieldCount == csv.FieldCount ? null : $"has {csv.RowFieldCount} fields, the header has {csv.FieldCount}");
        }
        position?.Invoke(1);
    }

    private CsvDataReader Open(TextReader text)
    {
        try
        {
            if (text.Peek() < 0) throw new LoadException($"{Name} is empty; a header row is expected.");
            return CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = true, BufferSize = 1 << 16, MaxBufferSize = 1 << 24, Delimiter = ',' });
        }
        catch (Exception error) when (IsUnreadable(error)) { throw Unreadable("line 1", error); }
    }

    private bool Advance(CsvDataReader csv, int number)
    {
        try { return csv.Read(); }
        catch (Exception error) when (IsUnreadable(error)) { throw Unreadable($"after line {number}", error); }
    }

    private static bool IsUnreadable(Exception error) => error is CsvFormatException or DecoderFallbackException or IOException or InvalidDataException or FormatException;

    private LoadException Unreadable(string where, Exception error) =>
        new($"{Name}, {where}: the file cannot be read on ({error.Message}). Is it UTF-8 CSV with a comma, and complete?", error);
}

/// <summary>One line of a CSV file.</summary>
public sealed class CsvLine
{
    private readonly Dictionary<string, int> fields;
    private readonly string[] values;

    public CsvFile File { get; }
    /// <summary>Number in the file; the header is line 1.</summary>
    public int Number { get; }
    /// <summary>Why the line cannot be used at all; null when it can. Its first fields can be read all the same, to tell what it belonged to.</summary>
    public string? Defect { get; }

    internal CsvLine(CsvFile file, int number, Dictionary<string, int> fields, string[] values, string? defect)
    {
        File = file;
        Number = number;
        this.fields = fields;
        this.values = values;
        Defect = defect;
    }

    /// <summary>The text of a field, empty when there is none on this line.</summary>
    /// <exception cref="LoadException">The file has no such column.</exception>
    public string this[string field] => fields.TryGetValue(field, out var index)
        ? index < values.Length ? values[index] : ""
        : throw new LoadException($"{File.Name} has no column '{field}'; it has {string.Join(", ", fields.Keys)}.");
}
