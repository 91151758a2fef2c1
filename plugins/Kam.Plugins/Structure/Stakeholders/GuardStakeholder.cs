using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Structure;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Stakeholders;

/// <summary>Refuses figures outside their range and superiors in a circle or in another account, all at once; gives the row the person's name. One request for a superior, one for a name.</summary>
/// <model stage="2 Structure">Stakeholder map (buying centre): role, influence 1–5, attitude −2..+2, relationship 0–5, reports-to</model>
[Step(Message.Create, StakeholderRow.Table, Stage.PreOperation)]
[Step(Message.Update, StakeholderRow.Table, Stage.PreOperation, When =
[
    StakeholderRow.Column.AccountId, StakeholderRow.Column.ContactId, StakeholderRow.Column.Role, StakeholderRow.Column.Influence, StakeholderRow.Column.Attitude,
    StakeholderRow.Column.Relationship, StakeholderRow.Column.ReportsToId,
])]
[Image(ImageMoment.Before, StakeholderRow.Column.AccountId, StakeholderRow.Column.ContactId, StakeholderRow.Column.Role, StakeholderRow.Column.Influence, StakeholderRow.Column.Attitude,
    StakeholderRow.Column.Relationship, StakeholderRow.Column.ReportsToId, StakeholderRow.Column.Name)]
public sealed class GuardStakeholder : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        // One by one the people of a merged account come here, some before their superior.
        if (request.IsMovedByMerge(StakeholderRow.Column.AccountId)) return;
        var row = request.Merged<StakeholderRow>();
        var person = StakeholderStore.Person(row);
        var others = row.ReportsToId is null || row.AccountId is null ? [] : new StakeholderStore(request.DataverseAsSystem).Of(row.AccountId.Id).Where(other => other.Id != row.Id).ToList();
        var violations = new List<Violation>(StakeholderMap.Violations([person, .. others.Select(StakeholderStore.Person)]));
        if (row.ReportsToId is { } superior && superior.Id != row.Id && others.All(other => other.Id != superior.Id))
            violations.Add(Violation.Of(StructureReasons.SuperiorElsewhere, nameof(row.ReportsToId), superior.Id.ToString()));
        RefusalException.WhenAny(violations);
        TakeName(request, row);
    }

    private static void TakeName(Request request, StakeholderRow row)
    {
        var target = request.Target<StakeholderRow>();
        if (target.ContactId is not { } contact || target.Attributes.ContainsKey(StakeholderRow.Column.Name)) return;
        target.Name = request.DataverseAsSystem.Retrieve(ContactRow.Table, contact.Id, new ColumnSet(ContactRow.Column.FullName)).ToEntity<ContactRow>().FullName ?? row.Name;
    }
}
