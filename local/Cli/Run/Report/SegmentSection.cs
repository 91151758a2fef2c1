using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Spectre.Console;

namespace Local.Cli.Run.Report;

/// <summary>How many accounts are in each segment, what revenue they bring and how much care they get.</summary>
internal sealed class SegmentSection : ReportSection
{
    public override string Title => "Segments: whom we look after, and how much";

    public override string? Stage => "Segment accounts";

    public override void Prepare(ReportRun run, IProgress<double> share) => run.CallPaged("kam_SegmentPortfolio", _ => { });

    public override void Show(ReportRun run, IAnsiConsole console)
    {
        var segments = Segments(run);
        if (segments.Count == 0)
        {
            console.MarkupLine("[yellow]No account is in a segment.[/]");
            return;
        }

        var revenue = segments.Sum(segment => segment.Revenue);
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey)
            .AddColumn("Segment")
            .AddColumn(new TableColumn("Accounts").RightAligned())
            .AddColumn(new TableColumn($"Revenue {run.Currency}\n12 months").RightAligned())
            .AddColumn(new TableColumn("Share of\nrevenue").RightAligned())
            .AddColumn(new TableColumn("Care\nhours a year").RightAligned())
            .AddColumn(new TableColumn($"Revenue {run.Currency}\nper care hour").RightAligned());
        foreach (var segment in segments)
            table.AddRow(
                new Text(segment.Name, new Style(decoration: Decoration.Bold)),
                new Text(Figures.Whole(segment.Accounts)),
                new Text(Figures.Whole(segment.Revenue)),
                new Text(revenue == 0m ? "–" : Figures.OneDigit(segment.Revenue / revenue * 100m) + " %"),
                new Text(Figures.Whole(segment.CareHours)),
                new Text(segment.CareHours == 0m ? "–" : Figures.Whole(segment.Revenue / segment.CareHours)));
        console.Write(table);
        ShowLargeOnesBelow(console, run, segments[0].Rank);
    }

    // Where a lead looks first: much is sold, and yet something keeps the account from being a key account.
    private static void ShowLargeOnesBelow(IAnsiConsole console, ReportRun run, int highest)
    {
        var below = Accounts(run).Where(account => RankOf(account) > highest).OrderByDescending(RevenueOf).Take(3).ToList();
        if (below.Count == 0 || RevenueOf(below[0]) == 0m) return;
        console.MarkupLineInterpolated($"The largest customers below the highest segment, by what they buy; the explanation of their score says what holds them there:");
        foreach (var account in below)
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {account.GetAttributeValue<string>("name")}: segment {account.Linked("segment.kam_name")}, index {account.Number("kam_segmentindex", "0.0")}, {run.Currency} {Figures.Whole(RevenueOf(account))} in 12 months.");
    }

    private sealed record SegmentLine(string Name, int Rank, int Accounts, decimal Revenue, decimal CareHours);

    private static List<SegmentLine> Segments(ReportRun run) => Accounts(run)
        .GroupBy(account => account.Linked("segment.kam_name"))
        .Select(same => new SegmentLine(same.Key, RankOf(same.First()), same.Count(), same.Sum(RevenueOf), same.Sum(account => account.GetAttributeValue<decimal?>("kam_carehours") ?? 0m)))
        .OrderBy(line => line.Rank)
        .ToList();

    private static int RankOf(Entity account) => Convert.ToInt32(account.GetAttributeValue<AliasedValue>("segment.kam_rank").Value, CultureInfo.InvariantCulture);

    private static decimal RevenueOf(Entity account) => (account.GetAttributeValue<AliasedValue>("score.kam_revenue")?.Value as Money)?.Value ?? 0m;

    private static IReadOnlyList<Entity> Accounts(ReportRun run)
    {
        var query = new QueryExpression("account") { ColumnSet = new ColumnSet("name", "kam_carehours", "kam_segmentindex") };
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        var segment = query.AddLink("kam_segment", "kam_segmentid", "kam_segmentid");
        segment.EntityAlias = "segment";
        segment.Columns = new ColumnSet("kam_name", "kam_rank");
        var score = query.AddLink("kam_valuescore", "kam_currentscoreid", "kam_valuescoreid", JoinOperator.LeftOuter);
        score.EntityAlias = "score";
        score.Columns = new ColumnSet("kam_revenue");
        return run.All(query);
    }
}
