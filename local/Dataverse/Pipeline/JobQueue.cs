using System;
using System.Collections.Generic;
using System.Globalization;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Pipeline;

/// <summary>
/// Asynchronous steps: written down as asyncoperation rows in the transaction that causes them, run later in the order they were written.
/// As on the platform a job has no transaction of its own: each request of its plug-in stands for itself.
/// </summary>
internal sealed class JobQueue(Organization organization)
{
    private const int Ready = 0, Suspended = 1, Completed = 3;
    private const int WaitingForResources = 0, Waiting = 10, Succeeded = 30, Failed = 31, Canceled = 32;
    private const int SystemEvent = 1;
    private const int PageSize = 500;
    /// <summary>How often a job that asks for it is tried again.</summary>
    private const int MostRetries = 3;

    /// <summary>Writes a job for each step that the row wakes.</summary>
    public void Enqueue(UnitOfWork unit, PipelineFrame frame, Step[] steps, Entity? target)
    {
        foreach (var step in steps)
        {
            if (target is null || step.IsWokenBy(target)) Enqueue(unit, frame, step);
        }
    }

    /// <summary>The same for a message that carries several rows: one job a step.</summary>
    public void EnqueueForMany(UnitOfWork unit, PipelineFrame frame, Step[] steps, EntityCollection? targets)
    {
        foreach (var step in steps)
        {
            if (targets is null || StepRunner.IsWokenByAny(step, targets)) Enqueue(unit, frame, step);
        }
    }

    /// <summary>Runs jobs until none is due.</summary>
    /// <returns>How many ran.</returns>
    public int RunDue()
    {
        var ran = 0;
        while (true)
        {
            var due = Due();
            if (due.Count == 0) return ran;
            foreach (var job in due)
            {
                Run(job);
                ran++;
            }
        }
    }

    private void Enqueue(UnitOfWork unit, PipelineFrame frame, Step step)
    {
        var caller = frame.Execution.Caller;
        var job = new Entity("asyncoperation")
        {
            ["name"] = step.Name,
            ["operationtype"] = new OptionSetValue(SystemEvent),
            ["messagename"] = frame.MessageName,
            ["primaryentitytype"] = frame.Table,
            ["owningextensionid"] = new EntityReference("sdkmessageprocessingstep", step.Id),
            ["ownerid"] = new EntityReference("systemuser", caller.UserId),
            ["depth"] = caller.Depth,
            ["correlationid"] = frame.Execution.Run.CorrelationId,
            ["requestid"] = frame.Execution.RequestId,
            ["sequence"] = unit.NextNumber("asyncoperation.sequence"),
            ["statecode"] = new OptionSetValue(Ready),
            ["statuscode"] = new OptionSetValue(WaitingForResources),
            ["retrycount"] = 0,
            ["data"] = JobSnapshot.Of(frame, step).Write(),
        };
        // A deleted row cannot be regarded any more, whether this request deleted it or a step before.
        if (frame.Table is { } table && frame.RowId != Guid.Empty && CanBeRegarded(table) && organization.Core.Exists(organization.PlatformContext(), table, frame.RowId)) job["regardingobjectid"] = new EntityReference(table, frame.RowId);
        unit.Create(organization.PlatformContext(), job);
    }

    private bool CanBeRegarded(string table)
    {
        if (organization.Schema.Find("asyncoperation")?.Find("regardingobjectid") is not { } column) return false;
        foreach (var target in column.Targets)
        {
            if (target == table) return true;
        }
        return false;
    }

