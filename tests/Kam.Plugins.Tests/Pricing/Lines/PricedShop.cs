using System;
using Kam.Plugins.Tests.Structure;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Tests.Pricing.Lines;

/// <summary>
/// A seller with one segment, one family and one sensor in it: list price 100, cost 60; segment A pays 95 (target), 85 (minimum), 70 (floor), and may have 20 percent without asking.
/// Level 1 signs 5 percent and 1,000, level 2 signs 30 percent and 50,000.
/// </summary>
internal sealed class PricedShop
{
    private readonly Crm crm;

    public PricedShop(Crm crm, decimal floor = 70m, decimal cost = 60m)
    {
        this.crm = crm;
        foreach (var level in crm.All<ApprovalLevelRow>()) crm.Service.Delete(ApprovalLevelRow.Table, level.Id);
        Segment = crm.Segment("A").Id;
        crm.Service.Update(new SegmentRow { Id = Segment, MaximumDiscountPercent = 20m });
        Group = crm.Create(new UnitGroupRow { Name = "Pieces" });
        Piece = Unit("Piece", 1m, null);
        PriceList = crm.Create(new PriceListRow { Name = "Swiss list", TransactionCurrencyId = Currency });
        Family = crm.Create(new ProductRow { Name = "Sensors", ProductNumber = "F", ProductStructure = ProductProductStructureChoice.ProductFamily });
        Sensor = Product("Heat sensor", cost, 100m);
        Corridor = crm.Create(new PriceCorridorRow
        {
            Name = "A Sensors",
            SegmentId = new EntityReference(SegmentRow.Table, Segment),
            FamilyId = new EntityReference(ProductRow.Table, Family),
            ValidFrom = Crm.Today.AddDays(-30),
            Target = new Money(95m),
            Minimum = new Money(85m),
            Floor = new Money(floor),
            TransactionCurrencyId = Currency,
        });
        TeamLead = Level(1, 5m, 1_000m);
        Management = Level(2, 30m, 50_000m);
        Customer = crm.Scored("Meier AG", 72m);
        crm.Segmented(Customer);
    }

    public Guid Segment { get; }
    public Guid Family { get; }
    public Guid Sensor { get; }
    public Guid Corridor { get; }
    public Guid TeamLead { get; }
    public Guid Management { get; }
    public Guid Customer { get; }
    public Guid PriceList { get; }
    public Guid Group { get; }
    public Guid Piece { get; }

    /// <summary>The organisation's.</summary>
    public EntityReference Currency => crm.Read<OrganizationRow>(crm.All<OrganizationRow>()[0].Id).BaseCurrencyId!;

    public Guid Unit(string name, decimal quantity, Guid? of) => crm.Create(new UnitRow
    {
        Name = name,
        Quantity = quantity,
        UoMScheduleId = new EntityReference(UnitGroupRow.Table, Group),
        BaseUoM = of is { } id ? new EntityReference(UnitRow.Table, id) : null,
    });

    public Guid Product(string name, decimal? cost, decimal price, bool isInFamily = true)
    {
        var product = crm.Create(new ProductRow
        {
            Name = name,
            ProductNumber = name,
            DefaultUoMScheduleId = new EntityReference(UnitGroupRow.Table, Group),
            DefaultUoMId = new EntityReference(UnitRow.Table, Piece),
            QuantityDecimal = 2,
            StandardCost = cost is { } known ? new Money(known) : null,
            ParentProductId = isInFamily ? new EntityReference(ProductRow.Table, Family) : null,
            TransactionCurrencyId = Currency,
        });
        Listed(product, Piece, price);
        return product;
    }

    public void Listed(Guid product, Guid unit, decimal price) => crm.Create(new PriceListItemRow
    {
        PriceLevelId = new EntityReference(PriceListRow.Table, PriceList),
        ProductId = new EntityReference(ProductRow.Table, product),
        UoMId = new EntityReference(UnitRow.Table, unit),
        Amount = new Money(price),
    });

    public Guid Quote(EntityReference? currency = null, Guid? customer = null) => crm.Create(new QuoteRow
    {
        Name = "Sensors",
        CustomerId = new EntityReference(AccountRow.Table, customer ?? Customer),
        PriceLevelId = currency is null ? new EntityReference(PriceListRow.Table, PriceList) : null,
        TransactionCurrencyId = currency ?? Currency,
    });

    /// <summary>A line of the sensor at a price of its own, or at the list's.</summary>
    public QuoteLineRow Line(Guid quote, decimal? price = null, decimal quantity = 1m, decimal? discount = null) => new()
    {
        QuoteId = new EntityReference(QuoteRow.Table, quote),
        ProductId = new EntityReference(ProductRow.Table, Sensor),
        UoMId = new EntityReference(UnitRow.Table, Piece),
        Quantity = quantity,
        IsPriceOverridden = price is null ? null : true,
        PricePerUnit = price is { } known ? new Money(known) : null,
        ManualDiscountAmount = discount is { } off ? new Money(off) : null,
    };

    public QuoteLineRow Quoted(decimal? price = null, decimal quantity = 1m, decimal? discount = null) => crm.Read<QuoteLineRow>(crm.Create(Line(Quote(), price, quantity, discount)));

    /// <summary>A price model of the customer with one condition.</summary>
    public Guid Model(ConditionKindChoice kind, decimal from, decimal percent, bool isRetroactive = false, RoundingChoice rounding = RoundingChoice.OnAccount)
    {
        var model = crm.Create(new PriceModelRow { Name = "Standard", Rounding = rounding });
        Condition(model, kind, from, percent, isRetroactive);
        crm.Service.Update(new AccountRow { Id = Customer, PriceModelId = new EntityReference(PriceModelRow.Table, model) });
        return model;
    }

    public Guid Condition(Guid model, ConditionKindChoice kind, decimal from, decimal percent, bool isRetroactive = false)
    {
        var condition = crm.Create(new PriceConditionRow
        {
            Name = $"{kind}",
            PriceModelId = new EntityReference(PriceModelRow.Table, model),
            Kind = kind,
            IsRetroactive = isRetroactive,
            Basis = ConditionBasisChoice.ListPrice,
            TierMethod = TierMethodChoice.Whole,
            Sequence = 1,
        });
        crm.Create(new ConditionTierRow { Name = $"from {from}", PriceConditionId = new EntityReference(PriceConditionRow.Table, condition), From = from, Percent = percent });
        return condition;
    }

    private Guid Level(int rank, decimal percent, decimal amount) => crm.Create(new ApprovalLevelRow
    {
        Name = rank == 1 ? "Team lead" : "Management",
        Rank = rank,
        MaximumDeviationPercent = percent,
        MaximumAmount = new Money(amount),
        DecisionDays = 3,
        TransactionCurrencyId = Currency,
    });
}
