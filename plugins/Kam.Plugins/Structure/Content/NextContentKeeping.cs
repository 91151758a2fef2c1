using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Structure.Stakeholders;
using Kam.Rules.Structure;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Structure.Content;

/// <summary>Keeps at each person of a map what they are to be told next, and since when or when. Two requests for any number of people, none for nobody, and one for each whose next content changes.</summary>
internal sealed class NextContentKeeping
{
    private readonly IOrganizationService dataverse;
    private readonly DateTime asOf;

    /// <param name="dataverse">With all rights: what is due is the same whoever asks.</param>
    /// <param name="asOf">Today.</param>
    public NextContentKeeping(IOrganizationService dataverse, DateTime asOf)
    {
        this.dataverse = dataverse;
        this.asOf = asOf;
    }

    /// <summary>Works it out anew and stores what changed.</summary>
    /// <returns>For how many it changed.</returns>
    public int Keep(IReadOnlyList<StakeholderRow> rows)
    {
        if (rows.Count == 0) return 0;
        var content = new ContentStore(dataverse);
        var plan = new ContentPlan(content.Topics());
        var told = content.Told(rows.Select(row => row.ContactId!.Id).Distinct().ToList()).ToLookup(one => one.ContactId);
        var changed = 0;
        foreach (var row in rows)
        {
            var before = row.NextTopicId is { } topic && row.NextContentOn is { } on ? new NextContent(topic.Id, on) : null;
            var next = plan.Next(ContentStore.SegmentOf(row), StakeholderStore.Person(row), told[row.ContactId!.Id].ToList(), asOf, before);
            if (next == before && (next is not null || row.NextTopicId is null && row.NextContentOn is null)) continue;
            dataverse.Update(new StakeholderRow { Id = row.Id, NextTopicId = next is null ? null : new EntityReference(ContentTopicRow.Table, next.TopicId), NextContentOn = next?.DueOn });
            changed++;
        }

        return changed;
    }
}
