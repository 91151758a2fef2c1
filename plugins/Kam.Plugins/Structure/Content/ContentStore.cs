using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Structure;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Content;

/// <summary>Reads what is to be told, and what was told to the people of an account.</summary>
internal sealed class ContentStore
{
    private const int GroupsTogether = 5000;
    private const string Account = "account";

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
        var told = new List<ContentTold>();
        for (var page = 1; contactIds.Count > 0; page++)
        {
            var answer = dataverse.RetrieveMultiple(new FetchExpression($"""
                <fetch aggregate='true' page='{page}' count='{GroupsTogether}'>
                  <entity name='{ContentToldRow.Table}'>
                    <attribute name='{ContentToldRow.Column.ContentTopicId}' alias='topic' groupby='true'/>
                    <attribute name='{ContentToldRow.Column.ContactId}' alias='person' groupby='true'/>
                    <attribute name='{ContentToldRow.Column.ToldOn}' alias='last' aggregate='max'/>
                    <filter><condition attribute='{ContentToldRow.Column.ContactId}' operator='in'>{string.Concat(contactIds.Select(id => $"<value>{id:D}</value>"))}</condition></filter>
                    <order alias='topic'/><order alias='person'/>
                  </entity>
                </fetch>
                """));
            told.AddRange(answer.Entities.Select(group => new ContentTold(group.Reference("topic")!.Value, group.Reference("person")!.Value, group.Day("last")!.Value)));
            if (!answer.MoreRecords) break;
        }

        return told;
    }

    /// <summary>Active people of maps with the segment of their account, by their ids. One request.</summary>
    /// <param name="column">That holds one of the values; null for all.</param>
    /// <param name="values">Ids.</param>
    /// <param name="position">Which page of them; null for the first 5,000.</param>
    /// <param name="next">Where the next page begins; empty after the last.</param>
    public IReadOnlyList<StakeholderRow> People(string? column, IReadOnlyCollection<Guid> values, PagingInfo? position, out string next)
    {
        var query = new QueryExpression(StakeholderRow.Table)
        {
            ColumnSet = new ColumnSet(StakeholderRow.Column.AccountId, StakeholderRow.Column.ContactId, StakeholderRow.Column.Role, StakeholderRow.Column.NextContentOn, StakeholderRow.Column.NextTopicId),
            PageInfo = position ?? new PagingInfo { Count = GroupsTogether, PageNumber = 1 },
        };
        query.Criteria.AddCondition(StakeholderRow.Column.StateCode, ConditionOperator.Equal, (int)StakeholderState.Active);
        if (column is not null) query.Criteria.AddCondition(column, ConditionOperator.In, values.Cast<object>().ToArray());
        var account = query.AddLink(AccountRow.Table, StakeholderRow.Column.AccountId, AccountRow.Column.AccountId);
        account.EntityAlias = Account;
        account.Columns = new ColumnSet(AccountRow.Column.SegmentId);
        query.AddOrder(StakeholderRow.Column.StakeholderId, OrderType.Ascending);
        var page = dataverse.RetrieveMultiple(query);
        next = page.MoreRecords ? PagePosition.Write(query.PageInfo.PageNumber + 1, page.PagingCookie) : "";
        return page.Entities.Select(row => row.ToEntity<StakeholderRow>()).ToList();
    }

    /// <summary>The segment that <see cref="People"/> brought along; none is empty.</summary>
    public static Guid SegmentOf(StakeholderRow person) => person.Reference($"{Account}.{AccountRow.Column.SegmentId}") ?? Guid.Empty;
}
