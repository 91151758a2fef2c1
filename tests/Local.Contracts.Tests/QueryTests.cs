using System;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Contracts.Tests;

public sealed class QueryTests
{
    [Fact]
    public void ANewQuery_ReturnsNoColumnsOfAllRowsOnOnePage()
    {
        var query = new QueryExpression("account");

        Assert.False(query.ColumnSet.AllColumns);
        Assert.Empty(query.ColumnSet.Columns);
        Assert.False(query.Distinct);
        Assert.False(query.NoLock);
        Assert.Null(query.TopCount);
        Assert.Equal(LogicalOperator.And, query.Criteria.FilterOperator);
        Assert.Empty(query.Criteria.Conditions);
        Assert.Equal((0, 0), (query.PageInfo.Count, query.PageInfo.PageNumber));
        Assert.Empty(query.LinkEntities);
    }

    [Fact]
    public void AColumnSet_MayGrowAfterItWasMadeFromNames()
    {
        var columns = new ColumnSet("name", "revenue");
        columns.AddColumn("telephone1");
        columns.AddColumns("fax", "websiteurl");

        Assert.Equal(["name", "revenue", "telephone1", "fax", "websiteurl"], columns.Columns);
    }

    [Fact]
    public void AConditionWithOneValue_HoldsThatValue()
    {
        var id = Guid.NewGuid();

        Assert.Equal([id], new ConditionExpression("parentaccountid", ConditionOperator.Equal, id).Values);
        Assert.Equal("a", new ConditionExpression("a", "name", ConditionOperator.Equal, "Muster AG").EntityName);
    }

    [Fact]
    public void AConditionWithACollection_HoldsEachOfItsValues() =>
        Assert.Equal([1, 2, 3], new ConditionExpression("statuscode", ConditionOperator.In, new[] { 1, 2, 3 }).Values);

    [Fact]
    public void AConditionWithoutAValue_HoldsNone() =>
        Assert.Empty(new ConditionExpression("name", ConditionOperator.Null).Values);

    [Fact]
    public void AComparisonOfColumns_NamesTheOtherColumn()
    {
        var filter = new FilterExpression(LogicalOperator.Or);
        filter.AddCondition("actualvalue", ConditionOperator.GreaterThan, true, "estimatedvalue");

        var condition = Assert.Single(filter.Conditions);
        Assert.True(condition.CompareColumns);
        Assert.Equal(["estimatedvalue"], condition.Values);
    }

    [Fact]
    public void ALink_JoinsFromTheTableItHangsOn_InnerUnlessSaid()
    {
        var query = new QueryExpression("account");
        var orders = query.AddLink("salesorder", "accountid", "customerid");
        var lines = orders.AddLink("salesorderdetail", "salesorderid", "salesorderid", JoinOperator.LeftOuter);

        Assert.Same(orders, Assert.Single(query.LinkEntities));
        Assert.Equal(("account", "salesorder", JoinOperator.Inner), (orders.LinkFromEntityName, orders.LinkToEntityName, orders.JoinOperator));
        Assert.Same(lines, Assert.Single(orders.LinkEntities));
        Assert.Equal(("salesorder", JoinOperator.LeftOuter), (lines.LinkFromEntityName, lines.JoinOperator));
    }

    [Fact]
    public void AQueryByAttribute_PairsNamesAndValuesByPosition()
    {
        var query = new QueryByAttribute("account") { ColumnSet = new ColumnSet("name") };
        query.AddAttributeValue("statecode", 0);
        query.AddAttributeValue("name", "Muster AG");
        query.AddOrder("name", OrderType.Descending);

        Assert.Equal(["statecode", "name"], query.Attributes);
        Assert.Equal([0, "Muster AG"], query.Values);
        Assert.Equal(OrderType.Descending, Assert.Single(query.Orders).OrderType);
    }

    [Fact]
    public void AVisitor_IsHandedTheQueryAndItsAnswerComesBack()
    {
        var visitor = new Renaming();

        Assert.Equal("contact", new QueryExpression("account").Accept(visitor).EntityName);
    }

    private sealed class Renaming : IQueryExpressionVisitor
    {
        public QueryExpression Visit(QueryExpression query) => new("contact") { ColumnSet = query.ColumnSet };
    }
}
