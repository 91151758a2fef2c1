using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Structure;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Stakeholders;

/// <summary>Reads the people on the stakeholder map of an account.</summary>
internal sealed class StakeholderStore
{
    private const string Contact = "contact";

    private readonly IOrganizationService dataverse;

    public StakeholderStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    /// <summary>Everybody active on the map. One request.</summary>
    public IReadOnlyList<StakeholderRow> Of(Guid accountId) => Rows(Map(accountId));

    /// <summary>The same with what a drawing of the map says of each person: job titles. One request.</summary>
    public IReadOnlyList<StakeholderRow> Drawn(Guid accountId)
    {
        var query = Map(accountId);
        var contact = query.AddLink(ContactRow.Table, StakeholderRow.Column.ContactId, ContactRow.Column.ContactId, JoinOperator.LeftOuter);
        contact.EntityAlias = Contact;
        contact.Columns = new ColumnSet(ContactRow.Column.JobTitle);
        return Rows(query);
    }

    /// <summary>The job title that <see cref="Drawn"/> brought along.</summary>
    public static string? JobTitle(StakeholderRow drawn) => drawn.GetAttributeValue<AliasedValue>($"{Contact}.{ContactRow.Column.JobTitle}")?.Value as string;

    /// <summary>Where else the same people are on a map: by person, the other accounts. One request, none for an empty map.</summary>
    public ILookup<Guid, EntityReference> Elsewhere(Guid accountId, IReadOnlyList<StakeholderRow> map)
    {
        var people = map.Select(row => row.ContactId).OfType<EntityReference>().Select(contact => contact.Id).Distinct().Cast<object>().ToArray();
        if (people.Length == 0) return Enumerable.Empty<StakeholderRow>().ToLookup(row => row.Id, row => row.AccountId!);
        var query = new QueryExpression(StakeholderRow.Table) { ColumnSet = new ColumnSet(StakeholderRow.Column.ContactId, StakeholderRow.Column.AccountId) };
        query.Criteria.AddCondition(StakeholderRow.Column.ContactId, ConditionOperator.In, people);
        query.Criteria.AddCondition(StakeholderRow.Column.AccountId, ConditionOperator.NotEqual, accountId);
        query.Criteria.AddCondition(StakeholderRow.Column.StateCode, ConditionOperator.Equal, (int)StakeholderState.Active);
        // Only accounts the caller may see: the lookup alone would name every one.
        var account = query.AddLink(AccountRow.Table, StakeholderRow.Column.AccountId, AccountRow.Column.AccountId);
        account.LinkCriteria.AddCondition(AccountRow.Column.StateCode, ConditionOperator.Equal, (int)AccountState.Active);
        query.AddOrder(StakeholderRow.Column.StakeholderId, OrderType.Ascending);
        // A person with two roles on a map is there once.
        return Rows(query).GroupBy(row => $"{row.ContactId!.Id:N}{row.AccountId!.Id:N}").Select(same => same.First()).ToLookup(row => row.ContactId!.Id, row => row.AccountId!);
    }

    private static QueryExpression Map(Guid accountId)
    {
        var query = new QueryExpression(StakeholderRow.Table)
        {
            ColumnSet = new ColumnSet(StakeholderRow.Column.Name, StakeholderRow.Column.AccountId, StakeholderRow.Column.ContactId, StakeholderRow.Column.Role, StakeholderRow.Column.Influence,
                StakeholderRow.Column.Attitude, StakeholderRow.Column.Relationship, StakeholderRow.Column.ReportsToId),
        };
        query.Criteria.AddCondition(StakeholderRow.Column.AccountId, ConditionOperator.Equal, accountId);
        query.Criteria.AddCondition(StakeholderRow.Column.StateCode, ConditionOperator.Equal, (int)StakeholderState.Active);
        query.AddOrder(StakeholderRow.Column.StakeholderId, OrderType.Ascending);
        return query;
    }

    private List<StakeholderRow> Rows(QueryExpression query) => dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<StakeholderRow>()).ToList();

    /// <summary>The person as the rules take it.</summary>
    public static Stakeholder Person(StakeholderRow row) => new(
        row.Id,
        row.ContactId?.Id ?? Guid.Empty,
        (StakeholderRole)(int)(row.Role ?? StakeholderRoleChoice.User),
        row.Influence ?? 1,
        row.Attitude,
        row.Relationship ?? 0,
        row.ReportsToId?.Id);
}
