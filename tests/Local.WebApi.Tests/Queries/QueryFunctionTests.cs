using System;
using System.Linq;
using Local.WebApi.Model;
using Xunit;

namespace Local.WebApi.Tests.Queries;

/// <summary>The functions of Microsoft.Dynamics.CRM: each line says which accounts it finds. It is 18 March 2026.</summary>
public sealed class QueryFunctionTests : IClassFixture<FilterTests.Rows>
{
    private readonly SampleRows rows;

    public QueryFunctionTests(FilterTests.Rows fixture) => rows = fixture.Sample;

    [Theory]
    [InlineData("Between(PropertyName='numberofemployees',PropertyValues=[\"5\",\"10\"])", "50% Alpina Chäserei")]
    [InlineData("NotBetween(PropertyName='numberofemployees',PropertyValues=[\"5\",\"10\"])", "Bergbahn")]
    [InlineData("In(PropertyName='name',PropertyValues=[\"Alpina\",\"O'Neil\"])", "Alpina O'Neil")]
    [InlineData("In(PropertyName='numberofemployees',PropertyValues=['5','50'])", "Bergbahn Chäserei")]
    [InlineData("NotIn(PropertyName='numberofemployees',PropertyValues=['10'])", "Bergbahn Chäserei O'Neil")]
    [InlineData("Today(PropertyName='lastonholdtime')", "Alpina")]
    [InlineData("Yesterday(PropertyName='lastonholdtime')", "Bergbahn")]
    [InlineData("Last7Days(PropertyName='lastonholdtime')", "Alpina Bergbahn")]
    [InlineData("ThisWeek(PropertyName='lastonholdtime')", "Alpina Bergbahn")]
    [InlineData("ThisMonth(PropertyName='lastonholdtime')", "Alpina Bergbahn")]
    [InlineData("LastMonth(PropertyName='lastonholdtime')", "Chäserei")]
    [InlineData("ThisYear(PropertyName='lastonholdtime')", "Alpina Bergbahn Chäserei")]
    [InlineData("LastXDays(PropertyName='lastonholdtime',PropertyValue=60)", "Alpina Bergbahn Chäserei")]
    [InlineData("LastXHours(PropertyName='lastonholdtime',PropertyValue=8)", "Alpina")]
    [InlineData("LastXMonths(PropertyName='lastonholdtime',PropertyValue=1)", "Alpina Bergbahn")]
    [InlineData("LastXYears(PropertyName='lastonholdtime',PropertyValue=1)", "Alpina Bergbahn Chäserei")]
    [InlineData("OlderThanXMonths(PropertyName='lastonholdtime',PropertyValue=1)", "50% Chäserei")]
    [InlineData("OlderThanXYears(PropertyName='lastonholdtime',PropertyValue=1)", "50%")]
    [InlineData("On(PropertyName='lastonholdtime',PropertyValue='2026-03-18')", "Alpina")]
    [InlineData("OnOrAfter(PropertyName='lastonholdtime',PropertyValue='2026-03-17')", "Alpina Bergbahn")]
    [InlineData("OnOrBefore(PropertyName='lastonholdtime',PropertyValue='2026-02-10')", "50% Chäserei")]
    [InlineData("ThisFiscalYear(PropertyName='lastonholdtime')", "Alpina Bergbahn Chäserei")]
    [InlineData("InFiscalYear(PropertyName='lastonholdtime',PropertyValue=2024)", "50%")]
    [InlineData("InFiscalPeriodAndYear(PropertyName='lastonholdtime',PropertyValue1=1,PropertyValue2=2026)", "Alpina Bergbahn Chäserei")]
    [InlineData("EqualUserId(PropertyName='ownerid')", "50% Alpina Bergbahn Chäserei O'Neil")]
    [InlineData("NotEqualUserId(PropertyName='_ownerid_value')", "")]
    [InlineData("EqualBusinessId(PropertyName='owningbusinessunit')", "50% Alpina Bergbahn Chäserei O'Neil")]
    [InlineData("NotBusinessId(PropertyName='owningbusinessunit')", "")]
    public void AFunction_FindsItsRows(string call, string names)
    {
        Assert.Equal(names, rows.Found("Microsoft.Dynamics.CRM." + call));
        var others = rows.Found($"not Microsoft.Dynamics.CRM.{call}");
        Assert.Equal("50% Alpina Bergbahn Chäserei O'Neil", string.Join(' ', $"{names} {others}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.InvariantCulture)));
    }

    [Fact]
    public void Hierarchies_GoUpAndDownFromARow()
    {
        string Call(string name, Guid row) => rows.Found($"Microsoft.Dynamics.CRM.{name}(PropertyName='accountid',PropertyValue='{row}')");

        Assert.Equal("Bergbahn Chäserei O'Neil", Call("Under", rows.Alpina));
        Assert.Equal("Alpina Bergbahn Chäserei O'Neil", Call("UnderOrEqual", rows.Alpina));
        Assert.Equal("50% Alpina", Call("NotUnder", rows.Alpina));
        Assert.Equal("Alpina Bergbahn", Call("Above", rows.ONeil));
        Assert.Equal("Alpina Bergbahn O'Neil", Call("AboveOrEqual", rows.ONeil));
    }

    [Fact]
    public void ParametersMayBeAliases_AndTheNamespaceItsAlias()
    {
        Assert.Equal("50% Alpina Chäserei", SampleRows.Names(rows.Ask(
            "accounts?$select=name&$orderby=name&$filter=mscrm.Between(PropertyName=@p1,PropertyValues=@p2)&@p1='numberofemployees'&@p2=[\"5\",\"10\"]")));
    }

    [Fact]
    public void EveryDocumentedFunction_IsUnderstoodOrRefusedByName()
    {
        foreach (var (name, arguments) in QueryFunctions.All)
        {
            var values = arguments switch
            {
                QueryFunctions.Arguments.Text => ",PropertyValue='2026-01-01'",
                QueryFunctions.Arguments.Whole => ",PropertyValue=1",
                QueryFunctions.Arguments.Two => ",PropertyValue1=1,PropertyValue2=2026",
                QueryFunctions.Arguments.Texts => ",PropertyValues=['1','2']",
                _ => "",
            };
            // Translation alone: whether the operator fits the column is said where the query runs.
            Assert.NotNull(rows.Plan($"accounts?$filter=Microsoft.Dynamics.CRM.{name}(PropertyName='createdon'{values})"));
        }
    }
}
