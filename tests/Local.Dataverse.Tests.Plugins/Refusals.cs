using System;
using System.Collections.Generic;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Tests.Plugins;

/// <summary>Refuses with its configuration as the message.</summary>
public sealed class Refuse : ConfiguredPlugin
{
    public Refuse(string configuration, string secureConfiguration) : base(configuration, secureConfiguration)
    {
    }

    protected override void Run(Call call)
    {
        call.Trace.Trace("about to refuse");
        throw new InvalidPluginExecutionException(Configuration);
    }
}

/// <summary>Refuses with a code and with details.</summary>
public sealed class RefuseInDetail : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext));
        if (context.MessageName == "Delete") throw new InvalidPluginExecutionException(OperationStatus.Canceled, 12345, "not this one");
        throw new InvalidPluginExecutionException(
            "too cheap", PluginHttpStatusCode.BadRequest, new Dictionary<string, string> { ["reason"] = "KAM-PRC-003" });
    }
}

/// <summary>Fails as careless code does.</summary>
public sealed class Crash : IPlugin
{
    public void Execute(IServiceProvider serviceProvider) => throw new InvalidOperationException("no such thing");
}

/// <summary>Asks to be tried again, twice; then it succeeds.</summary>
public sealed class SucceedAtThirdTry : IPlugin
{
    private int tries;

    public void Execute(IServiceProvider serviceProvider)
    {
        var trace = (ITracingService)serviceProvider.GetService(typeof(ITracingService));
        tries++;
        trace.Trace("try {0}", tries);
        if (tries < 3) throw new InvalidPluginExecutionException(OperationStatus.Retry, "later, please");
    }
}

/// <summary>Asks to be tried again every time.</summary>
public sealed class RetryForever : IPlugin
{
    public void Execute(IServiceProvider serviceProvider) => throw new InvalidPluginExecutionException(OperationStatus.Retry, "later, please");
}

/// <summary>Catches the failure of a request and goes on, which a plug-in must not do.</summary>
public sealed class Swallow : ConfiguredPlugin
{
    public Swallow(string configuration, string secureConfiguration) : base(configuration, secureConfiguration)
    {
    }

    protected override void Run(Call call)
    {
        try
        {
            call.Dataverse.Delete("account", Guid.NewGuid());
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            call.Trace.Trace("swallowed {0}", fault.Detail.ErrorCode);
        }
    }
}

/// <summary>Never ends.</summary>
public sealed class LoopForever : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        while (true) System.Threading.Thread.Sleep(50);
    }
}

/// <summary>Sleeps for so many milliseconds, then creates a contact: too late when the time limit has passed.</summary>
public sealed class SleepThenCreate : ConfiguredPlugin
{
    public SleepThenCreate(string configuration, string secureConfiguration) : base(configuration, secureConfiguration)
    {
    }

    protected override void Run(Call call)
    {
        System.Threading.Thread.Sleep(int.Parse(Configuration, System.Globalization.CultureInfo.InvariantCulture));
        call.Dataverse.Create(new Entity("contact") { ["lastname"] = "too late" });
    }
}

/// <summary>Implements nothing.</summary>
public sealed class NotAPlugin
{
}
