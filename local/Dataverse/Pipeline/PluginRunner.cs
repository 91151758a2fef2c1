using System;
using System.Collections.Generic;
using System.Diagnostics;

namespace Local.Dataverse.Pipeline;

/// <summary>Runs plug-ins: the right object, its services, the time limit, and what their exceptions become.</summary>
internal sealed class PluginRunner(Organization organization) : IDisposable
{
    private readonly Dictionary<Guid, PluginAssembly> assemblies = [];
    private readonly PluginInstances instances = new();
    private PluginThread thread = new();

    /// <summary>Runs one registration to its end.</summary>
    public void Run(PluginContext context, PluginType type, Guid registrationId, string? configuration, string? secureConfiguration)
    {
        var plugin = instances.Get(registrationId, TypeOf(type), configuration, secureConfiguration);
        var run = context.Frame.Execution.Run;
        var trace = new PluginTrace { PluginType = type.Name, Context = context, StartedOn = organization.UtcNow };
        var services = new PluginServices(context, trace);
        var start = Stopwatch.GetTimestamp();
        try
        {
            var ended = thread.Run(() => plugin.Execute(services), organization.Options.PluginTimeout);
            if (!ended)
            {
                run.Abandon();
                thread = new PluginThread();
                instances.Clear();
                throw PipelineErrors.PluginTimedOut();
            }
        }
        catch (Exception exception)
        {
            trace.Failure = exception;
            throw PluginFaults.From(exception, type.Name, context, trace.Text);
        }
        finally
        {
            if (!services.Close(run.IsAbandoned ? TimeSpan.Zero : organization.Options.PluginTimeout)) run.Abandon();
            trace.Duration = Stopwatch.GetElapsedTime(start);
            (run.Traces ??= []).Add(trace);
        }
        if (context.Frame.Execution.OpenUnit is { IsDoomed: true } unit) throw PipelineErrors.SwallowedFault(unit.DoomedBy);
    }

    /// <summary>Forgets loaded assemblies and plug-in objects, because a registration changed.</summary>
    public void Reset()
    {
        instances.Clear();
        assemblies.Clear();
    }

    public void Dispose() => thread.Dispose();

    private Type TypeOf(PluginType type)
    {
        if (!assemblies.TryGetValue(type.AssemblyId, out var assembly))
        {
            assembly = PluginAssembly.Load(type.ReadAssembly());
            assemblies.Add(type.AssemblyId, assembly);
        }
        return assembly.Type(type.Name);
    }
}

/// <summary>A plug-in class as registered.</summary>
/// <param name="Name">Full name of the class.</param>
/// <param name="AssemblyId">The pluginassembly row.</param>
/// <param name="ReadAssembly">Reads the bytes of the DLL.</param>
internal sealed record PluginType(string Name, Guid AssemblyId, Func<byte[]> ReadAssembly);
