using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Kam.Benchmarks.Harness;
using Kam.Benchmarks.Rows;
using Local.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Benchmarks.Workloads;

/// <summary>A file with many accounts: how long it takes to open, and what reading all of it page by page takes of memory.</summary>
internal sealed class LargeFile(int rows, int runs)
{
    private const int PageSize = 5_000;

    public void Run()
    {
        using var organisation = Organisation.OnFile();
        organisation.Store(Enumerable.Range(0, rows).Select(EngineRows.Account));
        var path = organisation.Close();
        var open = Trial.Of(runs, () => path, p => Open(p), (_, dataverse) => dataverse.Dispose());
        using var opened = Open(path);
        var revenue = Enumerable.Range(0, rows).Sum(EngineRows.Revenue);
        Trial.Collect();
        using var memory = new MemoryWatch();
        var watch = Stopwatch.StartNew();
        var stream = Stream(opened.AdministratorService);
        watch.Stop();
        Answer.MustBe((rows, revenue), (stream.Rows, stream.Revenue), "rows and sum of all pages");
        var table = new MarkdownTable(
            $"A file of {rows:N0} rows, pages of {PageSize:N0}", "file MB", "open ms", "open, processor ms", "read all s", "rows per s", "managed MB after a tenth", "managed MB at the end", "working set before, MB", "working set at most, MB");
        const double megabyte = 1024 * 1024;
        table.Row(
            new FileInfo(path).Length / megabyte, open.Milliseconds, open.ProcessorMilliseconds, watch.Elapsed.TotalSeconds, rows / watch.Elapsed.TotalSeconds,
            stream.Early / megabyte, stream.Late / megabyte, memory.StartedAt / megabyte, memory.Peak / megabyte);
    }

    private static LocalDataverse Open(string path) => LocalDataverse.Open(new LocalDataverseOptions { Path = path });

    private sealed record Streamed(int Rows, decimal Revenue, long Early, long Late);

    private Streamed Stream(IOrganizationService service)
    {
        var query = new QueryExpression("account") { ColumnSet = new ColumnSet("name", "revenue", "ownerid"), PageInfo = new PagingInfo { Count = PageSize, PageNumber = 1 } };
        int count = 0;
        var revenue = 0m;
        long early = 0;
        while (true)
        {
            var page = service.RetrieveMultiple(query);
            foreach (var row in page.Entities) revenue += row.GetAttributeValue<Money>("revenue").Value;
            count += page.Entities.Count;
            if (early == 0 && count >= rows / 10) early = GC.GetTotalMemory(forceFullCollection: true);
            if (!page.MoreRecords) return new Streamed(count, revenue, early, GC.GetTotalMemory(forceFullCollection: true));
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }
}
