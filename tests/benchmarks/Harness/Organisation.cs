using System;
using System.Collections.Generic;
using System.IO;
using Kam.Benchmarks.Rows;
using Local.Dataverse;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Kam.Benchmarks.Harness;

/// <summary>A fresh embedded Dataverse, in memory or in a file of its own that goes with it.</summary>
internal sealed class Organisation : IDisposable
{
    private readonly string? folder;
    private Guid message, assembly;

    private Organisation(string? folder, string currency = "CHF", int precision = 2)
    {
        this.folder = folder;
        Dataverse = LocalDataverse.Open(new LocalDataverseOptions
        {
            Path = folder is null ? null : Path.Combine(folder, "organisation.db"),
            BaseCurrency = currency,
            BaseCurrencyPrecision = precision,
        });
    }

    public LocalDataverse Dataverse { get; }

    public IOrganizationService Service => Dataverse.AdministratorService;

    public static Organisation InMemory() => new(null);

    /// <summary>In memory, with a base currency of its own.</summary>
    public static Organisation In(string currency, int precision) => new(null, currency, precision);

    public static Organisation OnFile() => new(Directory.CreateTempSubdirectory("kam-benchmark-").FullName);

    /// <summary>With our solution out of the managed zip and its configuration data.</summary>
    public Organisation WithSolution()
    {
        using var zip = Checkout.OpenZip();
        Dataverse.ImportSolution(zip);
        Dataverse.ImportConfigurationData(Checkout.ConfigurationData);
        return this;
    }

    /// <summary>With what the rows of the engine workloads need beyond the standard tables.</summary>
    public Organisation WithPriorities()
    {
        using var zip = PrioritySolution.Zip();
        Dataverse.ImportSolution(zip);
        return this;
    }

    /// <summary>Closes the organisation and leaves its file.</summary>
    /// <returns>The path; it goes when this is disposed.</returns>
    public string Close()
    {
        Dataverse.Dispose();
        return Path.Combine(folder!, "organisation.db");
    }

    /// <summary>With a synchronous pre-operation step of one of the test plug-ins on Create of a table.</summary>
    public Organisation WithStep(string plugin, string table)
    {
        const int preOperation = 20, synchronous = 0;
        using var unit = Writing();
        if (message == Guid.Empty) message = Write(unit, new Entity("sdkmessage") { ["name"] = "Create" });
        if (assembly == Guid.Empty)
        {
            assembly = Write(unit, new Entity("pluginassembly")
            {
                ["name"] = "Local.Dataverse.Tests.Plugins",
                ["content"] = Convert.ToBase64String(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Local.Dataverse.Tests.Plugins.dll"))),
            });
        }
        var name = "Local.Dataverse.Tests.Plugins." + plugin;
        var type = Write(unit, new Entity("plugintype") { ["name"] = name, ["typename"] = name, ["pluginassemblyid"] = new EntityReference("pluginassembly", assembly) });
        var filter = Write(unit, new Entity("sdkmessagefilter") { ["primaryobjecttypecode"] = table, ["sdkmessageid"] = new EntityReference("sdkmessage", message) });
        Write(unit, new Entity("sdkmessageprocessingstep")
        {
            ["name"] = $"{name}: Create of {table}",
            ["sdkmessageid"] = new EntityReference("sdkmessage", message),
            ["sdkmessagefilterid"] = new EntityReference("sdkmessagefilter", filter),
            ["plugintypeid"] = new EntityReference("plugintype", type),
            ["stage"] = new OptionSetValue(preOperation),
            ["mode"] = new OptionSetValue(synchronous),
            ["rank"] = 1,
        });
        unit.Commit();
        return this;
    }

    /// <summary>Stores rows as they are, without steps and price calculation: for rows a workload reads, not for what it measures.</summary>
    public void Store(IEnumerable<Entity> rows)
    {
        foreach (var batch in System.Linq.Enumerable.Chunk(rows, 10_000))
        {
            using var unit = Writing();
            foreach (var row in batch) Write(unit, row);
            unit.Commit();
        }
    }

    public void Dispose()
    {
        Dataverse.Dispose();
        if (folder is not null) Directory.Delete(folder, recursive: true);
    }

    private UnitOfWork Writing() => new(Dataverse.Organization, new RequestRun());

    private Guid Write(UnitOfWork unit, Entity row) => unit.Create(Dataverse.Organization.PlatformContext(), row);
}
