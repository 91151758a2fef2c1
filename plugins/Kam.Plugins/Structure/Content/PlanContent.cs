using System;
using System.Globalization;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Structure.Stakeholders;
using Kam.Rules.Structure;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Content;

/// <summary>Custom API kam_PlanContent: what is due for whom in an account up to a day, soonest first.</summary>
/// <remarks>By the segment of the account and its stakeholder map, with the rights of the caller. Four requests.</remarks>
/// <model stage="2 Structure">content topic (what is communicated to which segment, role and channel, how often)</model>
public sealed class PlanContent : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var asOf = AsOfDate.Of(request);
        var until = Period.DayOf(request.Required<DateTime>("Until"));
        if (until < asOf) throw RequestParameters.Invalid("Until", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"{asOf:yyyy-MM-dd} –");
        var account = request.Dataverse.Retrieve(AccountRow.Table, request.Required<Guid>("AccountId"), new ColumnSet(AccountRow.Column.SegmentId)).ToEntity<AccountRow>();
        var rows = new StakeholderStore(request.Dataverse).Of(account.Id);
        var people = rows.Select(StakeholderStore.Person).ToList();
        var content = new ContentStore(request.Dataverse);

        var due = new ContentPlan(content.Topics()).Due(account.SegmentId?.Id ?? Guid.Empty, people, content.Told(people.Select(person => person.ContactId).Distinct().ToList()), asOf, until);

        var names = rows.ToDictionary(row => row.Id, row => row.Name ?? row.ContactId?.Name ?? "");
        request.Answer("Plan", ContentPlanText.Write(due, names));
        request.Answer("DueCount", due.Count);
    }
}
