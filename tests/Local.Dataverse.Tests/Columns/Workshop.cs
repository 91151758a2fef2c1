using System;
using System.Collections.Generic;
using Local.Dataverse.Tests.Import;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Tests.Columns;

/// <summary>An organisation with the machines of <see cref="TestSolution"/> and computed columns on them and on accounts.</summary>
internal sealed class Workshop : IDisposable
{
    private readonly Dictionary<string, string> files = [];
    private string machineColumns = "", accountColumns = "";
    private LocalDataverse? dataverse;

    public LocalDataverseOptions Options { get; init; } = new();

    /// <summary>Changes customizations.xml as text.</summary>
    public Func<string, string> Change { get; init; } = text => text;

    public LocalDataverse Dataverse => dataverse ??= Open();

    public IOrganizationService Service => Dataverse.AdministratorService;

    /// <summary>A classic calculated column of machines.</summary>
    public Workshop Calculated(string schemaName, string type, string own, string definition) => Machine(schemaName, type, own, 1, definition);

    /// <summary>A Power Fx column of machines.</summary>
    public Workshop Formula(string schemaName, string type, string own, string formula)
    {
        files["Formulas/tst_machine-FormulaDefinitions.yaml"] = files.GetValueOrDefault("Formulas/tst_machine-FormulaDefinitions.yaml") + $"{schemaName}: |-\n  ={formula}\n";
        machineColumns += TestSolution.Column(schemaName, type, own + "<SourceType>3</SourceType><FormulaDefinitionFileName>/Formulas/tst_machine-FormulaDefinitions.yaml</FormulaDefinitionFileName>");
        return this;
    }

    /// <summary>A rollup column of accounts.</summary>
    public Workshop Rollup(string schemaName, string type, string own, string definition)
    {
        var file = $"Formulas/account-{schemaName.ToLowerInvariant()}.xaml";
        files[file] = definition;
        accountColumns += TestSolution.Column(schemaName, type, own + $"<SourceType>2</SourceType><FormulaDefinitionFileName>/{file}</FormulaDefinitionFileName>");
        return this;
    }

    /// <summary>An ordinary column of machines.</summary>
    public Workshop Plain(string schemaName, string type, string own)
    {
        machineColumns += TestSolution.Column(schemaName, type, own);
        return this;
    }

    public Guid Machine(params (string Column, object? Value)[] values) => Create("tst_machine", values);

    public Guid Account(params (string Column, object? Value)[] values) => Create("account", values);

    public Guid Create(string table, params (string Column, object? Value)[] values)
    {
        var row = new Entity(table);
        foreach (var (column, value) in values) row[column] = value;
        return Service.Create(row);
    }

    public T Read<T>(string table, Guid id, string column) => Service.Retrieve(table, id, new ColumnSet(column)).GetAttributeValue<T>(column);

    public void Dispose() => dataverse?.Dispose();

    private Workshop Machine(string schemaName, string type, string own, int source, string definition)
    {
        var file = $"Formulas/tst_machine-{schemaName.ToLowerInvariant()}.xaml";
        files[file] = definition;
        machineColumns += TestSolution.Column(schemaName, type, own + $"<SourceType>{source}</SourceType><FormulaDefinitionFileName>/{file}</FormulaDefinitionFileName>");
        return this;
    }

    private LocalDataverse Open()
    {
        var opened = LocalDataverse.Open(Options);
        try
        {
            opened.ImportSolution(new TestSolution { WithStep = false, MoreColumns = machineColumns, MoreAccountColumns = accountColumns, MoreFiles = files, Change = Change }.Zip());
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }
}

/// <summary>A clock that moves only when it is told to.</summary>
internal sealed class StillClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
