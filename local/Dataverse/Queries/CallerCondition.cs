using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries;

/// <summary>Conditions that need more than the column and a value: who asks, his teams, his unit and his people, and hierarchies.</summary>
internal sealed class CallerCondition(QueryScope scope)
{
    private string User => scope.Parameter(new SqlValue(Id: scope.Context.UserId));

    private string Unit => scope.Parameter(new SqlValue(Id: scope.BusinessUnitOfUser));

    /// <summary>SQL of the condition, or null when the operator is none of these.</summary>
    public string? Write(QueryCondition condition, Source source, ColumnExpression column)
    {
        switch (condition.Operator)
        {
            case ConditionOperator.Under or ConditionOperator.UnderOrEqual or ConditionOperator.NotUnder or ConditionOperator.Above or ConditionOperator.AboveOrEqual:
                condition.RequireValues(1, 1);
                return InHierarchy(condition, source, column);
            case ConditionOperator.EqualUserLanguage:
                condition.RequireValues(0, 0);
                return $"{column.Sql} = {scope.Parameter(new SqlValue(Number: scope.Context.LanguageCode))}";
        }
        if (Principal(condition.Operator, column.Sql) is not { } sql) return null;
        condition.RequireValues(0, 0);
        if (column.Kind is StorageKind.Reference or StorageKind.Guid) return sql;
        throw PlatformErrors.InvalidArgument.Fault($"The operator is not valid or it is not supported for the {column.Slot.Column.Type} attribute '{column.Slot.Name}'.");
    }

    private string? Principal(ConditionOperator comparison, string column) => comparison switch
    {
        ConditionOperator.EqualUserId => $"{column} = {User}",
        ConditionOperator.NotEqualUserId => $"({column} <> {User} OR {column} IS NULL)",
        ConditionOperator.EqualUserTeams => $"{column} IN ({TeamsOf("= " + User)})",
        ConditionOperator.EqualUserOrUserTeams => $"({column} = {User} OR {column} IN ({TeamsOf("= " + User)}))",
        ConditionOperator.EqualUserOrUserHierarchy => $"{column} IN ({People()})",
        ConditionOperator.EqualUserOrUserHierarchyAndTeams => $"({column} IN ({People()}) OR {column} IN ({TeamsOf($"IN ({People()})")}))",
        ConditionOperator.EqualBusinessId => $"{column} = {Unit}",
        ConditionOperator.NotEqualBusinessId => $"({column} <> {Unit} OR {column} IS NULL)",
        _ => null,
    };

    private string TeamsOf(string users)
    {
        var membership = scope.Store.Layout("teammembership");
        return $"SELECT {membership.Slot("teamid").SqlName} FROM {membership.SqlName} WHERE {membership.Slot("systemuserid").SqlName} {users}";
    }

    // The user and everybody below him, however far down: by position where the organisation uses that model, else by the lookup to the manager.
    private string People()
    {
        const string byPosition = "EXISTS (SELECT 1 FROM \"organization\" WHERE \"ishierarchicalsecuritymodelenabled\" = 1 AND \"usepositionhierarchy\" = 1)";
        TableLayout users = scope.Store.Layout("systemuser"), positions = scope.Store.Layout("position");
        var (id, position) = (users.Id.SqlName, users.Slot("positionid").SqlName);
        var reports = Hierarchies.Below(users, users.Slot("parentsystemuserid"), User, withSelf: true);
        var lower = Hierarchies.Below(positions, positions.Slot("parentpositionid"), $"(SELECT {position} FROM {users.SqlName} WHERE {id} = {User})", withSelf: false);
        return $"SELECT p.{id} FROM {users.SqlName} p WHERE CASE WHEN {byPosition} THEN p.{id} = {User} OR p.{position} IN ({lower}) ELSE p.{id} IN ({reports}) END";
    }

    private string InHierarchy(QueryCondition condition, Source source, ColumnExpression column)
    {
        // The hierarchy of the table itself when the condition is on its key, else of the table the lookup points to.
        var table = column.Slot == source.Layout.Id ? source.Layout : column.Kind == StorageKind.Reference && column.Slot.Targets.Count == 1 ? scope.Store.Layout(column.Slot.Targets[0]) : null;
        var parent = table is null ? null : new Hierarchies(scope).ParentOf(table);
        if (parent is null) throw PlatformErrors.InvalidArgument.Fault($"The attribute '{source.Layout.Name}.{column.Name}' is of no hierarchical relationship.");
        var start = scope.Parameter(scope.Value(source, column, condition.Values[0]));
        return condition.Operator switch
        {
            ConditionOperator.Under => $"{column.Sql} IN ({Hierarchies.Below(table!, parent, start, withSelf: false)})",
            ConditionOperator.UnderOrEqual => $"{column.Sql} IN ({Hierarchies.Below(table!, parent, start, withSelf: true)})",
            ConditionOperator.NotUnder => $"({column.Sql} NOT IN ({Hierarchies.Below(table!, parent, start, withSelf: false)}) OR {column.Sql} IS NULL)",
            ConditionOperator.Above => $"{column.Sql} IN ({Hierarchies.Above(table!, parent, start, withSelf: false)})",
            _ => $"{column.Sql} IN ({Hierarchies.Above(table!, parent, start, withSelf: true)})",
        };
    }
}
