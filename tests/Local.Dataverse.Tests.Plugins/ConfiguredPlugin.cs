using System;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Tests.Plugins;

/// <summary>A plug-in with a configuration, its services at hand.</summary>
public abstract class ConfiguredPlugin : IPlugin
{
    protected string Configuration { get; }
    protected string SecureConfiguration { get; }

    protected ConfiguredPlugin(string configuration, string secureConfiguration)
    {
        Configuration = configuration;
        SecureConfiguration = secureConfiguration;
    }

    public void Execute(IServiceProvider serviceProvider) => Run(new Call(serviceProvider));

    protected abstract void Run(Call call);
}

/// <summary>What one execution works with.</summary>
public sealed class Call
{
    private readonly IOrganizationServiceFactory factory;

    public Call(IServiceProvider services)
    {
        Services = services;
        Context = (IPluginExecutionContext4)services.GetService(typeof(IPluginExecutionContext4));
        Trace = (ITracingService)services.GetService(typeof(ITracingService));
        factory = (IOrganizationServiceFactory)services.GetService(typeof(IOrganizationServiceFactory));
    }

    public IServiceProvider Services { get; }
    public IPluginExecutionContext4 Context { get; }
    public ITracingService Trace { get; }

    /// <summary>Runs as the user the step runs as.</summary>
    public IOrganizationService Dataverse => factory.CreateOrganizationService(Context.UserId);

    /// <summary>Runs as SYSTEM.</summary>
    public IOrganizationService System => factory.CreateOrganizationService(null);

    public Entity Target => (Entity)Context.InputParameters["Target"];
}