    private List<Entity> Due()
    {
        var now = organization.UtcNow;
        var query = new QueryExpression("asyncoperation")
        {
            ColumnSet = new ColumnSet("owningextensionid", "data", "retrycount", "correlationid", "statecode"),
            TopCount = PageSize,
        };
        query.Criteria.AddCondition("operationtype", ConditionOperator.Equal, SystemEvent);
        var due = query.Criteria.AddFilter(LogicalOperator.Or);
        due.AddCondition("statecode", ConditionOperator.Equal, Ready);
        var postponed = due.AddFilter(LogicalOperator.And);
        postponed.AddCondition("statecode", ConditionOperator.Equal, Suspended);
        postponed.AddCondition("postponeuntil", ConditionOperator.OnOrBefore, now.Date);
        query.AddOrder("sequence", OrderType.Ascending);
        query.ColumnSet.AddColumn("postponeuntil");
        var rows = new List<Entity>();
        foreach (var row in organization.Core.RetrieveMultiple(organization.PlatformContext(), query).Entities)
        {
            // The condition compares days; the rest of the comparison is made here.
            if (row.GetAttributeValue<DateTime?>("postponeuntil") is not { } until || until <= now) rows.Add(row);
        }
        return rows;
    }

    private void Run(Entity job)
    {
        var step = job.GetAttributeValue<EntityReference>("owningextensionid") is { } extension ? organization.Components.Step(extension.Id) : null;
        if (step is null)
        {
            Finish(job, Canceled, "The step does not exist any more or is disabled.", null);
            return;
        }
        var run = new RequestRun { CorrelationId = job.GetAttributeValue<Guid>("correlationid") };
        var started = organization.UtcNow;
        try
        {
            var context = JobSnapshot.Read(job.GetAttributeValue<string>("data")).ToContext(organization, run, step, job.Id);
            organization.Plugins.Run(
                context, organization.Components.PluginType(step.PluginTypeId), step.Id, step.Configuration, step.SecureConfiguration);
            if (step.DeleteJobWhenDone) Delete(job);
            else Finish(job, Succeeded, null, null, started);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            var retries = job.GetAttributeValue<int>("retrycount");
            if (AsksForRetry(fault.Detail) && retries < MostRetries) Postpone(job, retries + 1, fault.Detail);
            else Finish(job, Failed, fault.Detail.Message, fault.Detail, started);
        }
        finally
        {
            TraceLog.Write(organization, run);
        }
    }

    private static bool AsksForRetry(OrganizationServiceFault fault) =>
        fault.ErrorDetails is { } details && details.TryGetValue("OperationStatus", out var status)
        && status as string == ((int)OperationStatus.Retry).ToString(CultureInfo.InvariantCulture);

    private void Finish(Entity job, int status, string? message, OrganizationServiceFault? fault, DateTime? started = null)
    {
        var change = new Entity("asyncoperation", job.Id)
        {
            ["statecode"] = new OptionSetValue(Completed),
            ["statuscode"] = new OptionSetValue(status),
            ["startedon"] = started ?? organization.UtcNow,
            ["completedon"] = organization.UtcNow,
            ["postponeuntil"] = null,
            ["message"] = fault is null ? message : fault.TraceText is { Length: > 0 } trace ? $"{fault.Message}\r\n{trace}" : fault.Message,
            ["friendlymessage"] = Shorten(message),
        };
        if (fault is not null) change["errorcode"] = fault.ErrorCode;
        Write(unit => unit.Update(organization.PlatformContext(), change));
    }

    private void Postpone(Entity job, int retries, OrganizationServiceFault fault) => Write(unit => unit.Update(
        organization.PlatformContext(),
        new Entity("asyncoperation", job.Id)
        {
            ["statecode"] = new OptionSetValue(Suspended),
            ["statuscode"] = new OptionSetValue(Waiting),
            ["retrycount"] = retries,
            ["postponeuntil"] = organization.UtcNow.AddMinutes(retries),
            ["message"] = fault.Message,
            ["friendlymessage"] = Shorten(fault.Message),
        }));

    private void Delete(Entity job) => Write(unit => unit.Delete(organization.PlatformContext(), job.ToEntityReference()));

    private string? Shorten(string? text)
    {
        var limit = organization.Schema.Find("asyncoperation")?.Find("friendlymessage")?.MaxLength ?? 100;
        return text is null || text.Length <= limit ? text : text[..limit];
    }

    private void Write(Action<UnitOfWork> write)
    {
        using var unit = new UnitOfWork(organization, new RequestRun());
        write(unit);
        unit.Commit();
    }
}
