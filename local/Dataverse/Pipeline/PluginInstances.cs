using System;
using System.Collections.Generic;
using System.Reflection;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>
/// The plug-in objects: one per step, kept and used again for every request, as the platform does - a plug-in with state of its own
/// misbehaves here as it would there.
/// </summary>
internal sealed class PluginInstances
{
    private readonly Dictionary<Guid, IPlugin> byRegistration = [];

    /// <summary>The plug-in of a step or custom API.</summary>
    public IPlugin Get(Guid registrationId, Type type, string? configuration, string? secureConfiguration)
    {
        lock (byRegistration)
        {
            if (byRegistration.TryGetValue(registrationId, out var plugin)) return plugin;
            plugin = Make(type, configuration, secureConfiguration);
            byRegistration.Add(registrationId, plugin);
            return plugin;
        }
    }

    public void Clear()
    {
        lock (byRegistration) byRegistration.Clear();
    }

    private static IPlugin Make(Type type, string? configuration, string? secureConfiguration)
    {
        if (type.IsAbstract || !typeof(IPlugin).IsAssignableFrom(type)) throw PipelineErrors.NotAPlugin(type.FullName!);
        var (constructor, arguments) =
            type.GetConstructor([typeof(string), typeof(string)]) is { } both ? (both, new object?[] { configuration, secureConfiguration })
            : type.GetConstructor([typeof(string)]) is { } unsecure ? (unsecure, [configuration])
            : type.GetConstructor(Type.EmptyTypes) is { } none ? (none, Array.Empty<object?>())
            : throw PipelineErrors.NotAPlugin(type.FullName!);
        try
        {
            return (IPlugin)constructor.Invoke(arguments);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is not null)
        {
            throw PluginFaults.From(exception.InnerException, type.FullName!, null, null);
        }
    }
}
