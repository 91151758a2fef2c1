using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Proposition;

/// <summary>Reads value propositions with what differs from the customer's next best alternative.</summary>
internal sealed class PropositionStore
{
    private static readonly ColumnSet Columns = new(
        ValuePropositionRow.Column.Name, ValuePropositionRow.Column.AccountId, ValuePropositionRow.Column.ReferenceValue, ValuePropositionRow.Column.Price,
        ValuePropositionRow.Column.TransactionCurrencyId);

    private readonly IOrganizationService dataverse;

    public PropositionStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    /// <summary>One proposition, with the rights of whoever asks: the platform refuses what they may not read.</summary>
    public ValuePropositionRow One(Guid id) => dataverse.Retrieve(ValuePropositionRow.Table, id, Columns).ToEntity<ValuePropositionRow>();

    /// <summary>What differs from the alternative, in the order of the names.</summary>
    public IReadOnlyList<ValueDifferentiation> Differences(Guid propositionId)
    {
        var query = new QueryExpression(ValueDifferentiationRow.Table)
        {
            ColumnSet = new ColumnSet(ValueDifferentiationRow.Column.Name, ValueDifferentiationRow.Column.Direction, ValueDifferentiationRow.Column.Amount, ValueDifferentiationRow.Column.Evidence),
        };
        query.Criteria.AddCondition(ValueDifferentiationRow.Column.ValuePropositionId, ConditionOperator.Equal, propositionId);
        query.Criteria.AddCondition(ValueDifferentiationRow.Column.StateCode, ConditionOperator.Equal, (int)ValueDifferentiationState.Active);
        query.AddOrder(ValueDifferentiationRow.Column.Name, OrderType.Ascending);
        return dataverse.RetrieveMultiple(query).Entities.Select(e => Rule(e.ToEntity<ValueDifferentiationRow>())).ToList();
    }

    /// <summary>The rule's economic value of a proposition.</summary>
    public static EconomicValue Value(ValuePropositionRow row, IReadOnlyList<ValueDifferentiation> differences) =>
        new(row.ReferenceValue?.Value ?? 0m, differences, row.Price?.Value);

    private static ValueDifferentiation Rule(ValueDifferentiationRow row) => new(
        row.Name ?? "", row.Direction is { } direction ? (DifferentiationDirection)(int)direction : DifferentiationDirection.Positive, row.Amount?.Value ?? 0m, row.Evidence);
}
