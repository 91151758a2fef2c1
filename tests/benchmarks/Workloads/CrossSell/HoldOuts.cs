using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Kam.Benchmarks.Harness;
using Sylvan.Data.Csv;

namespace Kam.Benchmarks.Workloads.CrossSell;

/// <summary>The two public data sets with purchases of customers over time.</summary>
internal static class HoldOuts
{
    /// <summary>Bike resellers, families are the subcategories of products, peers are of one business type; a year of hold-out.</summary>
    public static HoldOut? AdventureWorks()
    {
        if (Checkout.Data("adventureworks") is not { } folder) return null;
        var families = Rows(Path.Combine(folder, "products.csv")).ToDictionary(row => row["product_key"], row => row["subcategory"]);
        var orders = Rows(Path.Combine(folder, "orders.csv")).ToDictionary(row => row["order_number"], row => (Account: row["account_id"], On: Day(row["order_date"])));
        var types = Rows(Path.Combine(folder, "accounts.csv")).ToDictionary(row => row["account_id"], row => row["business_type"]);
        var purchases = Rows(Path.Combine(folder, "order_lines.csv.gz"))
            .Select(row => new DatedPurchase(orders[row["order_number"]].Account, families[row["product_key"]], orders[row["order_number"]].On, Number(row["quantity"]), Number(row["net_amount"])))
            .ToArray();
        return new HoldOut("AdventureWorks", purchases, account => types[account], new DateTime(2012, 5, 29), new DateTime(2012, 11, 29), new DateTime(2013, 11, 29));
    }

    /// <summary>
    /// Gift wholesaler: twelve months in all, so four months each. The file has no families; the first three digits of the stock code stand for them. Peers spend alike: quartiles of revenue before the hold-out.
    /// </summary>
    public static HoldOut? OnlineRetail()
    {
        if (Checkout.Data("online-retail") is not { } folder) return null;
        var today = new DateTime(2011, 8, 9);
        var purchases = Rows(Path.Combine(folder, "online_retail.csv.gz"))
            .Where(row => row["customer_id"].Length > 0 && Number(row["quantity"]) > 0d && row["stock_code"].Length >= 5 && row["stock_code"][..3].All(char.IsAsciiDigit))
            .Select(row => new DatedPurchase(row["customer_id"], row["stock_code"][..3], Day(row["invoice_date"]), Number(row["quantity"]), Number(row["quantity"]) * Number(row["unit_price"])))
            .ToArray();
        var spent = purchases.Where(purchase => purchase.On <= today).GroupBy(purchase => purchase.Account).ToDictionary(account => account.Key, account => account.Sum(purchase => purchase.Revenue));
        var ranks = spent.OrderBy(account => account.Value).Select((account, rank) => (account.Key, Quartile: rank * 4 / spent.Count)).ToDictionary(account => account.Key, account => "Q" + account.Quartile);
        return new HoldOut("Online Retail", purchases, account => ranks.GetValueOrDefault(account, "Q0"), new DateTime(2011, 4, 9), today, new DateTime(2011, 12, 9));
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        using Stream plain = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(plain, CompressionMode.Decompress) : plain;
        using var reader = CsvDataReader.Create(new StreamReader(stream));
        var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        while (reader.Read()) yield return names.Select((name, place) => (name, Cell: reader.GetString(place))).ToDictionary(cell => cell.name, cell => cell.Cell);
    }

    private static DateTime Day(string text) => DateTime.ParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
