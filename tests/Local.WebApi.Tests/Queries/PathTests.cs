using System;
using System.Linq;
using Xunit;

namespace Local.WebApi.Tests.Queries;

public sealed class PathTests : IClassFixture<FilterTests.Rows>
{
    private readonly SampleRows rows;

    public PathTests(FilterTests.Rows fixture) => rows = fixture.Sample;

    [Fact]
    public void ACollectionOfARow_IsItsRowsAlone()
    {
        Assert.Equal("Amsler Cai", SampleRows.Names(rows.Ask($"accounts({rows.Alpina})/contact_customer_accounts?$select=lastname&$orderby=lastname"), "lastname"));
        Assert.Equal("Cai", SampleRows.Names(rows.Ask($"accounts({rows.Alpina})/contact_customer_accounts?$select=lastname&$filter=firstname eq lastname or firstname eq 'Bea'"), "lastname"));
        Assert.Equal("contacts(lastname)", rows.Plan($"accounts({rows.Alpina})/contact_customer_accounts?$select=lastname").Context);
        Assert.Empty(rows.Ask($"accounts({rows.ONeil})/contact_customer_accounts").Rows);
    }

    [Fact]
    public void ALookupOfARow_IsOneRow_OrNone()
    {
        var plan = rows.Plan($"accounts({rows.Alpina})/primarycontactid?$select=firstname");
        Assert.True(plan.IsSingle);
        Assert.Equal("contacts(firstname)/$entity", plan.Context);
        Assert.Equal("Ann", plan.Read(rows.Service).Rows.Single()["firstname"]);
        Assert.Empty(rows.Ask($"accounts({rows.Chaeserei})/primarycontactid").Rows);
    }

    [Fact]
    public void LongerPaths_GoOnFromRowToRow()
    {
        Assert.Equal("Alpina", rows.Ask($"accounts({rows.ONeil})/parentaccountid/parentaccountid?$select=name").Rows.Single()["name"]);
        Assert.Equal("Greet", SampleRows.Names(rows.Ask($"accounts({rows.ONeil})/primarycontactid/Contact_Tasks?$select=subject"), "subject"));
        Assert.Equal("Call Visit", SampleRows.Names(rows.Ask($"accounts({rows.Bergbahn})/parentaccountid/Account_Tasks?$select=subject&$orderby=subject"), "subject"));
        Assert.Equal("Cai", rows.Ask($"accounts({rows.Alpina})/contact_customer_accounts({rows.Cai})?$select=lastname").Rows.Single()["lastname"]);
        Assert.Equal("Bergbahn", SampleRows.Names(rows.Ask($"accounts({rows.Alpina})/contact_customer_accounts({rows.Ann})/parentcustomerid_account/account_parent_account?$select=name&$filter=revenue ne null")));
    }

    [Fact]
    public void ARowThatIsNotThere_Is404_AlsoAtTheBeginningOfAPath()
    {
        var nobody = Guid.NewGuid();
        rows.Refused(0x80040217, $"accounts({nobody})");
        rows.Refused(0x80040217, $"accounts({nobody})/contact_customer_accounts");
        rows.Refused(0x80040217, $"accounts({nobody})/primarycontactid");
        rows.Refused(0x80040217, $"accounts({rows.Alpina})/contact_customer_accounts({rows.Bea})");
    }

    [Fact]
    public void References_AreOfRows()
    {
        var plan = rows.Plan($"accounts({rows.Alpina})/contact_customer_accounts/$ref");
        Assert.Equal(("Collection($ref)", true), (plan.Context, plan.IsReferences));
        Assert.Equal(2, plan.Read(rows.Service).Rows.Count);
        Assert.Equal("$ref", rows.Plan($"accounts({rows.Alpina})/primarycontactid/$ref").Context);
    }

    [Fact]
    public void AllColumns_OrThoseSelected()
    {
        Assert.Null(rows.Plan("accounts").Projection.Columns);
        var plan = rows.Plan("accounts?$select=name,_primarycontactid_value,revenue");
        Assert.Equal(["name", "primarycontactid", "revenue"], plan.Projection.Columns!.Select(c => c.LogicalName));
        Assert.Equal("accounts(name,_primarycontactid_value,revenue)", plan.Context);
    }
}
