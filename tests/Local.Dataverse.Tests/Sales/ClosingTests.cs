using System;
using System.Linq;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Sales;

public sealed class ClosingTests : IDisposable
{
    private static readonly OptionSetValue ByDefault = new(-1);
    private readonly SalesRows sales = new();

    public void Dispose() => sales.Dispose();

    // request, status asked for | state and status of the row
    public static TheoryData<string, string, int, string> Closings => new()
    {
        { "WinOpportunity", "opportunity", -1, "1/3" },
        { "LoseOpportunity", "opportunity", -1, "2/4" },
        { "LoseOpportunity", "opportunity", 5, "2/5" },
        { "CloseQuote", "quote", -1, "3/5" },
        { "CloseQuote", "quote", 6, "3/6" },
        { "CancelSalesOrder", "salesorder", -1, "2/4" },
        { "FulfillSalesOrder", "salesorder", 100002, "3/100002" },
        { "CloseIncident", "incident", -1, "1/5" },
        { "CloseIncident", "incident", 1000, "1/1000" },
    };

    [Theory, MemberData(nameof(Closings))]
    public void Closing_SetsTheStateAndLeavesACompletedActivity(string request, string table, int status, string expected)
    {
        var row = table == "incident" ? Incident() : sales.Document(table);

        Close(request, row, new OptionSetValue(status));

        Assert.Equal(expected, sales.StateOf(row));
        var activity = sales.Organization.Rows(ActivityOf(table)).Single();
        Assert.Equal(row.Id, activity.GetAttributeValue<EntityReference>(table + "id").Id);
        Assert.Equal(row.Id, activity.GetAttributeValue<EntityReference>("regardingobjectid").Id);
        Assert.Equal(1, activity.GetAttributeValue<OptionSetValue>("statecode").Value);
    }

    [Fact]
    public void TheActualValueOfAWonOpportunity_IsTheTotalOfItsWonQuotesElseItsOwn()
    {
        var opportunity = sales.Document("opportunity");
        Assert.Throws<System.ServiceModel.FaultException<OrganizationServiceFault>>(() => ActualValue(opportunity));
        var close = Activity("opportunity", opportunity);
        close["actualrevenue"] = new Money(480_000m);
        sales.Service.Execute(new WinOpportunityRequest { OpportunityClose = close, Status = ByDefault });
        Assert.Equal(480_000m, ActualValue(opportunity));

        var quote = sales.Document("quote", row => row["opportunityid"] = opportunity);
        sales.Line(quote, quantity: 2, price: 150m);
        Assert.Equal(480_000m, ActualValue(opportunity));
        sales.Service.Update(new Entity("quote", quote.Id) { ["statecode"] = new OptionSetValue(1) });
        sales.Service.Execute(new WinQuoteRequest { QuoteClose = Activity("quote", quote), Status = ByDefault });

        Assert.Equal(300m, ActualValue(opportunity));
    }

    private decimal ActualValue(EntityReference opportunity) =>
        ((CalculateActualValueOpportunityResponse)sales.Service.Execute(new CalculateActualValueOpportunityRequest { OpportunityId = opportunity.Id })).Value;

    [Fact]
    public void AWonOpportunity_HasTheRevenueAndTheDayOfItsActivity()
    {
        var opportunity = sales.Document("opportunity");
        var close = Activity("opportunity", opportunity);
        close["actualrevenue"] = new Money(480_000m);
        close["actualend"] = new DateTime(2026, 2, 27, 15, 30, 0, DateTimeKind.Utc);

        sales.Service.Execute(new WinOpportunityRequest { OpportunityClose = close, Status = ByDefault });

        var won = sales.Read(opportunity);
        Assert.Equal(480_000m, won.GetAttributeValue<Money>("actualvalue").Value);
        Assert.Equal(new DateTime(2026, 2, 27), won.GetAttributeValue<DateTime>("actualclosedate").Date);
    }

    [Theory]
    [InlineData("WinOpportunity", "opportunity", "0x80040515")]
    [InlineData("CloseQuote", "quote", "0x80040233")]
    [InlineData("CancelSalesOrder", "salesorder", "0x80040233")]
    [InlineData("CloseIncident", "incident", "0x80040233")]
    public void WhatIsClosed_CannotBeClosedAgain(string request, string table, string code)
    {
        var row = table == "incident" ? Incident() : sales.Document(table);
        Close(request, row, ByDefault);

        Assert.Equal(code, CodeOf(() => Close(request, row, ByDefault)));
        Assert.Single(sales.Organization.Rows(ActivityOf(table)));
    }

