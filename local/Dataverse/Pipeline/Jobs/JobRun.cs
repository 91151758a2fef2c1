using System;
using System.Globalization;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using static Local.Dataverse.Pipeline.Jobs.JobState;

namespace Local.Dataverse.Pipeline.Jobs;

/// <summary>One system job from Ready to Completed: its row says at each moment where it stands.</summary>
internal sealed class JobRun
{
    /// <summary>How often a job that asks for it is tried again.</summary>
    private const int MostRetries = 3;

    private static readonly ColumnSet Columns = new(
        "owningextensionid", "operationtype", "data", "retrycount", "correlationid", "statecode", "statuscode", "postponeuntil", "dependencytoken", "sequence");

    private readonly Organization organization;

    private JobRun(Organization organization, Entity job)
    {
        this.organization = organization;
        Job = job;
    }

    /// <summary>The row as it was found.</summary>
    public Entity Job { get; }

    /// <summary>Whether nothing holds it back; a locked job that nobody runs was left behind by a process that died.</summary>
    public bool IsDue => Number(Job, "statecode") switch
    {
        Ready => Until is not { } until || until <= organization.UtcNow,
        Suspended => Until is { } until && until <= organization.UtcNow,
        Locked => true,
        _ => false,
    };

    private DateTime? Until => Job.GetAttributeValue<DateTime?>("postponeuntil");

    public static JobRun? Find(Organization organization, Guid id) => Read(organization, id) is { } job ? new JobRun(organization, job) : null;

    /// <summary>Runs it.</summary>
    /// <returns>False when it had only to be put aside.</returns>
    public bool Execute()
    {
        if (Number(Job, "statuscode") is Canceling or Pausing)
        {
            EndAsAsked(Job, started: null);
            return false;
        }
        var step = Job.GetAttributeValue<EntityReference>("owningextensionid") is { } extension ? organization.Components.Step(extension.Id) : null;
        if (step is null && Number(Job, "operationtype") == JobQueue.SystemEvent)
        {
            Finish(Canceled, "The step does not exist any more or is disabled.", null, organization.UtcNow);
            return true;
        }
        var started = organization.UtcNow;
        Write(new Entity(JobControl.Table, Job.Id)
        {
            ["statecode"] = new OptionSetValue(Locked),
            ["statuscode"] = new OptionSetValue(InProgress),
            ["startedon"] = started,
        });
        var fault = Run(step);
        // What was asked of the row meanwhile counts; it may even be gone.
        if (Read(organization, Job.Id) is { } now) End(now, step, fault, started);
        return true;
    }

    private OrganizationServiceFault? Run(Step? step)
    {
        var run = new RequestRun { CorrelationId = Job.GetAttributeValue<Guid>("correlationid") };
        try
        {
            var snapshot = JobSnapshot.Read(Job.GetAttributeValue<string>("data"));
            if (step is null) organization.ExecuteAlone(snapshot.ToRequest(), snapshot.ToCaller(), run);
            else
            {
                organization.Plugins.Run(
                    snapshot.ToContext(organization, run, step, Job.Id), organization.Components.PluginType(step.PluginTypeId), step.Id, step.Configuration, step.SecureConfiguration);
            }
            return null;
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            return fault.Detail;
        }
        finally
        {
            TraceLog.Write(organization, run);
        }
    }

    private void End(Entity now, Step? step, OrganizationServiceFault? fault, DateTime started)
    {
        var retries = now.GetAttributeValue<int>("retrycount");
        var status = Number(now, "statuscode");
        if (status == Canceling) EndAsAsked(now, started);
        else if (fault is not null && AsksForRetry(fault) && retries < MostRetries) Postpone(now, retries + 1, fault);
        else if (fault is null && step is { DeleteJobWhenDone: true }) Delete();
        else Finish(fault is null ? Succeeded : Failed, fault?.Message, fault, started);
    }

    private void EndAsAsked(Entity now, DateTime? started)
    {
        if (Number(now, "statuscode") == Canceling) Finish(Canceled, null, null, started);
        else Write(new Entity(JobControl.Table, Job.Id) { ["statecode"] = new OptionSetValue(Suspended), ["statuscode"] = new OptionSetValue(Waiting) });
    }

    private static bool AsksForRetry(OrganizationServiceFault fault) =>
        fault.ErrorDetails is { } details && details.TryGetValue("OperationStatus", out var status)
        && status as string == ((int)OperationStatus.Retry).ToString(CultureInfo.InvariantCulture);

    private void Finish(int status, string? message, OrganizationServiceFault? fault, DateTime? started)
    {
        var now = organization.UtcNow;
        var change = new Entity(JobControl.Table, Job.Id)
        {
            ["statecode"] = new OptionSetValue(Completed),
            ["statuscode"] = new OptionSetValue(status),
            ["completedon"] = now,
            ["postponeuntil"] = null,
            ["message"] = fault is null ? message : fault.TraceText is { Length: > 0 } trace ? $"{fault.Message}\r\n{trace}" : fault.Message,
            ["friendlymessage"] = Shorten(message),
        };
        if (started is { } since)
        {
            change["startedon"] = since;
            change["executiontimespan"] = (now - since).TotalSeconds;
        }
        if (fault is not null) change["errorcode"] = fault.ErrorCode;
        Write(change);
    }

    // A job that was paused while it ran has no hour of its own: it waits until somebody resumes it.
    private void Postpone(Entity now, int retries, OrganizationServiceFault fault)
    {
        var asked = now.GetAttributeValue<DateTime?>("postponeuntil");
        var later = organization.UtcNow.AddMinutes(retries);
        Write(new Entity(JobControl.Table, Job.Id)
        {
            ["statecode"] = new OptionSetValue(Suspended),
            ["statuscode"] = new OptionSetValue(Waiting),
            ["retrycount"] = retries,
            ["postponeuntil"] = Number(now, "statuscode") == Pausing ? asked : asked > later ? asked : later,
            ["message"] = fault.Message,
            ["friendlymessage"] = Shorten(fault.Message),
        });
    }

    private void Delete()
    {
        using var unit = new UnitOfWork(organization, new RequestRun());
        unit.Delete(organization.PlatformContext(), Job.ToEntityReference());
        unit.Commit();
    }

    private string? Shorten(string? text)
    {
        var limit = organization.Schema.Find(JobControl.Table)?.Find("friendlymessage")?.MaxLength ?? 100;
        return text is null || text.Length <= limit ? text : text[..limit];
    }

    private void Write(Entity change)
    {
        using var unit = new UnitOfWork(organization, new RequestRun());
        unit.Update(organization.PlatformContext(), change);
        unit.Commit();
    }

    private static Entity? Read(Organization organization, Guid id)
    {
        var context = organization.PlatformContext();
        return organization.Core.Exists(context, JobControl.Table, id)
            ? organization.Core.Retrieve(context, new EntityReference(JobControl.Table, id), Columns)
            : null;
    }

    private static int? Number(Entity row, string column) => row.GetAttributeValue<OptionSetValue>(column)?.Value;
}
