using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Tests.Plugins;

/// <summary>Creates as many contacts as its configuration says, each from a thread of its own, and waits for them.</summary>
public sealed class CreateInParallel : ConfiguredPlugin
{
    public CreateInParallel(string configuration, string secureConfiguration) : base(configuration, secureConfiguration)
    {
    }

    protected override void Run(Call call)
    {
        var count = int.Parse(Configuration, System.Globalization.CultureInfo.InvariantCulture);
        Parallel.For(0, count, i => call.Dataverse.Create(new Entity("contact") { ["lastname"] = "thread " + i }));
    }
}

/// <summary>Leaves a thread behind that goes on writing when the request is over, and says in static state what became of it.</summary>
public sealed class WriteLater : IPlugin
{
    private static readonly ManualResetEvent ended = new ManualResetEvent(false);
    private static string outcome = "";

    public void Execute(IServiceProvider serviceProvider)
    {
        var call = new Call(serviceProvider);
        if (call.Context.MessageName == "Update")
        {
            ended.WaitOne(5000);
            throw new InvalidPluginExecutionException(outcome);
        }
        var service = call.Dataverse;
        new Thread(() => Write(service)) { IsBackground = true }.Start();
    }

    private static void Write(IOrganizationService service)
    {
        Thread.Sleep(300);
        try
        {
            service.Create(new Entity("contact") { ["lastname"] = "too late" });
            outcome = "written";
        }
        catch (Exception refused)
        {
            outcome = refused.Message;
        }
        ended.Set();
    }
}

/// <summary>Uses a library that the DLL does not bring: the test host has it, the platform has not.</summary>
public sealed class UseForeignLibrary : IPlugin
{
    public void Execute(IServiceProvider serviceProvider) => System.Reflection.Assembly.Load("Mono.Cecil");
}
