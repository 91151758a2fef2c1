using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Local.Cli.Loading;

/// <summary>Loads one plain table: a line a row, the first line of a key wins.</summary>
internal sealed class TableStep(LoadSession session, TableMapping mapping, string path)
{
    private const int BatchRows = 500;

    private readonly StepReport report = new(mapping.Step, mapping.Table);
    private readonly List<Source> batch = new(BatchRows);

    public void Load()
    {
        session.Begin(report);
        var builder = session.BuilderFor(path, mapping.Table, mapping.Columns);
        var seen = new HashSet<string>(StringComparer.Ordinal);

        foreach (var line in session.Usable(mapping.File, report, mapping.Key, mapping.SkipWhenEmpty))
        {
            var key = line[mapping.Key].Trim();
            var id = StableId.Of(session.Mapping.Name, mapping.Step, key);
            if (seen.Add(key))
            {
                var problems = new List<string>();
                if (builder.Build(id, line, problems) is not { } row)
                {
                    session.Reject(line, string.Join("; ", problems));
                    seen.Remove(key);
                    continue;
                }
                // Known from here on, so that a child in the same batch finds its parent.
                session.Loaded.Add(mapping.Step, mapping.Table, key, id);
                batch.Add(new Source(line, key, row));
            }
            if (mapping.Alias is not null) session.Loaded.Add(mapping.Step, mapping.Table, line[mapping.Alias].Trim(), id);
            if (batch.Count == BatchRows) Flush();
        }
        Flush();
        session.End(report);
    }

    private void Flush()
    {
        if (batch.Count == 0) return;
        var there = session.Existing(mapping.Table, batch.Select(b => b.Row.Id));
        report.AlreadyThere += there.Count;
        Create(batch.Where(b => !there.Contains(b.Row.Id)).ToList());
        batch.Clear();
    }

    private void Create(List<Source> rows)
    {
        if (rows.Count == 0) return;
        try
        {
            session.ExecuteAtOnce(LoadSession.Creation(mapping.Table, rows.Select(r => r.Row), mapping.Finally));
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            // One bad row refuses its batch; halve until it is alone, so that the others get in and it is named.
            if (rows.Count == 1) Reject(rows[0], fault.Detail.Message);
            else foreach (var half in rows.Chunk((rows.Count + 1) / 2)) Create([.. half]);
            return;
        }
        report.Created += rows.Count;
    }

    private void Reject(Source source, string reason)
    {
        session.Loaded.Remove(mapping.Step, source.Key);
        session.Reject(source.Line, reason);
    }

    private sealed record Source(CsvLine Line, string Key, Entity Row);
}
