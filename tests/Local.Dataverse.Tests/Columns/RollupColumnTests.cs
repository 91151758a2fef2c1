using System;
using System.Linq;
using System.ServiceModel;
using CsCheck;
using Local.Dataverse.Import;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;
using static Local.Dataverse.Tests.Columns.FormulaXaml;

namespace Local.Dataverse.Tests.Columns;

/// <summary>Rollup columns: kept in the row, calculated on request or by the hourly job.</summary>
public sealed class RollupColumnTests
{
    private const string Decimal2 = "<MinValue>-1000000000</MinValue><MaxValue>1000000000</MaxValue><Accuracy>2</Accuracy>";
    private const string Whole = "<MinValue>-2147483648</MinValue><MaxValue>2147483647</MaxValue>";

    private static Workshop Hours(string function, string filter = "", string? hierarchy = null) =>
        new Workshop().Rollup("tst_Total", "decimal", Decimal2, FormulaXaml.Rollup(function, "tst_machine", "tst_customerid", "tst_hours", filter, hierarchy));

    [Fact]
    public void ARollup_IsEmptyUntilItIsCalculated()
    {
        using var shop = Hours("Sum");
        var account = shop.Account(("name", "Muster AG"));
        Machine(shop, account, 4m);
        var before = shop.Service.Retrieve("account", account, new ColumnSet("tst_total", "tst_total_state", "tst_total_date"));
        Assert.Equal((false, 0, false), (before.Contains("tst_total"), before["tst_total_state"], before.Contains("tst_total_date")));

        var answer = Calculate(shop, account);
        Assert.Equal((4m, 1), (answer["tst_total"], answer["tst_total_state"]));
        Assert.True(answer.Contains("tst_total_date"));
        Assert.Equal(4m, shop.Read<decimal>("account", account, "tst_total"));
    }

    [Theory]
    [InlineData("Sum")]
    [InlineData("Minimum")]
    [InlineData("Maximum")]
    [InlineData("Average")]
    public void ARollupOfAnyRows_IsThePlainFigure(string function) => Gen.Int[0, 1_000_000].Array[0, 12].Sample(
        cents =>
        {
            using var shop = Hours(function);
            Guid account = shop.Account(("name", "A")), other = shop.Account(("name", "B"));
            foreach (var hundredths in cents) Machine(shop, account, hundredths / 100m);
            Machine(shop, account, null);
            Machine(shop, other, 5m);
            var hours = cents.Select(c => c / 100m).ToList();
            decimal? expected = function switch
            {
                "Sum" => hours.Sum(),
                _ when hours.Count == 0 => null,
                "Minimum" => hours.Min(),
                "Maximum" => hours.Max(),
                _ => Math.Round(hours.Average(), 2, MidpointRounding.AwayFromZero),
            };
            Assert.Equal(expected, Calculate(shop, account).GetAttributeValue<decimal?>("tst_total"));
        },
        iter: 4);

    [Fact]
    public void ACount_CountsTheRowsThatMeetTheFilter()
    {
        var filter = Get("tst_hours", "v1") + Constant("Decimal", "3", "v2") + Condition("GreaterEqual", "v1", "r1", "v2")
            + Get("tst_risk", "v3") + Constant("OptionSetValue", "123450000", "v4") + Condition("Equal", "v3", "r2", "v4") + Logical("And", "r1", "r2", "r3");
        using var shop = new Workshop().Rollup("tst_Total", "int", Whole, FormulaXaml.Rollup("Count", "tst_machine", "tst_customerid", "tst_machineid", filter));
        var account = shop.Account(("name", "A"));
        foreach (var (hours, risk) in new[] { (2m, 123450000), (3m, 123450000), (4m, 123450000), (9m, 123450001) })
        {
            shop.Machine(("tst_customerid", new EntityReference("account", account)), ("tst_hours", hours), ("tst_risk", new OptionSetValue(risk)));
        }

        Assert.Equal(2, Calculate(shop, account)["tst_total"]);
    }

    [Fact]
    public void ARollupOverTheHierarchy_TakesTheRowsBelowAlong()
    {
        using var shop = Hours("Sum", hierarchy: "account_parent_account");
        var top = shop.Account(("name", "Top"));
        var middle = shop.Account(("name", "Middle"), ("parentaccountid", new EntityReference("account", top)));
        var bottom = shop.Account(("name", "Bottom"), ("parentaccountid", new EntityReference("account", middle)));
        Machine(shop, top, 1m);
        Machine(shop, middle, 10m);
        Machine(shop, bottom, 100m);

        Assert.Equal([111m, 110m, 100m], new[] { top, middle, bottom }.Select(a => (decimal)Calculate(shop, a)["tst_total"]));
    }

