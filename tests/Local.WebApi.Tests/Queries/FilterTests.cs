using System;
using System.Linq;
using Xunit;

namespace Local.WebApi.Tests.Queries;

/// <summary>$filter: each line says which accounts it finds, in order of their names.</summary>
public sealed class FilterTests : IClassFixture<FilterTests.Rows>
{
    private readonly SampleRows rows;

    public FilterTests(Rows fixture) => rows = fixture.Sample;

    [Theory]
    // Values, and null on both sides.
    [InlineData("name eq 'alpina'", "Alpina")]
    [InlineData("name ne 'Alpina'", "50% Bergbahn Chäserei O'Neil")]
    [InlineData("name eq 'O''Neil'", "O'Neil")]
    [InlineData("'Alpina' eq name", "Alpina")]
    [InlineData("revenue eq 1000", "Alpina")]
    [InlineData("revenue eq 2500.50", "Bergbahn")]
    [InlineData("revenue ne 1000", "50% Bergbahn Chäserei O'Neil")]
    [InlineData("revenue gt 400", "Alpina Bergbahn")]
    [InlineData("400 lt revenue", "Alpina Bergbahn")]
    [InlineData("revenue ge 400", "Alpina Bergbahn O'Neil")]
    [InlineData("revenue lt 1000", "50% O'Neil")]
    [InlineData("revenue le 1000.00", "50% Alpina O'Neil")]
    [InlineData("revenue gt -1", "50% Alpina Bergbahn O'Neil")]
    [InlineData("revenue eq null", "Chäserei")]
    [InlineData("revenue ne null", "50% Alpina Bergbahn O'Neil")]
    [InlineData("null eq revenue", "Chäserei")]
    [InlineData("numberofemployees eq 10", "50% Alpina")]
    [InlineData("creditonhold eq true", "50% Alpina")]
    [InlineData("creditonhold ne true", "Bergbahn Chäserei O'Neil")]
    [InlineData("accountcategorycode eq 1", "Alpina O'Neil")]
    [InlineData("accountcategorycode ne 1", "50% Bergbahn Chäserei")]
    [InlineData("statecode eq 0", "50% Alpina Bergbahn Chäserei O'Neil")]
    // Dates.
    [InlineData("lastonholdtime gt 2026-03-17T23:59:59Z", "Alpina")]
    [InlineData("lastonholdtime ge 2026-03-18T00:59:59+01:00", "Alpina Bergbahn")]
    [InlineData("lastonholdtime lt 2026-03-01", "50% Chäserei")]
    // Logic.
    [InlineData("revenue gt 100 and numberofemployees lt 50", "Alpina")]
    [InlineData("revenue gt 2000 or numberofemployees lt 10", "Bergbahn Chäserei")]
    [InlineData("(name eq 'Alpina' or name eq 'Bergbahn') and revenue gt 1000", "Bergbahn")]
    [InlineData("name eq 'Alpina' or name eq 'Bergbahn' and revenue gt 5000", "Alpina")]
    [InlineData("not (name eq 'Alpina')", "50% Bergbahn Chäserei O'Neil")]
    [InlineData("not (revenue gt 400)", "50% Chäserei O'Neil")]
    [InlineData("not (revenue gt 400 and numberofemployees eq 10)", "50% Bergbahn Chäserei O'Neil")]
    [InlineData("not (revenue eq null or numberofemployees eq null)", "50% Alpina Bergbahn")]
    [InlineData("not not (revenue eq null)", "Chäserei")]
    // Texts; a wildcard in the value works as one.
    [InlineData("contains(name,'ER')", "Bergbahn Chäserei")]
    [InlineData("startswith(name,'al')", "Alpina")]
    [InlineData("endswith(name,'i')", "Chäserei")]
    [InlineData("not contains(name,'n')", "Chäserei")]
    [InlineData("contains(name,'b%g')", "Bergbahn")]
    [InlineData("contains(name,'0[%] S')", "50%")]
    [InlineData("contains(name,'& co')", "50%")]
    // Lookups, and the rows behind them.
    [InlineData("_parentaccountid_value eq null", "50% Alpina")]
    [InlineData("_parentaccountid_value ne null", "Bergbahn Chäserei O'Neil")]
    [InlineData("primarycontactid/firstname eq 'Ann'", "Alpina O'Neil")]
    [InlineData("primarycontactid/firstname ne 'Ann'", "50% Bergbahn Chäserei")]
    [InlineData("primarycontactid/birthdate lt 1990-01-01", "Alpina O'Neil")]
    [InlineData("primarycontactid/birthdate eq null", "Bergbahn Chäserei")]
    [InlineData("not (primarycontactid/firstname eq 'Ann')", "50% Bergbahn Chäserei")]
    [InlineData("primarycontactid/contactid ne null", "50% Alpina Bergbahn O'Neil")]
    [InlineData("parentaccountid/primarycontactid/firstname eq 'Ann'", "Bergbahn Chäserei")]
    [InlineData("parentaccountid/name eq 'Alpina' and parentaccountid/revenue eq 1000 and revenue gt 0", "Bergbahn")]
    // Columns of one row.
    [InlineData("name eq name", "50% Alpina Bergbahn Chäserei O'Neil")]
    [InlineData("name gt tickersymbol", "50% Alpina Bergbahn Chäserei O'Neil")]
    [InlineData("not (name gt tickersymbol)", "")]
    // Lambdas.
    [InlineData("Account_Tasks/any()", "Alpina Bergbahn")]
    [InlineData("not Account_Tasks/any()", "50% Chäserei O'Neil")]
    [InlineData("Account_Tasks/any(t:t/subject eq 'Visit')", "Alpina")]
    [InlineData("Account_Tasks/any(t:t/subject eq 'Visit' or t/actualdurationminutes gt 50)", "Alpina Bergbahn")]
    [InlineData("Account_Tasks/any(t:t/subject ne 'Visit')", "Alpina Bergbahn")]
    [InlineData("Account_Tasks/any(t:contains(t/subject,'all') and t/scheduledend ne null)", "Alpina")]
    [InlineData("Account_Tasks/all(t:t/actualdurationminutes ge 60)", "50% Bergbahn Chäserei O'Neil")]
    [InlineData("Account_Tasks/all(t:t/scheduledend gt 2026-01-01T00:00:00Z)", "50% Alpina Chäserei O'Neil")]
    [InlineData("not Account_Tasks/all(t:t/actualdurationminutes ge 60)", "Alpina")]
    [InlineData("account_parent_account/any(c:c/revenue eq null)", "Alpina")]
    [InlineData("account_parent_account/any(c:c/primarycontactid/firstname eq 'Bea')", "Alpina")]
    [InlineData("account_parent_account/any(c:c/primarycontactid/firstname eq null)", "Alpina")]
    [InlineData("account_parent_account/any(c:c/primarycontactid/firstname ne 'Bea')", "Alpina Bergbahn")]
    [InlineData("account_parent_account/all(c:c/primarycontactid/firstname eq 'Ann')", "50% Bergbahn Chäserei O'Neil")]
    [InlineData("contact_customer_accounts/any(c:c/lastname eq 'Amsler' and c/Contact_Tasks/any(t:t/subject eq 'Greet'))", "Alpina")]
    [InlineData("contact_customer_accounts/any(c:c/Contact_Tasks/any(t:t/subject eq 'Call'))", "")]
    [InlineData("account_parent_account/any(c:c/account_parent_account/any(g:g/name eq 'O''Neil'))", "Alpina")]
    public void AFilter_FindsItsRows(string filter, string names) => Assert.Equal(names, rows.Found(filter));

