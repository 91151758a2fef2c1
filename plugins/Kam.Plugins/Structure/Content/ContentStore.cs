using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Structure;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Content;

/// <summary>Reads what is to be told, and what was told to the people of an account.</summary>
internal sealed class ContentStore
{
    private readonly IOrganizationService dataverse;

    public ContentStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    /// <summary>Active topics of every segment. One request.</summary>
    public IReadOnlyList<ContentTopic> Topics()
    {
        var query = new QueryExpression(ContentTopicRow.Table)
        {
            ColumnSet = new ColumnSet(ContentTopicRow.Column.Name, ContentTopicRow.Column.SegmentId, ContentTopicRow.Column.Role, ContentTopicRow.Column.Channel, ContentTopicRow.Column.TimesPerYear),
        };
        query.Criteria.AddCondition(ContentTopicRow.Column.StateCode, ConditionOperator.Equal, (int)ContentTopicState.Active);
        return dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<ContentTopicRow>())
            .Select(row => new ContentTopic(row.Id, row.Name ?? "", row.SegmentId?.Id, (StakeholderRole?)(int?)row.Role, (Channel)(int)(row.Channel ?? ChannelChoice.Visit), row.TimesPerYear ?? 1))
            .ToList();
    }

    /// <summary>When each topic was last told to each of these people. One request, none for nobody.</summary>
    public IReadOnlyList<ContentTold> Told(IReadOnlyCollection<Guid> contactIds)
    {
        if (contactIds.Count == 0) return [];
        var query = new QueryExpression(ContentToldRow.Table) { ColumnSet = new ColumnSet(ContentToldRow.Column.ContentTopicId, ContentToldRow.Column.ContactId, ContentToldRow.Column.ToldOn) };
        query.Criteria.AddCondition(ContentToldRow.Column.ContactId, ConditionOperator.In, contactIds.Cast<object>().ToArray());
        // Newest first: of the first 5,000 rows the last telling of each is among them.
        query.AddOrder(ContentToldRow.Column.ToldOn, OrderType.Descending);
        return dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<ContentToldRow>()).Select(row => new ContentTold(row.ContentTopicId!.Id, row.ContactId!.Id, row.ToldOn!.Value)).ToList();
    }
}
