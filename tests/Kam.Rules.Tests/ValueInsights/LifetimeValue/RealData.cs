using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Kam.Rules.ValueInsights.LifetimeValue;
using Sylvan.Data.Csv;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights.LifetimeValue;

/// <summary>The public data sets in shared/data; a test that needs one reports itself skipped where the folder is absent.</summary>
internal static class RealData
{
    /// <summary>CDNOW 1/10 sample, 2,357 customers, calibration to 1997-09-30, exact weeks.</summary>
    public static IReadOnlyList<CustomerPurchases> Cdnow() =>
        Read("cdnow/cdnow_sample_transactions.csv",
            row => new Order(row.GetString(1), Day(row.GetString(2)), decimal.Parse(row.GetString(4), CultureInfo.InvariantCulture)))
        .Until(new DateTime(1997, 9, 30), PurchasePeriod.DayInWeeks);

    /// <summary>CDNOW as published in summary: recency and age rounded to two decimals.</summary>
    public static IReadOnlyList<CdnowSummary> CdnowSummaries() =>
        Read("cdnow/cdnow_summary.csv", row => new CdnowSummary(
            new PurchaseHistory(row.GetInt32(1), row.GetDouble(2), row.GetDouble(3)), row.GetDouble(4), row.GetInt32(5)));

    public static IReadOnlyList<CustomerPurchases> LifetimesExample() =>
        Read("lifetimes-example/example_transactions.csv", row => new Order(row.GetString(1), Day(row.GetString(0)), null))
        .Until(new DateTime(2014, 12, 31), PurchasePeriod.Day);

    /// <summary>635 bike resellers with regular orders; value is the gross margin of the order.</summary>
    public static IReadOnlyList<CustomerPurchases> AdventureWorks(PurchasePeriod period) =>
        ReadNamed("adventureworks/orders.csv", row => new Order(
            row("account_id"), Day(row("order_date")),
            decimal.Parse(row("net_amount"), CultureInfo.InvariantCulture) - decimal.Parse(row("product_cost"), CultureInfo.InvariantCulture)))
        .Until(new DateTime(2013, 11, 29), period);

    /// <summary>Invoices of customers with an id and a positive quantity; value is revenue.</summary>
    public static IReadOnlyList<CustomerPurchases> OnlineRetail() => OnlineRetailOnce.Value;

    // Half a million lines are read once for all tests.
    private static readonly Lazy<IReadOnlyList<CustomerPurchases>> OnlineRetailOnce = new(() =>
        ReadNamed("online-retail/online_retail.csv.gz", row =>
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

    private static List<T> ReadNamed<T>(string path, Func<Func<string, string>, T> read)
        where T : class? =>
        Read(path, row => read(name => row.GetString(row.GetOrdinal(name))));

    private static List<T> Read<T>(string path, Func<CsvDataReader, T> read)
    {
        var file = Path.Combine(Folder(), path);
        Assert.SkipUnless(File.Exists(file), $"{path} is not there: set KAM_SHARED or put the shared folder beside the repository.");
        using Stream plain = File.OpenRead(file);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(plain, CompressionMode.Decompress) : plain;
        using var reader = CsvDataReader.Create(new StreamReader(stream));
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private static string Folder()
    {
        var named = Environment.GetEnvironmentVariable("KAM_SHARED");
        if (!string.IsNullOrEmpty(named)) return Path.Combine(named, "data");
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KamDataverse.sln"))) folder = folder.Parent;
        return Path.Combine(folder?.Parent?.FullName ?? "", "shared", "data");
    }

    private sealed record Order(string CustomerId, DateTime On, decimal? Value);
}

/// <summary>A row of the published CDNOW summary.</summary>
internal sealed record CdnowSummary(PurchaseHistory History, double MeanRepeatValue, int HoldoutPurchases);
