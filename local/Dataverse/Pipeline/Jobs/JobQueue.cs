using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Pipeline.Jobs;

/// <summary>
/// System jobs: asynchronous steps and requests sent by ExecuteAsync, written down as asyncoperation rows in the transaction that causes them and
/// run later in the order they were written. As on the platform a job has no transaction of its own: each request of its plug-in stands for itself.
/// </summary>
/// <remarks>Jobs with the same dependencytoken wait for each other; that jobs about the same row do, is not documented. Rows created by requests have
/// no sequence and are never run: "creating system jobs with code is not supported".</remarks>
internal sealed class JobQueue(Organization organization)
{
    public const int SystemEvent = 1, ExecuteAsyncRequest = 54;
    private const int PageSize = 500;

    private readonly HashSet<Guid> running = [];

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

    /// <summary>Writes a job that carries out a request.</summary>
    public Guid Enqueue(MessageExecution execution, OrganizationRequest request) => execution.Unit.Create(organization.PlatformContext(), new Entity(JobControl.Table)
    {
        ["name"] = request.RequestName,
        ["operationtype"] = new OptionSetValue(ExecuteAsyncRequest),
        ["messagename"] = request.RequestName,
        ["ownerid"] = new EntityReference("systemuser", execution.Caller.UserId),
        ["depth"] = execution.Caller.Depth,
        ["correlationid"] = execution.Run.CorrelationId,
        ["requestid"] = execution.RequestId,
        ["sequence"] = execution.Unit.NextNumber("asyncoperation.sequence"),
        ["statecode"] = new OptionSetValue(JobState.Ready),
        ["statuscode"] = new OptionSetValue(JobState.WaitingForResources),
        ["retrycount"] = 0,
        ["data"] = JobSnapshot.Of(execution, request).Write(),
    });

    /// <summary>Runs jobs until none is due; between two of them other requests get their turn.</summary>
    /// <returns>How many ran.</returns>
    public int RunDue()
    {
        var ran = 0;
        while (true)
        {
            var before = ran;
            var last = 0L;
            while (organization.Exclusively(() => Unfinished(after: last)) is { Count: > 0 } page)
            {
                foreach (var job in page)
                {
                    if (organization.Exclusively(() => RunWhenDue(job.Id))) ran++;
                    last = job.GetAttributeValue<long>("sequence");
                }
            }
            if (ran == before) return ran;
        }
    }

    private void Enqueue(UnitOfWork unit, PipelineFrame frame, Step step)
    {
        var caller = frame.Execution.Caller;
        var job = new Entity(JobControl.Table)
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
            ["statecode"] = new OptionSetValue(JobState.Ready),
            ["statuscode"] = new OptionSetValue(JobState.WaitingForResources),
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

    private List<Entity> Unfinished(long after)
    {
        var query = new QueryExpression(JobControl.Table) { ColumnSet = new ColumnSet("sequence"), TopCount = PageSize };
        query.Criteria.AddCondition("operationtype", ConditionOperator.In, SystemEvent, ExecuteAsyncRequest);
        query.Criteria.AddCondition("statecode", ConditionOperator.In, JobState.Ready, JobState.Suspended, JobState.Locked);
        query.Criteria.AddCondition("sequence", ConditionOperator.GreaterThan, after);
        query.AddOrder("sequence", OrderType.Ascending);
        return [.. organization.Core.RetrieveMultiple(organization.PlatformContext(), query).Entities];
    }

    // Read anew: a job that ran meanwhile may have canceled, postponed or deleted this one.
    private bool RunWhenDue(Guid id)
    {
        if (running.Contains(id) || JobRun.Find(organization, id) is not { } run || !run.IsDue || WaitsForAnother(run.Job)) return false;
        running.Add(id);
        try
        {
            return run.Execute();
        }
        finally
        {
            running.Remove(id);
        }
    }

    // "Dependent system jobs will have the same DependencyToken value and will be executed in the order they were created."
    private bool WaitsForAnother(Entity job)
    {
        if (job.GetAttributeValue<string>("dependencytoken") is not { Length: > 0 } token) return false;
        var query = new QueryExpression(JobControl.Table) { TopCount = 1 };
        query.Criteria.AddCondition("dependencytoken", ConditionOperator.Equal, token);
        query.Criteria.AddCondition("statecode", ConditionOperator.NotEqual, JobState.Completed);
        query.Criteria.AddCondition("sequence", ConditionOperator.LessThan, job.GetAttributeValue<long>("sequence"));
        return organization.Core.RetrieveMultiple(organization.PlatformContext(), query).Entities.Count > 0;
    }
}
