using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Kam.Benchmarks.Rows;

/// <summary>
/// A portfolio of any size: every account has five fulfilled orders of two lines, over two years, from four product families; every twentieth account belongs to another.
/// No random numbers: the figures of any account can be computed again from its number.
/// </summary>
internal sealed class PortfolioRows(int accounts, Guid currencyId)
{
    public const int OrdersPerAccount = 5, LinesPerOrder = 2;
    private const int Families = 4, ProductsPerFamily = 5, Products = Families * ProductsPerFamily;
    private const int Fulfilled = 3, Complete = 100001;

    /// <summary>The day of the valuation; orders lie in the 730 days up to it.</summary>
    public static DateTime AsOf { get; } = new(2026, 9, 30, 0, 0, 0, DateTimeKind.Utc);

    public int Accounts => accounts;

    /// <summary>Id of the account with a number; in no particular order, as ids are.</summary>
    public static Guid AccountId(int i) => Id(1, i);

    public IEnumerable<Entity> Rows() => Catalogue().Concat(Enumerable.Range(0, accounts).SelectMany(Customer));

    /// <summary>What the account bought in the 365 days that end on the day of the valuation.</summary>
    public static decimal RollingRevenue(int i) => Enumerable.Range(0, OrdersPerAccount)
        .Where(o => OrderedOn(i, o) > AsOf.AddDays(-365))
        .Sum(o => Enumerable.Range(0, LinesPerOrder).Sum(l => Quantity(i, o, l) * Price(Product(i, o, l))));

    private static DateTime OrderedOn(int i, int order)
    {
        var gap = 20 + (int)((uint)i * 2654435761u >> 20) % 126;
        return AsOf.AddDays(-((i * 31 + 7) % 120) - order * gap);
    }

    private static int Product(int i, int order, int line) => (i * 7 + order * 3 + line * 11) % Products;

    private static decimal Price(int product) => 40m + product * 12.5m;

    private static int Quantity(int i, int order, int line) => 1 + (i + order * 5 + line * 3) % 17;

    private static Guid Id(int kind, int number)
    {
        // Scattered, so that neighbours in number are none in the index.
        var scattered = (uint)number * 2654435761u;
        return new Guid(scattered, (ushort)kind, (ushort)(scattered >> 16), 0, 0, 0, (byte)kind, (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number);
    }

    private static IEnumerable<Entity> Catalogue()
    {
        for (var f = 0; f < Families; f++)
            yield return new Entity("product", Id(2, f)) { ["name"] = $"Family {f}", ["productnumber"] = $"F{f}", ["productstructure"] = new OptionSetValue(2) };
        for (var p = 0; p < Products; p++)
        {
            yield return new Entity("product", Id(3, p))
            {
                ["name"] = $"Product {p:D2}",
                ["productnumber"] = $"P{p:D2}",
                ["productstructure"] = new OptionSetValue(1),
                ["parentproductid"] = new EntityReference("product", Id(2, p / ProductsPerFamily)),
            };
        }
    }

    private IEnumerable<Entity> Customer(int i)
    {
        var account = new EntityReference("account", AccountId(i));
        var row = new Entity("account", account.Id)
        {
            ["name"] = $"Account {i:D6}",
            ["transactioncurrencyid"] = new EntityReference("transactioncurrency", currencyId),
            ["kam_strategicfit"] = i % 5 + 1,
        };
        if (i % 20 == 19) row["parentaccountid"] = new EntityReference("account", AccountId(i - 19));
        yield return row;
        for (var o = 0; o < OrdersPerAccount; o++)
        {
            var order = new EntityReference("salesorder", Id(4, i * OrdersPerAccount + o));
            yield return new Entity("salesorder", order.Id)
            {
                ["name"] = $"Order {i:D6}-{o}",
                ["customerid"] = account,
                ["transactioncurrencyid"] = new EntityReference("transactioncurrency", currencyId),
                ["datefulfilled"] = OrderedOn(i, o),
                ["statecode"] = new OptionSetValue(Fulfilled),
                ["statuscode"] = new OptionSetValue(Complete),
            };
            for (var l = 0; l < LinesPerOrder; l++) yield return Line(i, o, l, order);
        }
    }

    private Entity Line(int i, int o, int l, EntityReference order)
    {
        var product = Product(i, o, l);
        decimal quantity = Quantity(i, o, l), amount = quantity * Price(product);
        return new Entity("salesorderdetail", Id(5, (i * OrdersPerAccount + o) * LinesPerOrder + l))
        {
            ["salesorderid"] = order,
            ["productid"] = new EntityReference("product", Id(3, product)),
            ["transactioncurrencyid"] = new EntityReference("transactioncurrency", currencyId),
            ["quantity"] = quantity,
            ["priceperunit"] = new Money(Price(product)),
            ["baseamount"] = new Money(amount),
            ["extendedamount"] = new Money(amount),
            ["kam_unitcost"] = new Money(Price(product) * 0.7m),
            ["kam_cost"] = new Money(amount * 0.7m),
        };
    }
}
