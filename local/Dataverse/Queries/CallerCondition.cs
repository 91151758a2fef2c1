using System.Linq;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries;

/// <summary>Conditions that need more than the column and a value: who asks, his teams and unit, and hierarchies.</summary>
internal sealed class CallerCondition(QueryScope scope)
{
    /// <summary>SQL of the condition, or null when the operator is none of these.</summary>
    public string? Write(QueryCondition condition, Source source, ColumnExpression column)
    {
        var user = new SqlValue(Id: scope.Context.UserId);
        return condition.Operator switch
        {
            ConditionOperator.EqualUserId => $"{column.Sql} = {scope.Parameter(user)}",
            ConditionOperator.NotEqualUserId => $"({column.Sql} <> {scope.Parameter(user)} OR {column.Sql} IS NULL)",
            ConditionOperator.EqualUserTeams => $"{column.Sql} IN ({Teams(user)})",
            ConditionOperator.EqualUserOrUserTeams => $"({column.Sql} = {scope.Parameter(user)} OR {column.Sql} IN ({Teams(user)}))",
            ConditionOperator.EqualBusinessId => $"{column.Sql} = {scope.Parameter(new SqlValue(Id: scope.BusinessUnitOfUser))}",
            ConditionOperator.NotEqualBusinessId => $"({column.Sql} <> {scope.Parameter(new SqlValue(Id: scope.BusinessUnitOfUser))} OR {column.Sql} IS NULL)",
            ConditionOperator.EqualUserLanguage => $"{column.Sql} = {scope.Parameter(new SqlValue(Number: scope.Context.LanguageCode))}",
            ConditionOperator.Under => $"{column.Sql} IN ({Below(condition, source, column, withSelf: false)})",
            ConditionOperator.UnderOrEqual => $"{column.Sql} IN ({Below(condition, source, column, withSelf: true)})",
            ConditionOperator.NotUnder => $"({column.Sql} NOT IN ({Below(condition, source, column, withSelf: false)}) OR {column.Sql} IS NULL)",
            ConditionOperator.Above => $"{column.Sql} IN ({Above(condition, source, column, withSelf: false)})",
            ConditionOperator.AboveOrEqual => $"{column.Sql} IN ({Above(condition, source, column, withSelf: true)})",
            _ => null,
        };
    }

    private string Teams(SqlValue user)
    {
        var membership = scope.Store.Layout("teammembership");
        return $"SELECT {membership.Slot("teamid").SqlName} FROM {membership.SqlName} WHERE {membership.Slot("systemuserid").SqlName} = {scope.Parameter(user)}";
    }

    private string Below(QueryCondition condition, Source source, ColumnExpression column, bool withSelf)
    {
        var (table, parent) = Hierarchy(source, column);
        var start = scope.Parameter(Start(condition, source, column));
        var first = withSelf
            ? $"SELECT {table.Id.SqlName} FROM {table.SqlName} WHERE {table.Id.SqlName} = {start}"
            : $"SELECT {table.Id.SqlName} FROM {table.SqlName} WHERE {parent.SqlName} = {start}";
        return $"WITH RECURSIVE h(id) AS ({first} UNION SELECT c.{table.Id.SqlName} FROM {table.SqlName} c JOIN h ON c.{parent.SqlName} = h.id) SELECT id FROM h";
    }

    private string Above(QueryCondition condition, Source source, ColumnExpression column, bool withSelf)
    {
        var (table, parent) = Hierarchy(source, column);
        var start = scope.Parameter(Start(condition, source, column));
        var first = $"SELECT {(withSelf ? table.Id.SqlName : parent.SqlName)} FROM {table.SqlName} WHERE {table.Id.SqlName} = {start}";
        return $"WITH RECURSIVE h(id) AS ({first} UNION SELECT c.{parent.SqlName} FROM {table.SqlName} c JOIN h ON c.{table.Id.SqlName} = h.id) SELECT id FROM h WHERE id IS NOT NULL";
    }

    private SqlValue Start(QueryCondition condition, Source source, ColumnExpression column)
    {
        condition.RequireValues(1, 1);
        return scope.Value(source, column, condition.Values[0]);
    }

    // The hierarchy of the table itself when the condition is on its key, else of the table the lookup points to.
    private (TableLayout Table, ColumnSlot Parent) Hierarchy(Source source, ColumnExpression column)
    {
        var table = column.Slot.Kind == StorageKind.Reference && !column.IsName && column.Slot.Targets.Count == 1 ? scope.Store.Layout(column.Slot.Targets[0]) : source.Layout;
        var relationship = scope.Store.Schema.ChildrenOf(table.Name).FirstOrDefault(r => r.IsHierarchical && r.ReferencingTable == table.Name)
            ?? throw PlatformErrors.InvalidArgument.Fault($"The entity '{table.Name}' has no hierarchical relationship.");
        return (table, table.Slot(relationship.ReferencingColumn));
    }
}
