using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.ServiceModel;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Pipeline;

/// <summary>An organisation in memory, in which steps and custom APIs of the test plug-ins are registered.</summary>
public sealed class TestOrganization : IDisposable
{
    private readonly Dictionary<string, Guid> messages = [];
    private readonly Dictionary<string, Guid> types = [];
    private Guid assembly;

    public TestOrganization(TimeSpan? pluginTimeout = null, string? path = null, ServiceProtectionLimits? limits = null)
    {
        Dataverse = LocalDataverse.Open(new LocalDataverseOptions { Path = path, Clock = Clock, PluginTimeout = pluginTimeout ?? TimeSpan.FromMinutes(2), ServiceProtection = limits });
        Service = Dataverse.AdministratorService;
    }

    public SteppingClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    public LocalDataverse Dataverse { get; }
    public IOrganizationService Service { get; }

    public static byte[] PluginDll => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Local.Dataverse.Tests.Plugins.dll"));

    /// <summary>Registers a step of one of the test plug-ins.</summary>
    public Guid Step(string plugin, string message, string? table, int stage, StepOptions? options = null)
    {
        options ??= new StepOptions();
        var step = new Entity("sdkmessageprocessingstep")
        {
            ["name"] = options.Name ?? $"{plugin}: {message} of {table}",
            ["sdkmessageid"] = new EntityReference("sdkmessage", Message(message)),
            ["plugintypeid"] = new EntityReference("plugintype", Type(plugin)),
            ["stage"] = new OptionSetValue(stage),
            ["mode"] = new OptionSetValue(options.IsAsynchronous ? 1 : 0),
            ["rank"] = options.Rank,
            ["filteringattributes"] = options.FilteringColumns,
            ["configuration"] = options.Configuration,
            ["asyncautodelete"] = options.DeleteJobWhenDone,
            ["impersonatinguserid"] = options.ImpersonatedUser is { } user ? new EntityReference("systemuser", user) : null,
        };
        if (table is not null) step["sdkmessagefilterid"] = new EntityReference("sdkmessagefilter", Filter(message, table));
        if (options.SecureConfiguration is not null)
        {
            step["sdkmessageprocessingstepsecureconfigid"] = new EntityReference(
                "sdkmessageprocessingstepsecureconfig", Write(new Entity("sdkmessageprocessingstepsecureconfig") { ["secureconfig"] = options.SecureConfiguration }));
        }
        var id = Write(step);
        foreach (var image in options.Images)
        {
            Write(new Entity("sdkmessageprocessingstepimage")
            {
                ["name"] = image.Alias,
                ["entityalias"] = image.Alias,
                ["imagetype"] = new OptionSetValue(image.Type),
                ["attributes"] = image.Columns,
                ["messagepropertyname"] = message == "Create" ? "Id" : "Target",
                ["sdkmessageprocessingstepid"] = new EntityReference("sdkmessageprocessingstep", id),
            });
        }
        return id;
    }

    /// <summary>Registers a custom API whose main operation is one of the test plug-ins.</summary>
    public void CustomApi(string name, string plugin, int binding, int allowedSteps, (string Name, int Type, bool Optional)[] parameters, (string Name, int Type)[] properties, bool isFunction = false)
    {
        var api = Write(new Entity("customapi")
        {
            ["uniquename"] = name,
            ["name"] = name,
            ["displayname"] = name,
            ["description"] = name,
            ["isfunction"] = isFunction,
            ["bindingtype"] = new OptionSetValue(binding),
            ["boundentitylogicalname"] = binding == 0 ? null : "account",
            ["allowedcustomprocessingsteptype"] = new OptionSetValue(allowedSteps),
            ["plugintypeid"] = new EntityReference("plugintype", Type(plugin)),
            ["sdkmessageid"] = new EntityReference("sdkmessage", Message(name)),
        });
        foreach (var parameter in parameters)
        {
            var row = Field("customapirequestparameter", api, parameter.Name, parameter.Type);
            row["isoptional"] = parameter.Optional;
            Write(row);
        }
        foreach (var property in properties) Write(Field("customapiresponseproperty", api, property.Name, property.Type));
    }

    /// <summary>Writes as the platform itself does, as an import would.</summary>
    public Guid Write(Entity row)
    {
        var organization = Dataverse.Organization;
        using var unit = new UnitOfWork(organization, new RequestRun());
        var id = unit.Create(organization.PlatformContext(), row);
        unit.Commit();
        return id;
    }

