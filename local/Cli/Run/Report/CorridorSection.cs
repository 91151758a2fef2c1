using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Spectre.Console;

namespace Local.Cli.Run.Report;

/// <summary>What each segment may pay for each family, set up from what it paid the year before, and which sales of the last twelve months went below.</summary>
/// <remarks>
/// The rule: of the prices per unit after discounts in the year before, the target is the median, the minimum the price that nine of ten lines reach, the floor the one that nineteen of twenty reach;
/// a family with fewer than twenty lines in a segment gets no corridor. A start for a controller, who then sets bounds by cost and intent. Lines are compared by their price after discounts, as they were sold.
/// </remarks>
internal sealed class CorridorSection : ReportSection
{
    private const int FewestLines = 20, MostFamilies = 10;

    private readonly List<Sold> below = [];
    private int corridors, judged;
    private decimal judgedAmount;

    public override string Title => "Prices: what went below the corridor";

    public override string? Stage => "Set up price corridors";

    public override void Prepare(ReportRun run, IProgress<double> share)
    {
        var lines = Lines(run);
        var yearAgo = run.AsOf.AddDays(-364);
        var before = lines.Where(line => line.On < yearAgo && line.On >= yearAgo.AddDays(-365)).ToLookup(line => line.Place);
        var bounds = new Dictionary<Place, Bounds>();
        foreach (var group in before.Where(group => group.Count() >= FewestLines))
        {
            var prices = group.Select(line => line.Price).Order().ToArray();
            var corridor = new Bounds(At(prices, 0.50), At(prices, 0.10), At(prices, 0.05));
            bounds.Add(group.Key, corridor);
            Store(run, group.Key, corridor);
            share.Report((double)bounds.Count / before.Count);
        }

        corridors = bounds.Count;
        foreach (var line in lines.Where(line => line.On >= yearAgo && bounds.ContainsKey(line.Place)))
        {
            judged++;
            judgedAmount += line.Price * line.Quantity;
            var minimum = bounds[line.Place].Minimum;
            if (line.Price < minimum) below.Add(line with { Missing = (minimum - line.Price) * line.Quantity });
        }
    }

    public override void Show(ReportRun run, IAnsiConsole console)
    {
        if (corridors == 0)
        {
            console.MarkupLine("[yellow]No segment has bought enough of a family in the year before[/] to set up a corridor from it.");
            return;
        }

        console.MarkupLineInterpolated($"{corridors:N0} corridors were set up from the prices of the year before: target the median, minimum what nine of ten lines reach, floor what nineteen of twenty reach.");
        console.MarkupLineInterpolated($"Of {judged:N0} lines since, worth {judgedAmount:N0} {run.Currency}, [bold]{below.Count:N0}[/] were sold below the minimum. To the minimum they lack [bold]{below.Sum(line => line.Missing):N0} {run.Currency}[/].");
        if (below.Count == 0) return;
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey)
            .AddColumn("Segment")
            .AddColumn("Family")
            .AddColumn(new TableColumn("Lines\nbelow minimum").RightAligned())
            .AddColumn(new TableColumn("Accounts").RightAligned())
            .AddColumn(new TableColumn($"Lacking\n{run.Currency}").RightAligned());
        foreach (var group in below.GroupBy(line => line.Place).OrderByDescending(group => group.Sum(line => line.Missing)).Take(MostFamilies))
            table.AddRow(
                new Text(group.First().Segment),
                new Text(group.First().Family, new Style(decoration: Decoration.Bold)),
                new Text(Figures.Whole(group.Count())),
                new Text(Figures.Whole(group.Select(line => line.Account).Distinct().Count())),
                new Text(Figures.Whole(group.Sum(line => line.Missing))));
        console.Write(table);
        console.MarkupLine("[grey]From now on every quote and order line is held against these corridors before it is saved.[/]");
    }

    // What is exact in the middle of a sorted list: the price that the given share of lines does not reach.
    private static decimal At(decimal[] sorted, double share) => decimal.Round(sorted[(int)(share * (sorted.Length - 1))], 2);

    private static void Store(ReportRun run, Place place, Bounds bounds) => run.Service.Create(new Entity("kam_pricecorridor")
    {
        ["kam_name"] = $"From prices until {run.AsOf.AddDays(-365):yyyy-MM-dd}",
        ["kam_segmentid"] = new EntityReference("kam_segment", place.SegmentId),
        ["kam_familyid"] = new EntityReference("product", place.FamilyId),
        ["kam_target"] = new Money(bounds.Target),
        ["kam_minimum"] = new Money(bounds.Minimum),
        ["kam_floor"] = new Money(bounds.Floor),
        ["kam_validfrom"] = run.AsOf,
    });

    private static List<Sold> Lines(ReportRun run)
    {
        var query = new QueryExpression("salesorderdetail") { ColumnSet = new ColumnSet("quantity", "extendedamount_base", "tax_base") };
        query.Criteria.AddCondition("quantity", ConditionOperator.GreaterThan, 0m);
        var order = Link(query.AddLink("salesorder", "salesorderid", "salesorderid"), "o", "datefulfilled");
        order.LinkCriteria.AddCondition("datefulfilled", ConditionOperator.OnOrAfter, run.AsOf.AddDays(-730));
        order.LinkCriteria.AddCondition("datefulfilled", ConditionOperator.OnOrBefore, run.AsOf);
        var account = Link(order.AddLink("account", "customerid", "accountid"), "a", "accountid");
        Link(account.AddLink("kam_segment", "kam_segmentid", "kam_segmentid"), "s", "kam_segmentid", "kam_name");
        var product = Link(query.AddLink("product", "productid", "productid"), "p", "productid");
        Link(product.AddLink("product", "parentproductid", "productid"), "f", "productid", "name");
        return [.. run.All(query).Select(Sale)];
    }

    private static LinkEntity Link(LinkEntity link, string alias, params string[] columns)
    {
        link.EntityAlias = alias;
        link.Columns = new ColumnSet(columns);
        return link;
    }

    private static Sold Sale(Entity row)
    {
        T Of<T>(string alias) => (T)row.GetAttributeValue<AliasedValue>(alias).Value;
        var quantity = row.GetAttributeValue<decimal>("quantity");
        var amount = (row.GetAttributeValue<Money>("extendedamount_base")?.Value ?? 0m) - (row.GetAttributeValue<Money>("tax_base")?.Value ?? 0m);
        return new Sold(
            new Place(Of<Guid>("s.kam_segmentid"), Of<Guid>("f.productid")), Of<string>("s.kam_name"), Of<string>("f.name"), Of<Guid>("a.accountid"), Of<DateTime>("o.datefulfilled"), quantity, amount / quantity);
    }

    private sealed record Place(Guid SegmentId, Guid FamilyId);

    private sealed record Bounds(decimal Target, decimal Minimum, decimal Floor);

    private sealed record Sold(Place Place, string Segment, string Family, Guid Account, DateTime On, decimal Quantity, decimal Price)
    {
        public decimal Missing { get; init; }
    }
}
