using System;
using System.Linq;
using CsCheck;
using Local.Dataverse.Import;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;
using Xunit;
using static Local.Dataverse.Tests.Columns.FormulaXaml;

namespace Local.Dataverse.Tests.Columns;

/// <summary>Classic calculated columns: defined by workflow XAML, computed when they are read.</summary>
public sealed class CalculatedColumnTests
{
    private const string Decimal2 = "<MinValue>-1000000000</MinValue><MaxValue>1000000000</MaxValue><Accuracy>2</Accuracy>";

    // Where hours are given: hours * 1.5 + 10; else 0.
    private static readonly string effort = Definition(Branches(
        Get("tst_hours", "c1"), Condition("NotNull", "c1", "filled"),
        Branch(
            "filled",
            Get("tst_hours", "s1") + Constant("Decimal", "1.5", "s2") + Expression("Multiply", "s3", "s1", "s2") + Constant("Integer", "10", "s4") + Expression("Add", "s5", "s3", "s4") + Set("tst_effort", "s5"),
            Constant("Integer", "0", "e1") + Set("tst_effort", "e1"))));

    private static Workshop WithEffort() => new Workshop().Calculated("tst_Effort", "decimal", Decimal2, effort);

    [Fact]
    public void ACalculatedColumn_FollowsTheColumnsItReads()
    {
        using var shop = WithEffort();
        var id = shop.Machine(("tst_hours", 4m));

        Assert.Equal(16m, shop.Read<decimal>("tst_machine", id, "tst_effort"));
        shop.Service.Update(new Entity("tst_machine", id) { ["tst_hours"] = 6m });
        Assert.Equal(19m, shop.Read<decimal>("tst_machine", id, "tst_effort"));
        shop.Service.Update(new Entity("tst_machine", id) { ["tst_hours"] = null });
        Assert.Equal(0m, shop.Read<decimal>("tst_machine", id, "tst_effort"));
    }

    [Fact]
    public void AnyHours_GiveThePlainFormulaRounded() => Gen.Int[0, 10_000_000].Array[1, 20].Sample(
        cents =>
        {
            using var shop = WithEffort();
            foreach (var hundredths in cents) shop.Machine(("tst_hours", hundredths / 100m));
            var rows = shop.Service.RetrieveMultiple(new QueryExpression("tst_machine") { ColumnSet = new ColumnSet("tst_hours", "tst_effort") }).Entities;
            Assert.All(rows, r => Assert.Equal(Math.Round((r.GetAttributeValue<decimal>("tst_hours") * 1.5m) + 10m, 2, MidpointRounding.AwayFromZero), r.GetAttributeValue<decimal>("tst_effort")));
            var sum = shop.Service.RetrieveMultiple(new FetchExpression("<fetch aggregate='true'><entity name='tst_machine'><attribute name='tst_effort' alias='s' aggregate='sum'/></entity></fetch>")).Entities[0];
            Assert.Equal(rows.Sum(r => r.GetAttributeValue<decimal>("tst_effort")), ((AliasedValue)sum["s"]).Value);
        },
        iter: 10);

    [Fact]
    public void AQuery_FiltersAndOrdersByACalculatedColumn()
    {
        using var shop = WithEffort();
        foreach (var hours in new[] { 3m, 9m, 1m, 5m }) shop.Machine(("tst_name", $"M{hours}"), ("tst_hours", hours));
        var query = new QueryExpression("tst_machine") { ColumnSet = new ColumnSet("tst_name") };
        query.Criteria.AddCondition("tst_effort", ConditionOperator.GreaterThan, 14m);
        query.AddOrder("tst_effort", OrderType.Descending);

        Assert.Equal(["M9", "M5", "M3"], shop.Service.RetrieveMultiple(query).Entities.Select(e => e["tst_name"]));
    }

    [Fact]
    public void PagesOrderedByACalculatedColumn_GiveEachRowOnce()
    {
        using var shop = WithEffort();
        for (var i = 0; i < 7; i++) shop.Machine(("tst_hours", (decimal)(i % 3)));
        var query = new QueryExpression("tst_machine") { ColumnSet = new ColumnSet("tst_effort"), PageInfo = new PagingInfo { Count = 2, PageNumber = 1 } };
        query.AddOrder("tst_effort", OrderType.Ascending);
        var seen = new System.Collections.Generic.List<Entity>();
        for (var more = true; more; query.PageInfo.PageNumber++)
        {
            var page = shop.Service.RetrieveMultiple(query);
            seen.AddRange(page.Entities);
            query.PageInfo.PagingCookie = page.PagingCookie;
            more = page.MoreRecords;
        }

        Assert.Equal(7, seen.Select(e => e.Id).Distinct().Count());
        Assert.Equal(seen.Select(e => (decimal)e["tst_effort"]).Order(), seen.Select(e => (decimal)e["tst_effort"]));
    }