    [Fact]
    public void AmountsOfSeveralCurrencies_MeetInTheBaseCurrencyAndComeInThatOfTheRow()
    {
        const string Money = "<MinValue>-1000000000</MinValue><MaxValue>1000000000</MaxValue><Accuracy>2</Accuracy><AccuracySource>2</AccuracySource>";
        using var shop = new Workshop().Rollup("tst_Worth", "money", Money, FormulaXaml.Rollup("Sum", "tst_machine", "tst_customerid", "tst_price"));
        var euro = shop.Create("transactioncurrency", ("currencyname", "Euro"), ("isocurrencycode", "EUR"), ("currencysymbol", "€"), ("currencyprecision", 2), ("exchangerate", 0.5m));
        var account = shop.Account(("name", "A"), ("transactioncurrencyid", new EntityReference("transactioncurrency", euro)));
        shop.Machine(("tst_customerid", new EntityReference("account", account)), ("tst_price", new Money(100m)));
        shop.Machine(("tst_customerid", new EntityReference("account", account)), ("tst_price", new Money(30m)), ("transactioncurrencyid", new EntityReference("transactioncurrency", euro)));

        // 100 and 30 / 0.5 = 60 in the base currency, 80 in the account's.
        var answer = (Entity)shop.Service.Execute(new CalculateRollupFieldRequest { Target = new EntityReference("account", account), FieldName = "tst_worth" }).Results["Entity"];
        Assert.Equal(80m, answer.GetAttributeValue<Money>("tst_worth").Value);
    }

    [Fact]
    public void TheLatestDate_IsRolledUp()
    {
        using var shop = new Workshop().Rollup("tst_Latest", "datetime", "<Format>date</Format><Behavior>2</Behavior>", FormulaXaml.Rollup("Maximum", "tst_machine", "tst_customerid", "tst_builton"));
        var account = shop.Account(("name", "A"));
        foreach (var day in new[] { 3, 17, 9 }) shop.Machine(("tst_customerid", new EntityReference("account", account)), ("tst_builton", new DateTime(2026, 3, day)));

        var answer = (Entity)shop.Service.Execute(new CalculateRollupFieldRequest { Target = new EntityReference("account", account), FieldName = "tst_latest" }).Results["Entity"];
        Assert.Equal(new DateTime(2026, 3, 17), answer["tst_latest"]);
    }

    [Fact]
    public void TheJob_CalculatesEveryRowOnceAnHour()
    {
        var clock = new StillClock(new DateTimeOffset(2026, 3, 18, 8, 0, 0, TimeSpan.Zero));
        using var shop = new Workshop { Options = new LocalDataverseOptions { Clock = clock } }.Rollup("tst_Total", "decimal", Decimal2, FormulaXaml.Rollup("Sum", "tst_machine", "tst_customerid", "tst_hours"));
        var account = shop.Account(("name", "A"));
        Machine(shop, account, 4m);
        Assert.Equal(1, shop.Dataverse.RunAsyncJobs());
        Assert.Equal(4m, shop.Read<decimal>("account", account, "tst_total"));

        Machine(shop, account, 1m);
        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, shop.Dataverse.RunAsyncJobs());
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, shop.Dataverse.RunAsyncJobs());
        Assert.Equal(5m, shop.Read<decimal>("account", account, "tst_total"));
    }

    [Fact]
    public void ACalculation_LeavesModifiedOnAsItWas()
    {
        var clock = new StillClock(new DateTimeOffset(2026, 3, 18, 8, 0, 0, TimeSpan.Zero));
        using var shop = new Workshop { Options = new LocalDataverseOptions { Clock = clock } }.Rollup("tst_Total", "decimal", Decimal2, FormulaXaml.Rollup("Sum", "tst_machine", "tst_customerid", "tst_hours"));
        var account = shop.Account(("name", "A"));
        var before = shop.Read<DateTime>("account", account, "modifiedon");
        clock.Advance(TimeSpan.FromMinutes(5));
        var answer = Calculate(shop, account);

        Assert.Equal(before, shop.Read<DateTime>("account", account, "modifiedon"));
        Assert.Equal(before.AddMinutes(5), answer["tst_total_date"]);
    }

    [Fact]
    public void AFigureTheColumnCannotHold_LeavesItEmptyWithTheStateOverflow()
    {
        using var shop = new Workshop().Rollup("tst_Total", "decimal", "<MinValue>0</MinValue><MaxValue>10</MaxValue><Accuracy>2</Accuracy>", FormulaXaml.Rollup("Sum", "tst_machine", "tst_customerid", "tst_hours"));
        var account = shop.Account(("name", "A"));
        Machine(shop, account, 11m);
        var answer = Calculate(shop, account);

        Assert.Equal((false, 2), (answer.Contains("tst_total"), answer["tst_total_state"]));
    }

    [Fact]
    public void AColumnThatIsNoRollup_IsRefused()
    {
        using var shop = Hours("Sum");
        var account = shop.Account(("name", "A"));

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => shop.Service.Execute(new CalculateRollupFieldRequest { Target = new EntityReference("account", account), FieldName = "name" }));
        Assert.Contains("'name'", fault.Detail.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownFunction_IsRefusedByNameAtImport()
    {
        using var shop = Hours("Median");

        Assert.Contains("the rollup function Median", Assert.Throws<SolutionImportException>(() => shop.Dataverse).Message, StringComparison.Ordinal);
    }

    private static void Machine(Workshop shop, Guid account, decimal? hours) => shop.Machine(("tst_customerid", new EntityReference("account", account)), ("tst_hours", hours));

    private static Entity Calculate(Workshop shop, Guid account) =>
        ((CalculateRollupFieldResponse)shop.Service.Execute(new CalculateRollupFieldRequest { Target = new EntityReference("account", account), FieldName = "tst_total" })).Entity;
}
