using System;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>The service provider a plug-in is called with: context, service factory, tracing; anything else is null.</summary>
internal sealed class PluginServices(PluginContext context, PluginTrace trace) : IServiceProvider, IOrganizationServiceFactory
{
    private bool closed;

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

    /// <summary>The plug-in has returned: a service it kept does not work any more.</summary>
    public void Close() => closed = true;

    private OrganizationResponse Execute(OrganizationRequest request, Guid userId)
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
