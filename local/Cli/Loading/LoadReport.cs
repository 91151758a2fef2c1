using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Local.Cli.Loading;

/// <summary>A line that was not loaded, and why.</summary>
/// <param name="Document">The document it belongs to, when the whole document was refused with it.</param>
public sealed record RejectedLine(string File, int Line, string Reason, string? Document = null);

/// <summary>What a step did.</summary>
public sealed class StepReport(string step, string table)
{
    public string Step { get; } = step;
    public string Table { get; } = table;
    /// <summary>Rows created now.</summary>
    public int Created { get; internal set; }
    /// <summary>Rows that were there from an earlier, maybe interrupted, load.</summary>
    public int AlreadyThere { get; internal set; }
    /// <summary>Lines of documents created now.</summary>
    public int Lines { get; internal set; }
    /// <summary>Lines left out by a rule of the mapping, by reason.</summary>
    public SortedDictionary<string, int> Skipped { get; } = new(StringComparer.Ordinal);
}

/// <summary>What a load did: counts by step and every rejected line with its reason.</summary>
public sealed class LoadReport
{
    public List<StepReport> Steps { get; } = [];
    public List<RejectedLine> Rejected { get; } = [];
    /// <summary>The last day on which a document was dated; null when there are none.</summary>
    public DateTime? LastDocumentOn { get; internal set; }

    /// <summary>Writes the rejected lines as CSV: file, line, document, reason.</summary>
    public void WriteRejected(string path)
    {
        static string Quote(string text) => '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
        File.WriteAllLines(path, Rejected.Select(r => $"{Quote(r.File)},{r.Line},{Quote(r.Document ?? "")},{Quote(r.Reason)}").Prepend("file,line,document,reason"), new UTF8Encoding(false));
    }
}

/// <summary>How far a load is: a step and a share between 0 and 1.</summary>
public readonly record struct LoadProgress(string Step, double Share);
