using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Local.Cli.Tests.Commands;
using Local.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Cli.Tests.Loading;

/// <summary>A load whose process is killed again and again: what is there is whole, and starting it once more brings the rest, nothing twice.</summary>
public sealed class KilledLoadTests : IDisposable
{
    private const int Orders = 15_000, LinesPerOrder = 2;

    private readonly string folder = Directory.CreateTempSubdirectory("kam-killed-").FullName;

    public KilledLoadTests()
    {
        File.WriteAllText(In("test.mapping.json"), LoadTests.Map);
        File.WriteAllText(In("accounts.csv"), "number,name,employees\nA,Muster AG,12\n");
        File.WriteAllText(In("orders.csv"), "order,account,on\n" + string.Concat(Enumerable.Range(0, Orders).Select(i => $"{i},A,2026-01-31\n")));
        File.WriteAllText(In("lines.csv"), "order,what,quantity,price\n" + string.Concat(Enumerable.Range(0, Orders * LinesPerOrder).Select(i => $"{i / LinesPerOrder},Sensor,1,10\n")));
        using var organisation = Open();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void AKilledLoad_LeavesWholeOrdersOnly_AndTheNextOneBringsTheRestOnce()
    {
        var after = new List<int> { 0 };
        // Each is killed as soon as it has stored orders, or a little later, while it stores more.
        foreach (var milliseconds in new[] { 0, 20, 60, 150, 300 })
        {
            using (var load = KamProcess.Start(folder, "load", folder, "--database", "crm.db"))
            {
                if (!load.WaitFor("Load accounts")) break;
                for (var before = Stored(); Stored() == before && !load.HasEnded; Thread.Sleep(2)) continue;
                Thread.Sleep(milliseconds);
                load.Kill();
            }
            after.Add(WholeOrders());
        }

        Assert.Equal(after.Order(), after);
        Assert.Contains(after, orders => orders is > 0 and < Orders);
        var last = KamProcess.Run(folder, "load", folder, "--database", "crm.db");
        Assert.Equal((0, ""), (last.ExitCode, last.Error));
        Assert.Contains("No line was rejected.", last.Output, StringComparison.Ordinal);
        Assert.Equal(Orders, WholeOrders());
    }

    /// <summary>How many orders there are, after making sure that each has both its lines, is fulfilled, and stands there once.</summary>
    private int WholeOrders()
    {
        using var organisation = Open();
        var orders = All(organisation, "salesorder", "name", "statecode");
        Assert.Equal(orders.Count, orders.Select(o => o.GetAttributeValue<string>("name")).Distinct().Count());
        Assert.All(orders, order => Assert.Equal(3, order.GetAttributeValue<OptionSetValue>("statecode").Value));
        var lines = All(organisation, "salesorderdetail", "salesorderid").GroupBy(l => l.GetAttributeValue<EntityReference>("salesorderid").Id).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(orders.Count, lines.Count);
        Assert.All(orders, order => Assert.Equal(LinesPerOrder, lines[order.Id]));
        return orders.Count;
    }

    private long Stored() => Directory.GetFiles(folder, "crm.db*").Sum(file => new FileInfo(file).Length);

    private static List<Entity> All(LocalDataverse organisation, string table, params string[] columns)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns), PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 } };
        var rows = new List<Entity>();
        while (true)
        {
            var page = organisation.AdministratorService.RetrieveMultiple(query);
            rows.AddRange(page.Entities);
            if (!page.MoreRecords) return rows;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    private LocalDataverse Open() => LocalDataverse.Open(new LocalDataverseOptions { Path = In("crm.db") });

    private string In(string name) => Path.Combine(folder, name);
}
