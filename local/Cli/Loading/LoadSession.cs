using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Local.Dataverse.Schema;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Cli.Loading;

/// <summary>What all steps of one load share: the CRM, the keys loaded so far, the report.</summary>
internal sealed class LoadSession
{
    private readonly IOrganizationService service;
    private readonly Guid currencyId;
    private readonly Lazy<Guid> businessUnitId;
    private readonly string bypassedSteps;
    private readonly string folder;
    private readonly IProgress<LoadProgress> progress;

    public DataverseSchema Schema { get; }
    public Mapping Mapping { get; }
    public LoadedKeys Loaded { get; } = new();
    public LoadReport Report { get; } = new();

    public LoadSession(IOrganizationService service, DataverseSchema schema, Guid currencyId, string folder, Mapping mapping, IProgress<LoadProgress> progress)
    {
        this.service = service;
        this.currencyId = currencyId;
        businessUnitId = new Lazy<Guid>(() => ((WhoAmIResponse)service.Execute(new WhoAmIRequest())).BusinessUnitId);
        this.folder = folder;
        this.progress = progress;
        Schema = schema;
        Mapping = mapping;
        bypassedSteps = string.Join(",", mapping.BypassedSteps.Select((name, i) => StepCalled(name, $"bypassedSteps[{i}]")));
    }

    private Guid StepCalled(string name, string path)
    {
        var query = new QueryByAttribute("sdkmessageprocessingstep") { ColumnSet = new ColumnSet("sdkmessageprocessingstepid") };
        query.AddAttributeValue("name", name);
        return service.RetrieveMultiple(query).Entities.SingleOrDefault()?.Id
            ?? throw new LoadException($"{Mapping.Where(path)}: no plug-in step is called '{name}'. Import the solution that brings it, or take the name out.");
    }

    public CsvFile File(string name) => new(Path.Combine(folder, name));

    /// <param name="path">Where table and columns stand in the mapping, e.g. <c>documents[0].lines</c>.</param>
    /// <param name="table">The table of the rows.</param>
    /// <param name="columns">What fills them.</param>
    public RowBuilder BuilderFor(string path, string table, IReadOnlyDictionary<string, ColumnSource> columns) =>
        new(Schema, table, columns, Loaded, currencyId, () => businessUnitId.Value, member => Mapping.Where($"{path}.{member}"));

    /// <summary>Begins a step's part of the report and shows it.</summary>
    public void Begin(StepReport step)
    {
        Report.Steps.Add(step);
        progress.Report(new LoadProgress(step.Step, 0));
    }

    /// <summary>All rows of the step are stored.</summary>
    public void End(StepReport step) => progress.Report(new LoadProgress(step.Step, 1));

    /// <summary>The lines of a file that a step can use; the others go to the report.</summary>
    public IEnumerable<CsvLine> Usable(string file, StepReport step, string key, IReadOnlyList<SkipRule> skip, bool showsProgress = true)
    {
        // A file is read to its end before its last rows are stored, so reading alone is never the whole.
        foreach (var line in File(file).Lines(showsProgress ? share => progress.Report(new LoadProgress(step.Step, Math.Min(share, 0.99))) : null))
        {
            if (line.Defect is not null) Reject(line, line.Defect);
            else if (skip.FirstOrDefault(s => string.IsNullOrWhiteSpace(line[s.Field])) is { } rule) step.Skipped[rule.Reason] = step.Skipped.GetValueOrDefault(rule.Reason) + 1;
            else if (string.IsNullOrWhiteSpace(line[key])) Reject(line, $"{key} is empty, and it identifies the row");
            else yield return line;
        }
    }

    public void Reject(CsvLine line, string reason, string? document = null) =>
        Report.Rejected.Add(new RejectedLine(line.File.Name, line.Number, reason, document));

    /// <summary>Which of these rows are there already.</summary>
    public HashSet<Guid> Existing(string table, IEnumerable<Guid> ids)
    {
        var primaryId = Schema.Find(table)!.PrimaryId;
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(primaryId) };
        query.Criteria.AddCondition(primaryId, ConditionOperator.In, ids.Cast<object>().ToArray());
        return service.RetrieveMultiple(query).Entities.Select(e => e.Id).ToHashSet();
    }

    /// <summary>All requests or none.</summary>
    public void ExecuteAtOnce(IEnumerable<OrganizationRequest> requests)
    {
        var transaction = new ExecuteTransactionRequest { Requests = [], ReturnResponses = false };
        foreach (var request in requests)
        {
            // A job for each order would only say that a score may be stale; whoever loads a history scores the portfolio afterwards.
            request["BypassBusinessLogicExecution"] = "CustomAsync";
            if (bypassedSteps.Length > 0) request["BypassBusinessLogicExecutionStepIds"] = bypassedSteps;
            transaction.Requests.Add(request);
        }
        service.Execute(transaction);
    }

    /// <summary>The requests that create rows (and maybe their lines) and then set what the mapping sets last.</summary>
    public static IEnumerable<OrganizationRequest> Creation(string table, IEnumerable<Entity> rows, IReadOnlyDictionary<string, int> last, string? lineTable = null, IEnumerable<Entity>? lines = null)
    {
        var headers = rows.ToList();
        yield return new CreateMultipleRequest { Targets = Rows(table, headers) };
        if (lineTable is not null) yield return new CreateMultipleRequest { Targets = Rows(lineTable, lines!) };
        if (last.Count > 0) yield return new UpdateMultipleRequest { Targets = Rows(table, headers.Select(header => Changed(header, last))) };
    }

    private static EntityCollection Rows(string table, IEnumerable<Entity> rows) => new(rows.ToList()) { EntityName = table };

    private static Entity Changed(Entity row, IReadOnlyDictionary<string, int> columns)
    {
        var change = new Entity(row.LogicalName, row.Id);
        foreach (var (column, value) in columns) change[column] = new OptionSetValue(value);
        return change;
    }
}
