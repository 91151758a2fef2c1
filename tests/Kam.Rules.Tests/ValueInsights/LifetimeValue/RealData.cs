using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kam.Rules.ValueInsights.LifetimeValue;

namespace Kam.Rules.Tests.ValueInsights.LifetimeValue;

/// <summary>The public data sets in shared/data; a test that needs one reports itself skipped where the folder is absent.</summary>
internal static class RealData
{
    /// <summary>CDNOW 1/10 sample, 2,357 customers, calibration to 1997-09-30, exact weeks.</summary>
    public static IReadOnlyList<CustomerPurchases> Cdnow() =>
        SharedData.Read("cdnow/cdnow_sample_transactions.csv",
            row => new Order(row.GetString(1), Day(row.GetString(2)), decimal.Parse(row.GetString(4), CultureInfo.InvariantCulture)))
        .Until(new DateTime(1997, 9, 30), PurchasePeriod.DayInWeeks);

    /// <summary>CDNOW as published in summary: recency and age rounded to two decimals.</summary>
    public static IReadOnlyList<CdnowSummary> CdnowSummaries() =>
        SharedData.Read("cdnow/cdnow_summary.csv", row => new CdnowSummary(
            new PurchaseHistory(row.GetInt32(1), row.GetDouble(2), row.GetDouble(3)), row.GetDouble(4), row.GetInt32(5)));

    public static IReadOnlyList<CustomerPurchases> LifetimesExample() =>
        SharedData.Read("lifetimes-example/example_transactions.csv", row => new Order(row.GetString(1), Day(row.GetString(0)), null))
        .Until(new DateTime(2014, 12, 31), PurchasePeriod.Day);

    /// <summary>635 bike resellers with regular orders; value is the gross margin of the order.</summary>
    public static IReadOnlyList<CustomerPurchases> AdventureWorks(PurchasePeriod period) =>
        SharedData.ReadNamed("adventureworks/orders.csv", row => new Order(
            row("account_id"), Day(row("order_date")),
            decimal.Parse(row("net_amount"), CultureInfo.InvariantCulture) - decimal.Parse(row("product_cost"), CultureInfo.InvariantCulture)))
        .Until(new DateTime(2013, 11, 29), period);

    /// <summary>Invoices of customers with an id and a positive quantity; value is revenue.</summary>
    public static IReadOnlyList<CustomerPurchases> OnlineRetail() => OnlineRetailOnce.Value;

    // Half a million lines are read once for all tests.
    private static readonly Lazy<IReadOnlyList<CustomerPurchases>> OnlineRetailOnce = new(() =>
        SharedData.ReadNamed("online-retail/online_retail.csv.gz", row =>
        {
            var quantity = decimal.Parse(row("quantity"), CultureInfo.InvariantCulture);
            return row("customer_id").Length == 0 || quantity <= 0
                ? null
                : new Order(row("customer_id"), Day(row("invoice_date")), quantity * decimal.Parse(row("unit_price"), CultureInfo.InvariantCulture));
        })
        .Until(new DateTime(2011, 12, 9), PurchasePeriod.Day));

    public static CustomerBase AsBase(this IEnumerable<CustomerPurchases> customers) => new(customers.Select(customer => customer.History));

    private static List<CustomerPurchases> Until(this IEnumerable<Order?> orders, DateTime end, PurchasePeriod period) =>
        [.. orders.OfType<Order>()
            .Where(order => order.On <= end)
            .GroupBy(order => order.CustomerId)
            .Select(customer => CustomerPurchases.Until(end, period, customer.Select(order => new Purchase(order.On, order.Value))))];

    private static DateTime Day(string text) => DateTime.ParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Order(string CustomerId, DateTime On, decimal? Value);
}

/// <summary>A row of the published CDNOW summary.</summary>
internal sealed record CdnowSummary(PurchaseHistory History, double MeanRepeatValue, int HoldoutPurchases);
