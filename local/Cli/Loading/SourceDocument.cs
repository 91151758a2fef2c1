using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Local.Cli.Loading;

/// <summary>One document while its lines come in: header row, line rows, and what is wrong with them.</summary>
internal sealed class SourceDocument(string key, Guid id)
{
    private readonly List<string> headerProblems = [];

    public string Key { get; } = key;
    public Guid Id { get; } = id;
    public Entity? Header { get; private set; }
    public List<SourceLine> Lines { get; } = [];
    /// <summary>What is wrong with the document as a whole; null when nothing.</summary>
    public string? Problem { get; set; }

    /// <summary>Header and every line can be stored.</summary>
    public bool IsSound => Problem is null && Header is not null && Lines.TrueForAll(l => l.Row is not null);

    public void Build(RowBuilder builder, CsvLine line)
    {
        Header = builder.Build(Id, line, headerProblems);
        if (Header is null) Problem = string.Join("; ", headerProblems);
    }

    public void Add(CsvLine line, RowBuilder builder, Guid lineId, EntityReference header, string parentColumn)
    {
        var problems = new List<string>();
        var row = builder.Build(lineId, line, problems);
        if (row is not null) row[parentColumn] = header;
        Lines.Add(new SourceLine(line, row, problems.Count == 0 ? null : string.Join("; ", problems)));
    }

    /// <summary>Puts every line into the report: its own reason, the document's, or that it goes with a bad neighbour.</summary>
    public void RejectIn(LoadSession session, string? reason)
    {
        foreach (var line in Lines) session.Reject(line.Line, line.Problem ?? reason ?? "another line of the same document is rejected", Key);
    }

    internal sealed record SourceLine(CsvLine Line, Entity? Row, string? Problem);
}
