using System;
using System.Globalization;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Tests.Solutions.Bundles;

/// <summary>A bundle of a controller, one or two of three sensors, and a service that needs the heat sensor; and a quote it can go on.</summary>
internal sealed class SmartLine
{
    private readonly Crm crm;

    public SmartLine(Crm crm, bool isReleased = true)
    {
        this.crm = crm;
        Id = crm.Create(new SolutionBundleRow { Name = "Smart line" });
        Sensors = Group("Sensors", 1, 2);
        Controller = Component("Controller", KindOfComponentChoice.Core, 1_000m, 600m, 2);
        Heat = Component("Heat sensor", KindOfComponentChoice.Option, 100m, 40m, 5, most: 10m, group: Sensors);
        Flow = Component("Flow sensor", KindOfComponentChoice.Option, 200m, 150m, 1, group: Sensors);
        Light = Component("Light sensor", KindOfComponentChoice.Option, 50m, null, 3, group: Sensors);
        Service = Component("Remote service", KindOfComponentChoice.Service, 500m, 200m, 4);
        Rule(KindOfRuleChoice.Requires, Service, Heat);
        Rule(KindOfRuleChoice.Excludes, Flow, Light);
        if (isReleased) Release();
    }

    public Guid Id { get; }

    public Guid Sensors { get; }

    public Guid Controller { get; }

    public Guid Heat { get; }

    public Guid Flow { get; }

    public Guid Light { get; }

    public Guid Service { get; }

    public SolutionBundleRow Row => crm.Read<SolutionBundleRow>(Id);

    /// <summary>Controller, five heat sensors, service: 2,000 for 1,000.</summary>
    public string Good => Choices((Controller, 1m), (Heat, 5m), (Service, 1m));

    public static string Choices(params (Guid Component, decimal Quantity)[] choices) =>
        "[" + string.Join(",", choices.Select(choice => string.Create(CultureInfo.InvariantCulture, $"{{\"componentId\":\"{choice.Component}\",\"quantity\":{choice.Quantity}}}"))) + "]";

    public void Release() => crm.Service.Update(new SolutionBundleRow { Id = Id, StatusCode = SolutionBundleStatusReason.Released });

    public Guid Group(string name, int minimum, int maximum) => crm.Create(new BundleGroupRow { Name = name, SolutionBundleId = Bundle, Minimum = minimum, Maximum = maximum });

    public Guid Component(string name, KindOfComponentChoice kind, decimal price, decimal? cost, int differentiation, decimal most = 1m, Guid? group = null) => crm.Create(new BundleComponentRow
    {
        Name = name,
        SolutionBundleId = Bundle,
        BundleGroupId = group is { } id ? new EntityReference(BundleGroupRow.Table, id) : null,
        Kind = kind,
        MinimumQuantity = 1m,
        MaximumQuantity = most,
        UnitPrice = new Money(price),
        UnitCost = cost is { } known ? new Money(known) : null,
        Differentiation = differentiation,
    });

    public Guid Rule(KindOfRuleChoice kind, Guid component, Guid other) => crm.Create(new BundleRuleRow
    {
        SolutionBundleId = Bundle,
        Kind = kind,
        ComponentId = new EntityReference(BundleComponentRow.Table, component),
        OtherComponentId = new EntityReference(BundleComponentRow.Table, other),
    });

    /// <summary>A draft quote for a new account.</summary>
    public static Guid Quote(Crm crm, EntityReference? currency = null)
    {
        var quote = new QuoteRow { Name = "Smart line for Meier", CustomerId = new EntityReference(AccountRow.Table, crm.Account("Meier AG")) };
        if (currency is not null) quote.TransactionCurrencyId = currency;
        return crm.Create(quote);
    }

    private EntityReference Bundle => new(SolutionBundleRow.Table, Id);
}