    public Guid User(string firstName)
    {
        var id = Write(new Entity("systemuser")
        {
            ["firstname"] = firstName,
            ["lastname"] = "Muster",
            ["domainname"] = firstName + "@local",
            ["businessunitid"] = new EntityReference("businessunit", Dataverse.RootBusinessUnitId),
        });
        var role = Rows("role", "name", "System Administrator").Single().Id;
        Service.Associate("systemuser", id, new Relationship("systemuserroles_association"), [new EntityReference("role", role)]);
        return id;
    }

    /// <summary>Keeps what plug-ins trace.</summary>
    public TestOrganization Tracing()
    {
        Service.Update(new Entity("organization", Dataverse.OrganizationId) { ["plugintracelogsetting"] = new OptionSetValue(2) });
        return this;
    }

    /// <summary>What plug-ins traced since, as facts by name, in the order they ran.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Traces()
    {
        var query = new QueryExpression("plugintracelog") { ColumnSet = new ColumnSet("messageblock") };
        query.AddOrder("performanceexecutionstarttime", OrderType.Ascending);
        return [.. Service.RetrieveMultiple(query).Entities.Select(row => Facts(row.GetAttributeValue<string>("messageblock") ?? string.Empty))];
    }

    public IReadOnlyList<Entity> Rows(string table, string? column = null, object? value = null)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true) };
        if (column is not null) query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return [.. Service.RetrieveMultiple(query).Entities];
    }

    public Guid Account(string name) => Service.Create(new Entity("account") { ["name"] = name });

    public static OrganizationServiceFault Refused(Action request) => Assert.Throws<FaultException<OrganizationServiceFault>>(request).Detail;

    public void Dispose() => Dataverse.Dispose();

    private static Dictionary<string, string> Facts(string text)
    {
        var facts = new Dictionary<string, string>();
        foreach (var line in text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            facts[at < 0 ? line : line[..at]] = at < 0 ? string.Empty : line[(at + 1)..];
        }
        return facts;
    }

    private static Entity Field(string table, Guid api, string name, int type) => new(table)
    {
        ["uniquename"] = name,
        ["name"] = name,
        ["displayname"] = name,
        ["description"] = name,
        ["type"] = new OptionSetValue(type),
        ["customapiid"] = new EntityReference("customapi", api),
    };

    private Guid Message(string name)
    {
        if (!messages.TryGetValue(name, out var id)) messages[name] = id = Write(new Entity("sdkmessage") { ["name"] = name });
        return id;
    }

    private Guid Filter(string message, string table) => Write(new Entity("sdkmessagefilter")
    {
        ["primaryobjecttypecode"] = table,
        ["sdkmessageid"] = new EntityReference("sdkmessage", Message(message)),
    });

    private Guid Type(string name)
    {
        if (types.TryGetValue(name, out var id)) return id;
        if (assembly == Guid.Empty) assembly = Assembly(PluginDll);
        return types[name] = TypeIn(assembly, "Local.Dataverse.Tests.Plugins." + name);
    }

    public Guid Assembly(byte[] content) => Write(new Entity("pluginassembly")
    {
        ["name"] = "Local.Dataverse.Tests.Plugins",
        ["content"] = Convert.ToBase64String(content),
    });

    public Guid TypeIn(Guid pluginAssembly, string fullName) => Write(new Entity("plugintype")
    {
        ["name"] = fullName,
        ["typename"] = fullName,
        ["pluginassemblyid"] = new EntityReference("pluginassembly", pluginAssembly),
    });
}

/// <summary>What a registration may say besides plug-in, message, table and stage.</summary>
public sealed record StepOptions
{
    public string? Name { get; init; }
    public bool IsAsynchronous { get; init; }
    public int Rank { get; init; } = 1;
    public string? FilteringColumns { get; init; }
    public string? Configuration { get; init; }
    public string? SecureConfiguration { get; init; }
    public bool DeleteJobWhenDone { get; init; }
    public Guid? ImpersonatedUser { get; init; }
    public ImageOptions[] Images { get; init; } = [];
}

/// <summary>An image: 0 before, 1 after, 2 both.</summary>
public sealed record ImageOptions(string Alias, int Type, string? Columns);

/// <summary>A clock on which a second passes with every look, so that what comes later is later.</summary>
public sealed class SteppingClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now += TimeSpan.FromSeconds(1);

    public void Advance(TimeSpan by) => now += by;
}
