using System;
using System.Collections.Generic;
using System.IO;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Local.Reliability.Writer;

/// <summary>Registers steps of the test plug-ins in an organisation, as a solution import would.</summary>
internal sealed class Registrations(Local.Dataverse.LocalDataverse dataverse)
{
    public const int PreValidation = 10, PreOperation = 20, PostOperation = 40;

    private readonly Dictionary<string, Guid> messages = [];
    private Guid assembly;

    public void Step(string plugin, string message, string table, int stage, string? configuration = null, bool isAsynchronous = false)
    {
        if (!messages.TryGetValue(message, out var messageId)) messages[message] = messageId = Write(new Entity("sdkmessage") { ["name"] = message });
        if (assembly == Guid.Empty)
        {
            assembly = Write(new Entity("pluginassembly")
            {
                ["name"] = "Local.Dataverse.Tests.Plugins",
                ["content"] = Convert.ToBase64String(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Local.Dataverse.Tests.Plugins.dll"))),
            });
        }
        var name = "Local.Dataverse.Tests.Plugins." + plugin;
        var type = Write(new Entity("plugintype") { ["name"] = name, ["typename"] = name, ["pluginassemblyid"] = new EntityReference("pluginassembly", assembly) });
        var filter = Write(new Entity("sdkmessagefilter") { ["primaryobjecttypecode"] = table, ["sdkmessageid"] = new EntityReference("sdkmessage", messageId) });
        Write(new Entity("sdkmessageprocessingstep")
        {
            ["name"] = $"{name}: {message} of {table}",
            ["sdkmessageid"] = new EntityReference("sdkmessage", messageId),
            ["sdkmessagefilterid"] = new EntityReference("sdkmessagefilter", filter),
            ["plugintypeid"] = new EntityReference("plugintype", type),
            ["stage"] = new OptionSetValue(stage),
            ["mode"] = new OptionSetValue(isAsynchronous ? 1 : 0),
            ["rank"] = 1,
            ["configuration"] = configuration,
        });
    }

    private Guid Write(Entity row)
    {
        using var unit = new UnitOfWork(dataverse.Organization, new RequestRun());
        var id = unit.Create(dataverse.Organization.PlatformContext(), row);
        unit.Commit();
        return id;
    }
}
