using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests.Pricing.Lines;

/// <summary>Who is no member of the profile "KAM Cost and Margin" learns neither cost nor margin nor floor, however he asks.</summary>
public sealed class CostProtectionTests(PackedSolution solution) : IDisposable
{
    private static readonly string[] Secret = [QuoteLineRow.Column.Verdict, QuoteLineRow.Column.PocketMargin, QuoteLineRow.Column.PocketMarginBase, QuoteLineRow.Column.Waterfall];

    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Theory]
    [InlineData(QuoteLineRow.Table)]
    [InlineData(OrderLineRow.Table)]
    public void TheLinesSecrets_AreEmptyForOthers_AndNoFilterSortOrSumReadsThem(string table)
    {
        var shop = new PricedShop(crm);
        var manager = Seller(crm, "KAM");
        var id = table == QuoteLineRow.Table ? crm.Create(shop.Line(Owned(shop, manager), 80m)) : Ordered(shop, manager);

        var row = manager.Service.Retrieve(table, id, new ColumnSet(true));

        Assert.Equal((int)PriceStatusChoice.NeedsApproval, row.GetAttributeValue<OptionSetValue>(QuoteLineRow.Column.PriceStatus).Value);
        Assert.Equal(80m, row.GetAttributeValue<Money>(QuoteLineRow.Column.PocketPrice).Value);
        Assert.All(Secret, column => Assert.False(row.Contains(column)));
        foreach (var column in Secret)
        {
            AssertTellsNothing(() => manager.Service.RetrieveMultiple(Filtered(table, column)));
            AssertTellsNothing(() => manager.Service.RetrieveMultiple(new FetchExpression($"<fetch aggregate='true'><entity name='{table}'><attribute name='{column}' alias='x' groupby='true'/></entity></fetch>")));
        }
        AssertTellsNothing(() => manager.Service.RetrieveMultiple(new FetchExpression($"<fetch aggregate='true'><entity name='{table}'><attribute name='kam_pocketmargin' alias='x' aggregate='sum'/></entity></fetch>")));

        var reader = Seller(crm, "KAM Controller", isReader: true);
        Assert.Equal(20m, reader.Service.Retrieve(table, id, new ColumnSet(QuoteLineRow.Column.PocketMargin)).GetAttributeValue<Money>(QuoteLineRow.Column.PocketMargin).Value);
    }

    [Fact]
    public void TheOrderOfASort_DoesNotFollowTheMargin()
    {
        var shop = new PricedShop(crm);
        var manager = Seller(crm, "KAM");
        var quote = Owned(shop, manager);
        var dear = shop.Product("Dear", 90m, 100m);
        var line = shop.Line(quote, 100m);
        line.ProductId = new EntityReference(ProductRow.Table, dear);
        crm.Create(line);
        crm.Create(shop.Line(quote, 100m));

        Guid[] Sorted(OrderType order)
        {
            var query = new QueryExpression(QuoteLineRow.Table) { ColumnSet = new ColumnSet(QuoteLineRow.Column.ProductId) };
            query.AddOrder(QuoteLineRow.Column.PocketMargin, order);
            try
            {
                return [.. manager.Service.RetrieveMultiple(query).Entities.Select(row => row.Id)];
            }
            catch (FaultException<OrganizationServiceFault>)
            {
                return [];
            }
        }

        Assert.Equal(Sorted(OrderType.Ascending), Sorted(OrderType.Descending));
    }

    [Fact]
    public void TheFloor_IsNeitherReadNorFoundByTakingTheMinimumDown()
    {
        var shop = new PricedShop(crm);
        var controller = Seller(crm, "KAM Controller");
        Assert.Null(controller.Read(PriceCorridorRow.Table, shop.Corridor).ToEntity<PriceCorridorRow>().Floor);

        foreach (var minimum in new[] { 80m, 70m, 69.99m, 1m })
            Assert.Equal(["KAM-PRC-114"], Crm.CodesOf(() => controller.Service.Update(new PriceCorridorRow { Id = shop.Corridor, Minimum = new Money(minimum) })));
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => controller.Service.Update(new PriceCorridorRow { Id = shop.Corridor, Floor = new Money(1m) }));
    }

    [Fact]
    public void ProbingPriceAndDiscount_TellsTheSameWhereverFloorAndCostAre()
    {
        var answers = new List<List<string>>();
        foreach (var (floor, cost) in new[] { (70m, 60m), (30m, 20m), (85m, 84m) })
        {
            using var one = new Crm(solution);
            var shop = new PricedShop(one, floor, cost);
            var manager = Seller(one, "KAM");
            answers.Add(Probe(one, shop, manager));
        }

        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(answers[0], answers[2]);
        // The probing finds the bounds that everybody sees, so it would have found another one, too.
        Assert.True(answers[0].Distinct().Count() > 20);
    }

    [Fact]
    public void TheWaterfall_EndsAtThePocketPriceForOthers()
    {
        var shop = new PricedShop(crm);
        var manager = Seller(crm, "KAM");
        var line = crm.Create(shop.Line(Owned(shop, manager), 80m, quantity: 3m));

        string Explained(Member member) => (string)member.Call("kam_ExplainLinePrice", ("LineId", line), ("Table", QuoteLineRow.Table))["Waterfall"];

        var shown = Explained(manager);
        Assert.Contains("\"pocketAmount\":240", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("180", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("stepCost", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("marginAmount", shown, StringComparison.Ordinal);
        Assert.Contains("\"targetPrice\":95,\"minimumPrice\":85", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("floorPrice", shown, StringComparison.Ordinal);
        var whole = Explained(Seller(crm, "KAM Controller", isReader: true));
        Assert.Contains("\"amount\":-180", whole, StringComparison.Ordinal);
        Assert.Contains("\"marginAmount\":60", whole, StringComparison.Ordinal);
        Assert.Contains("\"floorPrice\":70", whole, StringComparison.Ordinal);

        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => manager.Call("kam_ExplainLinePrice", ("LineId", line), ("Table", "account"))));
        var stranger = Seller(crm, "KAM");
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => Explained(stranger));
    }

    // Bisection over price, then over discount, and what a person reads each time: status, level, reason, pocket price, faults.
    private static List<string> Probe(Crm crm, PricedShop shop, Member manager)
    {
        var quote = Owned(crm, shop, manager);
        var line = manager.Service.Create(shop.Line(quote, 100m));
        var read = new List<string>();
        string Ask(Action<QuoteLineRow> change)
        {
            var row = new QuoteLineRow { Id = line };
            change(row);
            try
            {
                manager.Service.Update(row);
            }
            catch (FaultException<OrganizationServiceFault> fault)
            {
                return fault.Detail.Message;
            }
            var stored = manager.Read(QuoteLineRow.Table, line).ToEntity<QuoteLineRow>();
            var level = stored.RequiredLevelId is { } id ? crm.Read<ApprovalLevelRow>(id.Id).Name : "";
            return $"{stored.PriceStatus} {level} {stored.PriceReason} {stored.PocketPrice?.Value}";
        }

        for (var price = 100m; price > 0m; price -= 2.5m) read.Add(Ask(row => row.PricePerUnit = new Money(price)));
        for (var step = 0; step < 12; step++)
        {
            // Between the minimum and zero, always the middle.
            var middle = Math.Round(85m / (decimal)Math.Pow(2, step), 2);
            read.Add(Ask(row => row.PricePerUnit = new Money(middle)));
            read.Add(Ask(row =>
            {
                row.PricePerUnit = new Money(100m);
                row.ManualDiscountAmount = new Money(100m - middle);
            }));
            read.Add(Ask(row => row.ManualDiscountAmount = null));
        }
        return read;
    }

    private Guid Owned(PricedShop shop, Member member) => Owned(crm, shop, member);

    private static Guid Owned(Crm crm, PricedShop shop, Member member)
    {
        member.Given(AccountRow.Table, shop.Customer);
        return member.Given(QuoteRow.Table, shop.Quote());
    }

    private Guid Ordered(PricedShop shop, Member member)
    {
        var order = member.Given(OrderRow.Table, crm.Create(new OrderRow
        {
            Name = "Order",
            CustomerId = new EntityReference(AccountRow.Table, shop.Customer),
            PriceLevelId = new EntityReference(PriceListRow.Table, shop.PriceList),
        }));
        return crm.Create(new OrderLineRow
        {
            SalesOrderId = new EntityReference(OrderRow.Table, order),
            ProductId = new EntityReference(ProductRow.Table, shop.Sensor),
            UoMId = new EntityReference(UnitRow.Table, shop.Piece),
            Quantity = 1m,
            IsPriceOverridden = true,
            PricePerUnit = new Money(80m),
        });
    }

    private static QueryExpression Filtered(string table, string column)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(column, ConditionOperator.NotNull);
        return query;
    }

    // Refused, or answered as if nothing stood there.
    private static void AssertTellsNothing(Func<EntityCollection> ask)
    {
        EntityCollection rows;
        try
        {
            rows = ask();
        }
        catch (FaultException<OrganizationServiceFault>)
        {
            return;
        }
        Assert.All(rows.Entities, row => Assert.DoesNotContain(row.Attributes, value => value.Value is AliasedValue { Value: not null }));
        Assert.True(rows.Entities.Count == 0 || rows.Entities[0].Attributes.Count <= 1);
    }

    // The roles of this solution come on top of what sales people have anyway.
    private static Member Seller(Crm crm, string role, bool isReader = false)
    {
        var member = new Member(crm, role, SalesRole(crm, isReader));
        if (isReader) member.Join("KAM Cost and Margin");
        return member;
    }

    private static string SalesRole(Crm crm, bool isReader)
    {
        var name = isReader ? "Sales reader" : "Sales person";
        var query = new QueryExpression("role");
        query.Criteria.AddCondition("name", ConditionOperator.Equal, name);
        if (crm.Service.RetrieveMultiple(query).Entities.Count > 0) return name;
        var role = crm.Create(new Entity("role") { ["name"] = name, ["businessunitid"] = new EntityReference("businessunit", crm.Organisation.RootBusinessUnitId) });
        var depth = isReader ? Microsoft.Crm.Sdk.Messages.PrivilegeDepth.Global : Microsoft.Crm.Sdk.Messages.PrivilegeDepth.Basic;
        string[] rights = ["Read", "Write", "Create", "Append", "AppendTo"];
        string[] tables = ["Quote", "SalesOrder", "Account"];
        var wanted = tables.SelectMany(table => rights.Select(right => $"prv{right}{table}")).ToList();
        var names = new QueryExpression("privilege") { ColumnSet = new ColumnSet("name") };
        names.Criteria.AddCondition("name", ConditionOperator.In, [.. wanted.Concat(["prvReadProduct", "prvReadUoM", "prvReadPriceLevel", "prvReadTransactionCurrency", "prvAppendToTransactionCurrency", "prvAppendToPriceLevel", "prvAppendToProduct", "prvAppendToUoM"])]);
        var privileges = crm.Service.RetrieveMultiple(names).Entities.Select(row => new Microsoft.Crm.Sdk.Messages.RolePrivilege
        {
            PrivilegeId = row.Id,
            Depth = ((string)row["name"]).EndsWith("Quote", StringComparison.Ordinal) || ((string)row["name"]).EndsWith("SalesOrder", StringComparison.Ordinal) || ((string)row["name"]).EndsWith("Account", StringComparison.Ordinal)
                ? depth
                : Microsoft.Crm.Sdk.Messages.PrivilegeDepth.Global,
            BusinessUnitId = crm.Organisation.RootBusinessUnitId,
        }).ToArray();
        crm.Service.Execute(new Microsoft.Crm.Sdk.Messages.AddPrivilegesRoleRequest { RoleId = role, Privileges = privileges });
        return name;
    }
}