    [Fact]
    public void AColumnOfARelatedRow_IsReadThroughItsLookup()
    {
        using var shop = new Workshop().Calculated("tst_Place", "nvarchar", "<MaxLength>100</MaxLength>", Definition(
            Get("name", "a", "related_tst_customerid#account") + Constant("String", " / ", "b") + Get("tst_name", "c") + Expression("Concat", "d", "a", "b", "c") + Set("tst_place", "d")));
        var account = shop.Account(("name", "Muster AG"));
        var id = shop.Machine(("tst_name", "Press"), ("tst_customerid", new EntityReference("account", account)));

        Assert.Equal("Muster AG / Press", shop.Read<string>("tst_machine", id, "tst_place"));
    }

    [Fact]
    public void ACalculatedColumn_MayReadAnother()
    {
        using var shop = WithEffort().Calculated("tst_Double", "decimal", Decimal2, Definition(Get("tst_effort", "a") + Expression("Add", "b", "a", "a") + Set("tst_double", "b")));

        Assert.Equal(32m, shop.Read<decimal>("tst_machine", shop.Machine(("tst_hours", 4m)), "tst_double"));
    }

    [Theory]
    [InlineData("DiffInDays", 366)]
    [InlineData("DiffInWeeks", 52)]
    [InlineData("DiffInMonths", 12)]
    [InlineData("DiffInYears", 1)]
    [InlineData("DiffInHours", 8784)]
    public void ADifferenceOfDates_CountsTheBoundariesBetweenThem(string function, int expected)
    {
        using var shop = new Workshop().Plain("tst_SoldOn", "datetime", "<Format>date</Format><Behavior>2</Behavior>").Calculated("tst_Span", "int", "<MinValue>-100000</MinValue><MaxValue>100000</MaxValue>", Definition(
            Get("tst_builton", "a") + Get("tst_soldon", "b") + Expression(function, "c", "a", "b") + Set("tst_span", "c")));
        var id = shop.Machine(("tst_builton", new DateTime(2023, 12, 31)), ("tst_soldon", new DateTime(2024, 12, 31)));

        Assert.Equal(expected, shop.Read<int>("tst_machine", id, "tst_span"));
    }

    [Fact]
    public void ADivisionByZero_IsEmpty()
    {
        using var shop = new Workshop().Calculated("tst_Rate", "decimal", Decimal2, Definition(Constant("Integer", "1", "a") + Get("tst_hours", "b") + Expression("Divide", "c", "a", "b") + Set("tst_rate", "c")));

        Assert.Equal(0.25m, shop.Read<decimal>("tst_machine", shop.Machine(("tst_hours", 4m)), "tst_rate"));
        Assert.Null(shop.Read<decimal?>("tst_machine", shop.Machine(("tst_hours", 0m)), "tst_rate"));
    }

    [Fact]
    public void AValueGivenForACalculatedColumn_IsIgnored()
    {
        using var shop = WithEffort();

        Assert.Equal(16m, shop.Read<decimal>("tst_machine", shop.Machine(("tst_hours", 4m), ("tst_effort", 99m)), "tst_effort"));
    }

    [Theory]
    [InlineData("Median", "the function Median")]
    [InlineData("Multiply", "the column tst_machine.tst_missing, which does not exist")]
    public void AConstructThatIsNotKnown_IsRefusedByNameAtImport(string function, string expected)
    {
        using var shop = new Workshop().Calculated("tst_Odd", "decimal", Decimal2, Definition(Get(function == "Median" ? "tst_hours" : "tst_missing", "a") + Expression(function, "b", "a", "a") + Set("tst_odd", "b")));

        var refused = Assert.Throws<SolutionImportException>(() => shop.Dataverse);
        Assert.Contains($"Not supported here: the definition of tst_machine.tst_odd uses {expected}.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheDefinitionOfAColumn_HasItsFormula()
    {
        using var shop = WithEffort();
        var column = (DecimalAttributeMetadata)((RetrieveAttributeResponse)shop.Service.Execute(new RetrieveAttributeRequest { EntityLogicalName = "tst_machine", LogicalName = "tst_effort" })).AttributeMetadata;

        Assert.Equal((1, effort), (column.SourceType, column.FormulaDefinition));
    }

    [Fact]
    public void AColumnThatDependsOnItself_IsRefusedAtImport()
    {
        using var shop = new Workshop().Calculated("tst_Odd", "decimal", Decimal2, Definition(Get("tst_odd", "a") + Expression("Add", "b", "a", "a") + Set("tst_odd", "b")));

        Assert.Contains("the column tst_machine.tst_odd, which depends on itself", Assert.Throws<SolutionImportException>(() => shop.Dataverse).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnOrganisationInAFile_ComputesAfterItIsOpenedAgain()
    {
        var path = System.IO.Path.GetTempFileName();
        System.IO.File.Delete(path);
        Guid id;
        using (var shop = new Workshop { Options = new LocalDataverseOptions { Path = path } }.Calculated("tst_Effort", "decimal", Decimal2, effort)) id = shop.Machine(("tst_hours", 4m));
        using (var again = LocalDataverse.Open(new LocalDataverseOptions { Path = path })) Assert.Equal(16m, again.AdministratorService.Retrieve("tst_machine", id, new ColumnSet("tst_effort"))["tst_effort"]);
        System.IO.File.Delete(path);
    }
}
