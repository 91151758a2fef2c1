using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Reading;

/// <summary>The few lines without a cost of accounts whose other lines have one, row by row: no aggregate can tell their revenue apart.</summary>
internal sealed class UncoveredLines
{
    private const string Header = "header";

    private readonly IOrganizationService dataverse;
    private readonly RevenueTables tables;

    public UncoveredLines(IOrganizationService dataverse, RevenueTables tables)
    {
        this.dataverse = dataverse;
        this.tables = tables;
    }

    /// <param name="accounts">None: no request is made.</param>
    /// <param name="days">The days that count.</param>
    /// <param name="take">Account, day, revenue without tax in base currency.</param>
    public void Read(IReadOnlyList<Guid> accounts, Period days, Action<Guid, DateTime, decimal> take)
    {
        if (accounts.Count == 0) return;
        var query = new QueryExpression(tables.Line)
        {
            ColumnSet = new ColumnSet(OrderLineRow.Column.ExtendedAmountBase, OrderLineRow.Column.TaxBase),
            PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 },
        };
        query.Criteria.AddCondition(OrderLineRow.Column.Cost, ConditionOperator.Null);
        var header = query.AddLink(tables.Header, tables.HeaderId, tables.HeaderId);
        header.EntityAlias = Header;
        header.Columns = new ColumnSet(tables.Customer, tables.On);
        header.LinkCriteria.AddCondition(tables.Customer, ConditionOperator.In, accounts.Cast<object>().ToArray());
        header.LinkCriteria.AddCondition(tables.On, ConditionOperator.GreaterEqual, days.First);
        header.LinkCriteria.AddCondition(tables.On, ConditionOperator.LessThan, days.End);
        header.LinkCriteria.AddCondition(OrderRow.Column.StateCode, ConditionOperator.NotEqual, tables.Cancelled);
        while (true)
        {
            var answer = dataverse.RetrieveMultiple(query);
            foreach (var line in answer.Entities) Hand(line, take);
            if (!answer.MoreRecords) return;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = answer.PagingCookie;
        }
    }

    private void Hand(Entity line, Action<Guid, DateTime, decimal> take)
    {
        var revenue = (line.GetAttributeValue<Money>(OrderLineRow.Column.ExtendedAmountBase)?.Value ?? 0m)
            - (line.GetAttributeValue<Money>(OrderLineRow.Column.TaxBase)?.Value ?? 0m);
        var account = (EntityReference)line.GetAttributeValue<AliasedValue>($"{Header}.{tables.Customer}").Value;
        var on = (DateTime)line.GetAttributeValue<AliasedValue>($"{Header}.{tables.On}").Value;
        take(account.Id, DateTime.SpecifyKind(on, DateTimeKind.Utc), revenue);
    }
}
