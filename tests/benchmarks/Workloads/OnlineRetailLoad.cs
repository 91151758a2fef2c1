using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Kam.Benchmarks.Harness;
using Local.Cli.Loading;
using Microsoft.Xrm.Sdk;
using Sylvan.Data.Csv;

namespace Kam.Benchmarks.Workloads;

/// <summary>Loads Online Retail through its mapping, with our solution's steps on orders and lines at work and the platform's price calculation on.</summary>
/// <param name="invoices">How many invoices, from the beginning of the file.</param>
internal sealed class OnlineRetailLoad(int invoices)
{
    private const string File = "online_retail.csv.gz";

    public void Run()
    {
        if (Checkout.Data("online-retail") is not { } folder)
        {
            Console.WriteLine("\nOnline Retail is not present: set KAM_SHARED or put the shared folder beside the repository.");
            return;
        }
        var cut = Directory.CreateTempSubdirectory("kam-benchmark-");
        try
        {
            var expected = Cut(Path.Combine(folder, File), Path.Combine(cut.FullName, File));
            var mapping = Mapping.For(cut.FullName, Mapping.ShippedFolder);
            var timing = Trial.Of(1,
                () => Organisation.In(mapping.Currency.Code, mapping.Currency.Precision).WithSolution(),
                organisation => DataLoader.Load(organisation.Service, organisation.Dataverse.Schema, organisation.Dataverse.BaseCurrencyId, cut.FullName, mapping, new Progress<LoadProgress>()),
                (organisation, report) => Check(organisation, report, expected),
                warmUp: false);
            var table = new MarkdownTable("Loading Online Retail, in memory", "lines in the file", "lines loaded", "orders", "s", "processor s", "lines per s", "lines per processor s");
            var seconds = timing.Milliseconds / 1000;
            table.Row(expected.LinesInFile, expected.Lines, expected.Orders, seconds, timing.ProcessorMilliseconds / 1000, expected.Lines / seconds, expected.Lines * 1000 / timing.ProcessorMilliseconds);
        }
        finally
        {
            cut.Delete(recursive: true);
        }
    }

    /// <summary>What must be there afterwards, computed from the file alone.</summary>
    private sealed record Expected(int LinesInFile, int Lines, int Orders, decimal Revenue);

    private static void Check(Organisation organisation, LoadReport report, Expected expected)
    {
        var orders = report.Steps.Single(s => s.Table == "salesorder");
        Answer.MustBe(0, report.Rejected.Count, "rejected lines");
        Answer.MustBe(expected.Orders, orders.Created, "orders");
        Answer.MustBe(expected.Lines, orders.Lines, "lines");
        var sum = organisation.Service.RetrieveMultiple(new Microsoft.Xrm.Sdk.Query.FetchExpression(
            "<fetch aggregate='true'><entity name='salesorder'><attribute name='totalamount' alias='total' aggregate='sum'/></entity></fetch>")).Entities[0];
        Answer.MustBe(expected.Revenue, ((Money)((AliasedValue)sum["total"]).Value).Value, "revenue");
    }

    private Expected Cut(string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var orders = new HashSet<string>(StringComparer.Ordinal);
        int linesInFile = 0, lines = 0;
        var revenue = 0m;
        using var reader = CsvDataReader.Create(new StreamReader(new GZipStream(System.IO.File.OpenRead(from), CompressionMode.Decompress)));
        using var written = new StreamWriter(new GZipStream(System.IO.File.Create(to), CompressionLevel.Fastest));
        written.WriteLine(string.Join(',', Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)));
        while (reader.Read())
        {
            var invoice = reader.GetString(reader.GetOrdinal("invoice_no"));
            if (seen.Count == invoices && !seen.Contains(invoice)) continue;
            seen.Add(invoice);
            written.WriteLine(string.Join(',', Enumerable.Range(0, reader.FieldCount).Select(f => '"' + reader.GetString(f).Replace("\"", "\"\"", StringComparison.Ordinal) + '"')));
            linesInFile++;
            if (reader.GetString(reader.GetOrdinal("customer_id")).Trim().Length == 0) continue;
            orders.Add(invoice.Trim());
            lines++;
            revenue += Number(reader, "quantity") * Number(reader, "unit_price");
        }
        return new Expected(linesInFile, lines, orders.Count, revenue);
    }

    private static decimal Number(CsvDataReader reader, string column) => decimal.Parse(reader.GetString(reader.GetOrdinal(column)), CultureInfo.InvariantCulture);
}
