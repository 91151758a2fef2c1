using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>
/// Steps and custom APIs, prepared from their rows so that a request only looks them up. Read again after an import or a change of one of
/// the rows.
/// </summary>
internal sealed class ComponentRegistry(Organization organization)
{
    private static readonly FrozenSet<string> ComponentTables = FrozenSet.ToFrozenSet(
    [
        "sdkmessageprocessingstep", "sdkmessageprocessingstepimage", "sdkmessageprocessingstepsecureconfig", "sdkmessage", "sdkmessagefilter",
        "plugintype", "pluginassembly", "customapi", "customapirequestparameter", "customapiresponseproperty",
    ]);

    private readonly Dictionary<(string Message, string Table), MessageSteps?> prepared = [];
    private Components? components;
    private bool writtenInTransaction;

    /// <summary>The steps of a message on a table; null when there are none, which is the usual case.</summary>
    public MessageSteps? Steps(string message, string? table)
    {
        var known = components ??= Load();
        if (!known.Steps.TryGetValue(message, out var steps)) return null;
        var key = (message, table ?? string.Empty);
        if (prepared.TryGetValue(key, out var result)) return result;
        result = Prepare(steps, table);
        prepared.Add(key, result);
        return result;
    }

    /// <summary>Whether any step is registered on a message.</summary>
    public bool HasSteps(string message) => (components ??= Load()).Steps.ContainsKey(message);

    /// <summary>A custom API by its unique name.</summary>
    public CustomApi? CustomApi(string name) => (components ??= Load()).CustomApis.GetValueOrDefault(name);

    /// <summary>The plug-in class of a step or custom API.</summary>
    public PluginType PluginType(Guid id) => (components ??= Load()).PluginTypes.TryGetValue(id, out var type)
        ? type
        : throw PlatformErrors.ObjectDoesNotExist.Fault("plugintype", id);

    /// <summary>The step with an id, for a job that was queued earlier; null when it is gone or switched off.</summary>
    public Step? Step(Guid id) => (components ??= Load()).StepsById.GetValueOrDefault(id);

    /// <summary>Refuses an assembly the platform would not register.</summary>
    public static void CheckWrite(Entity row)
    {
        if (row.LogicalName == "pluginassembly" && row.GetAttributeValue<string>("content") is { } content) PluginAssembly.Check(PluginAssembly.Bytes(content));
    }

    /// <summary>A row was written: forget what was prepared when it is a component.</summary>
    public void NoteWrite(string table)
    {
        organization.Settings.NoteWrite(table);
        organization.Security.NoteWrite(table);
        if (!ComponentTables.Contains(table)) return;
        writtenInTransaction = true;
        Refresh();
    }

    /// <summary>A transaction was undone: what was prepared meanwhile may never have been.</summary>
    public void NoteRollback()
    {
        organization.Settings.Forget();
        organization.Security.Forget();
        if (writtenInTransaction) Refresh();
        writtenInTransaction = false;
    }

    public void Refresh()
    {
        components = null;
        prepared.Clear();
        organization.Plugins.Reset();
    }

    private Components Load() => new ComponentReader(organization).Read();

    private static MessageSteps? Prepare(List<(string? Table, Step Step)> all, string? table)
    {
        var steps = new List<Step>();
        foreach (var (onTable, step) in all)
        {
            if (onTable is null || onTable == table) steps.Add(step);
        }
        if (steps.Count == 0) return null;
        return new MessageSteps
        {
            PreValidation = [.. steps.FindAll(s => s.Stage == Stage.PreValidation)],
            PreOperation = [.. steps.FindAll(s => s.Stage == Stage.PreOperation)],
            PostOperation = [.. steps.FindAll(s => s.Stage == Stage.PostOperation && !s.IsAsynchronous)],
            Asynchronous = [.. steps.FindAll(s => s.Stage == Stage.PostOperation && s.IsAsynchronous)],
        };
    }
}

/// <summary>All registrations as read from the rows.</summary>
/// <param name="Steps">By message name, in the order of rank; a step without table is woken by every table.</param>
/// <param name="StepsById">The same by id.</param>
/// <param name="PluginTypes">By id.</param>
/// <param name="CustomApis">By unique name.</param>
internal sealed record Components(
    Dictionary<string, List<(string? Table, Step Step)>> Steps,
    Dictionary<Guid, Step> StepsById,
    Dictionary<Guid, PluginType> PluginTypes,
    Dictionary<string, CustomApi> CustomApis);
