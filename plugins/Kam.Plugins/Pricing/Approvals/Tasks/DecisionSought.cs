using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Approvals.Tasks;

/// <summary>A price exception as a piece of work: who decides, until when, and what is said about it. Neither the minimum nor what lies below it is told: others than approvers may read tasks.</summary>
internal sealed class DecisionSought
{
    private const string Level = "l";
    private const int LongestSubject = 200, LongestText = 2000;

    private readonly PriceExceptionRow row;
    private readonly string level;

    private DecisionSought(Entity found)
    {
        row = found.ToEntity<PriceExceptionRow>();
        level = found.Text($"{Level}.{ApprovalLevelRow.Column.Name}");
        // A level of before the column existed is told.
        var isTold = found.GetAttributeValue<AliasedValue>($"{Level}.{ApprovalLevelRow.Column.IsToldByTask}")?.Value is not false;
        TeamId = isTold && row.StatusCode == PriceExceptionStatusReason.Requested ? found.Reference($"{Level}.{ApprovalLevelRow.Column.TeamId}") : null;
    }

    public Guid Id => row.Id;

    /// <summary>The team that decides; null when nothing is to be decided, or nobody is told.</summary>
    public Guid? TeamId { get; }

    /// <summary>Whether somebody has decided, so that the work is done and not merely gone.</summary>
    public bool IsDecided => row.DecidedById is not null && row.StatusCode is PriceExceptionStatusReason.Approved or PriceExceptionStatusReason.Rejected;

    /// <summary>The day the request goes up, or its last one.</summary>
    public DateTime? Due => row.DecideBy is { } day && day < row.ValidUntil ? day : row.ValidUntil;

    /// <summary>One request.</summary>
    public static IReadOnlyList<DecisionSought> Of(IOrganizationService dataverse, IReadOnlyCollection<Guid> ids)
    {
        var query = new QueryExpression(PriceExceptionRow.Table)
        {
            ColumnSet = new ColumnSet(PriceExceptionRow.Column.Name, PriceExceptionRow.Column.StatusCode, PriceExceptionRow.Column.RequestedById, PriceExceptionRow.Column.PriceSetById,
                PriceExceptionRow.Column.DecidedById, PriceExceptionRow.Column.DecideBy, PriceExceptionRow.Column.ValidUntil, PriceExceptionRow.Column.Quantity, PriceExceptionRow.Column.PricePerUnit,
                PriceExceptionRow.Column.Reason),
        };
        query.Criteria.AddCondition(PriceExceptionRow.Column.PriceExceptionId, ConditionOperator.In, ids.Cast<object>().ToArray());
        var link = query.AddLink(ApprovalLevelRow.Table, PriceExceptionRow.Column.ApprovalLevelId, ApprovalLevelRow.Column.ApprovalLevelId, JoinOperator.LeftOuter);
        link.EntityAlias = Level;
        link.Columns = new ColumnSet(ApprovalLevelRow.Column.Name, ApprovalLevelRow.Column.TeamId, ApprovalLevelRow.Column.IsToldByTask);
        return dataverse.RetrieveMultiple(query).Entities.Select(found => new DecisionSought(found)).ToList();
    }

    /// <summary>Who has it as a task.</summary>
    public IReadOnlyList<TaskOwner> Owners(ILookup<Guid, StandIn> standIns) =>
        TeamId is not { } decides ? [] : [new TaskOwner(new EntityReference(TeamRow.Table, decides), Language: null), .. Allowed(standIns[decides])];

    /// <summary>Those of some people who may decide: neither who asked nor who set the price.</summary>
    public IEnumerable<TaskOwner> Allowed(IEnumerable<StandIn> people) => people
        .Where(one => one.UserId != row.RequestedById?.Id && one.UserId != row.PriceSetById?.Id)
        .Select(one => new TaskOwner(new EntityReference(UserRow.Table, one.UserId), one.Language));

    public string Subject(Texts texts) => Clipped(texts.Say(Sentence.Of("pricing.approvalTask", Argument.Text(row.Name ?? ""))), LongestSubject);

    public string Text(Texts texts) => Clipped(texts.Say(Sentence.Of("pricing.approvalTaskText", Argument.Text(row.RequestedById?.Name ?? ""), Argument.Number(row.Quantity ?? 0m),
        Argument.Number(row.PricePerUnit?.Value ?? 0m), Argument.Text(level), Argument.Date(Due ?? DateTime.MinValue), Argument.Text(row.Reason ?? ""))), LongestText);

    private static string Clipped(string text, int most) => text.Length <= most ? text : text.Substring(0, most);
}
