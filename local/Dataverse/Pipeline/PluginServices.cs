using System;
using System.Threading;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>The service provider a plug-in is called with: context, service factory, tracing; anything else is null.</summary>
internal sealed class PluginServices(PluginContext context, PluginTrace trace) : IServiceProvider, IOrganizationServiceFactory
{
    // A plug-in may have started threads of its own: their calls come one after the other.
    private readonly object calls = new();
    private volatile bool closed;

    public object? GetService(Type serviceType)
    {
        if (serviceType == typeof(ITracingService)) return trace;
        if (serviceType == typeof(IOrganizationServiceFactory)) return this;
        return serviceType.IsInterface && serviceType.IsInstanceOfType(context) ? context : null;
    }

    /// <summary>A service for a user: null is SYSTEM, an empty id the user the step runs as.</summary>
    public IOrganizationService CreateOrganizationService(Guid? userId)
    {
        var organization = context.Frame.Execution.Organization;
        var user = userId is null ? organization.SystemUserId : userId == Guid.Empty ? context.UserId : userId.Value;
        return new OrganizationService(request => Execute(request, user));
    }

    /// <summary>The plug-in has returned: a service it kept does not work any more. A call that a thread of it still makes is waited for.</summary>
    /// <returns>False when that call does not end in time either.</returns>
    public bool Close(TimeSpan limit)
    {
        closed = true;
        if (!Monitor.TryEnter(calls, limit)) return false;
        Monitor.Exit(calls);
        return true;
    }

    private OrganizationResponse Execute(OrganizationRequest request, Guid userId)
    {
        lock (calls) return PluginThread.OnThis(() => ExecuteNow(request, userId));
    }

    private OrganizationResponse ExecuteNow(OrganizationRequest request, Guid userId)
    {
        if (closed) throw PipelineErrors.Invalid("The plug-in has ended; its organization service cannot be used any more.");
        var execution = context.Frame.Execution;
        var caller = new Caller
        {
            UserId = userId,
            Depth = context.Depth + 1,
            ParentContext = context,
            PluginType = trace.PluginType,
        };
        return execution.Organization.ExecuteFromPlugin(request, caller, execution);
    }
}
