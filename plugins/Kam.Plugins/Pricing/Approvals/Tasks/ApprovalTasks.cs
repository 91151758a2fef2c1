using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Approvals.Tasks;

/// <summary>
/// Brings the tasks of price exceptions to what they should be now: while one waits, one open task of its level's team and one of each person who stands in for a member today; else none.
/// </summary>
/// <remarks>
/// A task of ours carries our category, and an id made of the exception and its owner, so that two jobs at the same time write the same row. A task that a person has completed by hand stays so. Where
/// the level is not told by task, or has no team, there is none. A team without a role that lets it own tasks has none either; then each of its members has one. Whoever asked or set the price gets
/// none: he may not decide.
/// </remarks>
internal sealed class ApprovalTasks
{
    private const int PageSize = 100;
    private const int PrivilegeDenied = unchecked((int)0x80040220);

    private readonly IOrganizationService dataverse;
    private readonly ITracingService trace;
    private readonly DateTime today;
    private Texts? stored;

    /// <param name="request">Of a job: outside a transaction, so that a task which cannot be given ends nothing else.</param>
    public ApprovalTasks(Request request)
    {
        dataverse = request.DataverseAsSystem;
        trace = request.Trace;
        today = AsOfDate.Today(request);
    }

    /// <summary>All exceptions a question finds, a hundred at a time. One request a page beside those of <see cref="Settle"/>.</summary>
    public void SettleAll(QueryExpression which)
    {
        which.PageInfo = new PagingInfo { Count = PageSize, PageNumber = 1 };
        while (true)
        {
            var page = dataverse.RetrieveMultiple(which);
            Settle(page.Entities.Select(row => row.Id).ToList());
            if (!page.MoreRecords) return;
            which.PageInfo.PageNumber++;
            which.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    /// <summary>Two requests, one more where something waits, one more where a task is new, and one for each task that changes.</summary>
    public void Settle(IReadOnlyCollection<Guid> exceptions)
    {
        if (exceptions.Count == 0) return;
        var rows = DecisionSought.Of(dataverse, exceptions);
        var standIns = StandIns.Of(dataverse, rows.Select(row => row.TeamId).OfType<Guid>().Distinct().ToList(), today);
        var tasks = Tasks(exceptions).ToLookup(task => task.RegardingObjectId!.Id);
        foreach (var row in rows) Keep(row, row.Owners(standIns), tasks[row.Id].ToList());
    }

    private void Keep(DecisionSought sought, IReadOnlyList<TaskOwner> owners, IReadOnlyList<TaskRow> tasks)
    {
        var held = owners.SelectMany(owner => Give(sought, owner, tasks)).ToList();
        foreach (var task in tasks.Where(task => task.StateCode is TaskState.Open && !held.Contains(task.Id)))
            dataverse.Update(new TaskRow { Id = task.Id, StateCode = sought.IsDecided ? TaskState.Completed : TaskState.Canceled });
    }

    // The tasks that hold the work: the owner's, or those of the members of a team that may not own one.
    private List<Guid> Give(DecisionSought sought, TaskOwner owner, IReadOnlyList<TaskRow> tasks)
    {
        var id = owner.TaskOf(sought.Id);
        var task = tasks.FirstOrDefault(one => one.Id == id);
        if (task?.StateCode is TaskState.Completed || (task?.StateCode is TaskState.Open && task.ScheduledEnd == sought.Due)) return [id];
        try
        {
            dataverse.Execute(new UpsertRequest { Target = Write(id, sought, owner) });
            return [id];
        }
        catch (FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode == PrivilegeDenied)
        {
            trace.Trace("{0}", fault.Detail.Message);
            return owner.IsTeam ? sought.Allowed(StandIns.Members(dataverse, owner.Reference.Id)).SelectMany(member => Give(sought, member, tasks)).ToList() : [];
        }
    }

    private TaskRow Write(Guid id, DecisionSought sought, TaskOwner owner)
    {
        var texts = owner.Language is { } language and > 0 ? Texts.In(language) : stored ??= Texts.In(new Settings(dataverse).Number(SettingNames.ExplanationLanguage, 1, 99999));
        return new TaskRow
        {
            Id = id,
            Category = TaskOwner.Category,
            Subject = sought.Subject(texts),
            Description = sought.Text(texts),
            RegardingObjectId = new EntityReference(PriceExceptionRow.Table, sought.Id),
            OwnerId = owner.Reference,
            ScheduledEnd = sought.Due,
            StateCode = TaskState.Open,
        };
    }

    private IEnumerable<TaskRow> Tasks(IReadOnlyCollection<Guid> exceptions)
    {
        var query = new QueryExpression(TaskRow.Table) { ColumnSet = new ColumnSet(TaskRow.Column.RegardingObjectId, TaskRow.Column.StateCode, TaskRow.Column.ScheduledEnd) };
        query.Criteria.AddCondition(TaskRow.Column.RegardingObjectId, ConditionOperator.In, exceptions.Cast<object>().ToArray());
        query.Criteria.AddCondition(TaskRow.Column.Category, ConditionOperator.Equal, TaskOwner.Category);
        return dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<TaskRow>());
    }
}
