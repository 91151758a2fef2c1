using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Kam.Tables;
using Local.Dataverse;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Kam.Plugins.Tests;

/// <summary>An organisation with the solution in it, as a test sees it: rows in the words of the trade, messages as any caller would send them.</summary>
internal sealed class Crm : IDisposable
{
    private readonly LocalDataverse organisation;

    public Crm(PackedSolution solution)
    {
        organisation = solution.Copy(Clock);
        Service = organisation.AdministratorService;
    }

    public StoppedClock Clock { get; } = new(PackedSolution.Now);

    public IOrganizationService Service { get; }

    public LocalDataverse Organisation => organisation;

    /// <summary>Today, midnight UTC.</summary>
    public static DateTime Today { get; } = PackedSolution.Now.UtcDateTime.Date;

    public static DateTime Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);

    public Guid Create(Entity row) => Service.Create(row);

    public TRow Read<TRow>(Guid id) where TRow : Entity, new() => Service.Retrieve(new TRow().LogicalName, id, new ColumnSet(true)).ToEntity<TRow>();

    /// <summary>All rows of a table, or those with a value in a column.</summary>
    public IReadOnlyList<TRow> All<TRow>(string? column = null, object? value = null) where TRow : Entity, new()
    {
        var query = new QueryExpression(new TRow().LogicalName) { ColumnSet = new ColumnSet(true), PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 } };
        if (column is not null) query.Criteria.AddCondition(column, ConditionOperator.Equal, value!);
        var rows = new List<TRow>();
        while (true)
        {
            var page = Service.RetrieveMultiple(query);
            rows.AddRange(page.Entities.Select(e => e.ToEntity<TRow>()));
            if (!page.MoreRecords) return rows;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    /// <summary>Calls a custom API.</summary>
    public OrganizationResponse Call(string name, params (string Name, object Value)[] parameters)
    {
        var request = new OrganizationRequest(name);
        foreach (var (parameter, value) in parameters) request[parameter] = value;
        return Service.Execute(request);
    }

    /// <summary>The refusal of an action: every code it names, in the order in which the person reads them.</summary>
    public static IReadOnlyList<string> CodesOf(Action refused) => CodesOf(Refusal(refused));

    /// <inheritdoc cref="CodesOf(Action)"/>
    public static IReadOnlyList<string> CodesOf(OrganizationServiceFault fault)
    {
        var codes = new List<string>();
        for (var number = 1; fault.ErrorDetails.TryGetValue(number == 1 ? "code" : $"code{number}", out var code); number++) codes.Add((string)code);
        return codes;
    }

    public static OrganizationServiceFault Refusal(Action refused) => Assert.Throws<FaultException<OrganizationServiceFault>>(refused).Detail;

    /// <summary>Requests that plug-ins send while something happens.</summary>
    public IReadOnlyList<RequestObservation> FromPlugins(Action action)
    {
        var sent = new List<RequestObservation>();
        using (organisation.ObserveRequests(request =>
        {
            if (request.FromPlugin is not null) sent.Add(request);
        })) action();
        return sent;
    }

    /// <summary>The language in which the administrator reads.</summary>
    public void Speak(int language) => Service.Update(new UserSettingsRow { Id = organisation.AdministratorId, UILanguageId = language });

    public void RunJobs() => organisation.RunAsyncJobs();

    public Guid Account(string name, Guid? parent = null) => Create(new AccountRow
    {
        Name = name,
        ParentAccountId = parent is { } id ? new EntityReference(AccountRow.Table, id) : null,
    });

    /// <summary>An order of one line, fulfilled on a day.</summary>
    /// <param name="account">The customer.</param>
    /// <param name="on">The day.</param>
    /// <param name="revenue">Without tax; below zero is a return.</param>
    /// <param name="cost">What it cost us; null when nobody knows.</param>
    /// <param name="product">What was bought; null is a product written in by hand.</param>
    public Guid Order(Guid account, DateTime on, decimal revenue, decimal? cost = null, Guid? product = null)
    {
        var order = OpenOrder(account);
        Line(order, revenue, cost, product);
        Fulfil(order, on);
        return order;
    }

    public Guid OpenOrder(Guid account) => Create(new OrderRow { Name = "Order", CustomerId = new EntityReference(AccountRow.Table, account) });

    public Guid Line(Guid order, decimal revenue, decimal? cost = null, Guid? product = null) => Create(new OrderLineRow
    {
        SalesOrderId = new EntityReference(OrderRow.Table, order),
        IsProductOverridden = product is null,
        ProductDescription = product is null ? "Sensor" : null,
        ProductId = product is { } id ? new EntityReference(ProductRow.Table, id) : null,
        [IsPriceOverridden] = true,
        Quantity = Math.Sign(revenue),
        PricePerUnit = new Money(Math.Abs(revenue)),
        UnitCost = cost is { } known ? new Money(Math.Abs(known)) : null,
    });

    public void Fulfil(Guid order, DateTime on)
    {
        Service.Update(new OrderRow { Id = order, DateFulfilled = on });
        // Orders of the past, brought by an integration: nobody asks any more who signed their prices.
        var update = new UpdateRequest { Target = new OrderRow { Id = order, StateCode = OrderState.Fulfilled } };
        update.Parameters["BypassBusinessLogicExecutionStepIds"] = StepOf("Kam.Plugins.Pricing.Approvals.GuardCommitment: Update of salesorder");
        Service.Execute(update);
    }

    /// <summary>Fulfils an order of today, as somebody does at his desk.</summary>
    public void FulfilToday(Guid order) => Service.Execute(new FulfillSalesOrderRequest { OrderClose = Close(order), Status = new OptionSetValue(-1) });

    /// <summary>A role of the solution, by its name.</summary>
    public EntityReference Role(string name)
    {
        var query = new QueryExpression("role") { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition("name", ConditionOperator.Equal, name);
        return Service.RetrieveMultiple(query).Entities.Single().ToEntityReference();
    }

    private string StepOf(string name)
    {
        var query = new QueryExpression("sdkmessageprocessingstep") { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition("name", ConditionOperator.Equal, name);
        return Service.RetrieveMultiple(query).Entities.Single().Id.ToString();
    }

    public void Cancel(Guid order) => Service.Execute(new CancelSalesOrderRequest { OrderClose = Close(order), Status = new OptionSetValue(-1) });

    public void Dispose() => organisation.Dispose();

    private const string IsPriceOverridden = "ispriceoverridden";

    private static Entity Close(Guid order) => new("orderclose") { ["salesorderid"] = new EntityReference(OrderRow.Table, order), ["subject"] = "Order" };
}