    [Fact]
    public void ALookup_IsComparedWithAnId_InQuotesOrWithout()
    {
        Assert.Equal("Bergbahn Chäserei", rows.Found($"_parentaccountid_value eq {rows.Alpina}"));
        Assert.Equal("Bergbahn Chäserei", rows.Found($"_parentaccountid_value eq '{rows.Alpina}'"));
        Assert.Equal("50% Alpina O'Neil", rows.Found($"_parentaccountid_value ne {rows.Alpina}"));
        Assert.Equal("Alpina", rows.Found($"accountid eq {rows.Alpina}"));
    }

    [Fact]
    public void ParameterAliases_StandForValuesAndProperties()
    {
        Assert.Equal("Bergbahn", SampleRows.Names(rows.Ask("accounts?$select=name&$filter=@p gt @v&@p=revenue&@v=1000")));
        Assert.Equal("Bergbahn Alpina O'Neil 50%", SampleRows.Names(rows.Ask("accounts?$select=name&$orderby=@p1 desc,@p2&$filter=@p1 ne @p3&@p1=revenue&@p2=name")));
        Assert.Equal("Recursion depth exceeded allowed limit.", rows.Refused(0x80060888, "accounts?$filter=name eq @a&@a=@b&@b=@a"));
    }

    [Fact]
    public void AQueryFunctionOnALambdaOrALookup_AsksItsRows()
    {
        Assert.Equal("Alpina", rows.Found("Account_Tasks/any(t:t/Microsoft.Dynamics.CRM.Tomorrow(PropertyName='scheduledend'))"));
        Assert.Equal("Alpina O'Neil", rows.Found("primarycontactid/Microsoft.Dynamics.CRM.On(PropertyName='birthdate',PropertyValue='1980-05-17')"));
    }

    [Fact]
    public void AChainOfHundredsOfConditions_IsOneLevelDeep()
    {
        var filter = string.Join(" or ", Enumerable.Range(0, 400).Select(i => $"numberofemployees eq {i}"));
        Assert.Equal("50% Alpina Bergbahn Chäserei", rows.Found(filter));
    }

    public sealed class Rows : IDisposable
    {
        internal SampleRows Sample { get; } = new();

        public void Dispose() => Sample.Dispose();
    }
}
