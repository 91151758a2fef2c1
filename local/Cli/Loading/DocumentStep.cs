using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Local.Cli.Loading;

/// <summary>Loads headers with their lines. A document is stored whole or not at all: one bad line rejects all its lines, each named in the report.</summary>
internal sealed class DocumentStep(LoadSession session, DocumentMapping mapping, string path)
{
    private const int BatchLines = 2000;

    private readonly StepReport report = new(mapping.Step, mapping.Table);
    private readonly List<SourceDocument> batch = [];
    private readonly Dictionary<string, int> brokenLines = new(StringComparer.Ordinal);
    private int batchLines;

    public void Load()
    {
        session.Begin(report);
        var headerBuilder = session.BuilderFor(path, mapping.Table, mapping.Columns);
        var lineBuilder = session.BuilderFor(path + ".lines", mapping.Lines.Table, mapping.Lines.Columns);
        var headers = mapping.HeaderFile is null ? null : Headers();
        var linesLeft = CountLines();
        var open = new Dictionary<string, SourceDocument>(StringComparer.Ordinal);

        foreach (var line in session.Usable(mapping.File, report, mapping.Key, headers is null ? mapping.SkipWhenEmpty : []))
        {
            var key = line[mapping.Key].Trim();
            if (!open.TryGetValue(key, out var document))
            {
                open[key] = document = new SourceDocument(key, StableId.Of(session.Mapping.Name, mapping.Step, key));
                CsvLine? header = line;
                if (headers is not null && !headers.Remove(key, out header)) document.Problem = $"{mapping.Key} '{key}' has no line in {mapping.HeaderFile}";
                if (header is not null) document.Build(headerBuilder, header);
                if (brokenLines.TryGetValue(key, out var broken)) document.Problem ??= $"line {broken} of the same document cannot be read";
            }
            var id = StableId.Of(session.Mapping.Name, mapping.Step + " lines", $"{key}\n{document.Lines.Count + 1}");
            document.Add(line, lineBuilder, id, new EntityReference(mapping.Table, document.Id), mapping.Lines.Parent);
            if (--linesLeft[key] > 0) continue;

            open.Remove(key);
            Enqueue(document);
        }
        Flush();
        foreach (var header in headers?.Values.ToList() ?? []) session.Reject(header, $"no line in {mapping.File} belongs to it", header[mapping.Key]);
        session.End(report);
    }

    private Dictionary<string, CsvLine> Headers()
    {
        var headers = new Dictionary<string, CsvLine>(StringComparer.Ordinal);
        foreach (var line in session.Usable(mapping.HeaderFile!, report, mapping.Key, mapping.SkipWhenEmpty, showsProgress: false))
            if (!headers.TryAdd(line[mapping.Key].Trim(), line))
                session.Reject(line, $"{mapping.Key} '{line[mapping.Key]}' stands in the file twice", line[mapping.Key]);
        return headers;
    }

    /// <summary>Lines per document, so that a document whose lines lie apart in the file is still loaded as one; remembers those with a line that cannot be read.</summary>
    private Dictionary<string, int> CountLines()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in session.File(mapping.File).Lines())
        {
            var key = line[mapping.Key].Trim();
            if (line.Defect is not null) brokenLines[key] = line.Number;
            else if (mapping.HeaderFile is not null || !mapping.SkipWhenEmpty.Any(s => string.IsNullOrWhiteSpace(line[s.Field]))) counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        return counts;
    }

    private void Enqueue(SourceDocument document)
    {
        if (!document.IsSound)
        {
            document.RejectIn(session, document.Problem);
            return;
        }
        batch.Add(document);
        batchLines += document.Lines.Count;
        if (batchLines >= BatchLines) Flush();
    }

    private void Flush()
    {
        if (batch.Count == 0) return;
        var there = session.Existing(mapping.Table, batch.Select(d => d.Id));
        report.AlreadyThere += there.Count;
        foreach (var document in batch.Where(d => there.Contains(d.Id))) Accept(document);
        Create(batch.Where(d => !there.Contains(d.Id)).ToList());
        batch.Clear();
        batchLines = 0;
    }

    private void Create(List<SourceDocument> documents)
    {
        if (documents.Count == 0) return;
        try
        {
            session.ExecuteAtOnce(LoadSession.Creation(mapping.Table, documents.Select(d => d.Header!), mapping.Finally,
                mapping.Lines.Table, documents.SelectMany(d => d.Lines.Select(l => l.Row!))));
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            if (documents.Count == 1) documents[0].RejectIn(session, fault.Detail.Message);
            else foreach (var half in documents.Chunk((documents.Count + 1) / 2)) Create([.. half]);
            return;
        }
        documents.ForEach(Accept);
        report.Created += documents.Count;
        report.Lines += documents.Sum(d => d.Lines.Count);
    }

    private void Accept(SourceDocument document)
    {
        session.Loaded.Add(mapping.Step, mapping.Table, document.Key, document.Id);
        var on = mapping.DatedBy is null ? null : document.Header!.GetAttributeValue<DateTime?>(mapping.DatedBy);
        if (on > (session.Report.LastDocumentOn ?? DateTime.MinValue)) session.Report.LastDocumentOn = on;
    }
}
