using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Tests.Plugins;

/// <summary>Looks at its own system job, then changes that job's row as its configuration says: state, status, or nothing; then may ask for another try.</summary>
public sealed class ChangeOwnJob : ConfiguredPlugin
{
    public ChangeOwnJob(string configuration, string secureConfiguration) : base(configuration, secureConfiguration)
    {
    }

    protected override void Run(Call call)
    {
        var id = call.Context.OperationId;
        var job = call.Dataverse.Retrieve("asyncoperation", id, new ColumnSet("statecode", "statuscode", "startedon"));
        call.Trace.Trace("State={0}", job.GetAttributeValue<OptionSetValue>("statecode").Value);
        call.Trace.Trace("Status={0}", job.GetAttributeValue<OptionSetValue>("statuscode").Value);
        call.Trace.Trace("Started={0}", job.Contains("startedon"));
        if (Configuration.Contains("delete")) call.Dataverse.Delete("asyncoperation", id);
        if (Configuration.Contains("cancel")) Set(call, 3, 32);
        if (Configuration.Contains("pause")) Set(call, 1, 10);
        if (Configuration.Contains("retry")) throw new InvalidPluginExecutionException(OperationStatus.Retry, "later, please");
    }

    private static void Set(Call call, int state, int status)
    {
        call.Dataverse.Update(new Entity("asyncoperation", call.Context.OperationId)
        {
            ["statecode"] = new OptionSetValue(state),
            ["statuscode"] = new OptionSetValue(status),
        });
        var job = call.Dataverse.Retrieve("asyncoperation", call.Context.OperationId, new ColumnSet("statuscode"));
        call.Trace.Trace("Then={0}", job.GetAttributeValue<OptionSetValue>("statuscode").Value);
    }
}