    [Fact]
    public void AStatusOfAnotherState_IsRefusedAndNothingIsLeft()
    {
        var opportunity = sales.Document("opportunity");

        Assert.Equal("0x80048408", CodeOf(() => Close("WinOpportunity", opportunity, new OptionSetValue(4))));

        Assert.Equal("0/1", sales.StateOf(opportunity));
        Assert.Empty(sales.Organization.Rows("opportunityclose"));
    }

    [Fact]
    public void AQuote_IsWonOnlyWhenActive()
    {
        var quote = sales.Document("quote");
        Assert.Equal("0x80040233", CodeOf(() => Close("WinQuote", quote, ByDefault)));
        sales.Change(quote, "statecode", new OptionSetValue(1));

        Close("WinQuote", quote, ByDefault);

        Assert.Equal("2/4", sales.StateOf(quote));
    }

    // table, state set by Update | request the platform asks for instead
    [Theory]
    [InlineData("quote", 2, "WinQuoteRequest")]
    [InlineData("quote", 3, "CloseQuoteRequest")]
    [InlineData("salesorder", 4, "ConvertSalesOrderToInvoiceRequest")]
    [InlineData("incident", 1, "CloseIncidentRequest")]
    public void AStateWithAMessageOfItsOwn_IsNotSetByUpdate(string table, int state, string request)
    {
        var row = table == "incident" ? Incident() : sales.Document(table);

        var fault = TestOrganization.Refused(() => sales.Change(row, "statecode", new OptionSetValue(state)));

        Assert.Contains(request, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("opportunity", "Win", "WinOpportunity", "opportunityclose", "Win of opportunity()", "Update of opportunity(Win)", "Create of opportunityclose(Win)")]
    [InlineData("opportunity", "Lose", "LoseOpportunity", "opportunityclose", "Lose of opportunity()", "Update of opportunity(Lose)", "Create of opportunityclose(Lose)")]
    [InlineData("salesorder", "Fulfill", "FulfillSalesOrder", "orderclose", "Fulfill of salesorder()", "Update of salesorder(Fulfill)", "Create of orderclose(Fulfill)")]
    [InlineData("incident", "Close", "CloseIncident", "incidentresolution", "Close of incident()", "Update of incident(Close)", "Create of incidentresolution(Close)")]
    public void StepsAreWokenByTheShortNameAndByWhatItDoes(string table, string message, string request, string activity, params string[] expected)
    {
        var row = table == "incident" ? Incident() : sales.Document(table);
        sales.Organization.Tracing();
        sales.Organization.Step("Recorder", message, table, 20);
        sales.Organization.Step("Recorder", "Update", table, 40);
        sales.Organization.Step("Recorder", "Create", activity, 40);

        Close(request, row, ByDefault);

        // Inside the transaction a context has that of its own pipeline above it; an update of state and more wakes its steps twice.
        Assert.Equal(expected.Order(), sales.Events().Select(WithoutOwn).Distinct().Order());
    }

    [Fact]
    public void APlugInThatRefusesTheActivity_TakesTheClosingBack()
    {
        var order = sales.Document("salesorder");
        sales.Organization.Step("Refuse", "Create", "orderclose", 40, new StepOptions { Configuration = "No." });

        TestOrganization.Refused(() => Close("FulfillSalesOrder", order, ByDefault));

        Assert.Equal("0/1", sales.StateOf(order));
        Assert.Empty(sales.Organization.Rows("orderclose"));
    }

    private static string WithoutOwn(string seen)
    {
        var own = seen[..seen.IndexOf(' ', StringComparison.Ordinal)];
        while (seen.Contains($"({own}<", StringComparison.Ordinal)) seen = seen.Replace($"({own}<", "(", StringComparison.Ordinal);
        return seen;
    }

    private EntityReference Incident() => new("incident", sales.Service.Create(new Entity("incident") { ["title"] = "Sensor misst falsch", ["customerid"] = sales.Customer }));

    private void Close(string request, EntityReference row, OptionSetValue status)
    {
        var activity = Activity(row.LogicalName, row);
        var parameter = row.LogicalName switch { "opportunity" => "OpportunityClose", "quote" => "QuoteClose", "salesorder" => "OrderClose", _ => "IncidentResolution" };
        sales.Service.Execute(new OrganizationRequest(request) { Parameters = { [parameter] = activity, ["Status"] = status } });
    }

    private static Entity Activity(string table, EntityReference row) => new(ActivityOf(table)) { ["subject"] = "Abschluss", [table + "id"] = row };

    private static string ActivityOf(string table) => table switch { "salesorder" => "orderclose", "incident" => "incidentresolution", _ => table + "close" };

    private static string CodeOf(Action request) => $"0x{TestOrganization.Refused(request).ErrorCode:x8}";
}
