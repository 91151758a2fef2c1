using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Spectre.Console;

namespace Local.Cli.Run.Report;

/// <summary>Where a customer of a lower segment pays less than one of a higher segment.</summary>
internal sealed class ContradictionSection : ReportSection
{
    private const int Most = 10, InUse = 781340000;
    private int lines;

    public override string Title => "Price contradictions: who pays less in a lower segment";

    public override string? Stage => "Compare prices across segments";

    public override void Prepare(ReportRun run, IProgress<double> share) => run.CallPaged("kam_FindContradictions", answer => lines += (int)answer["LineCount"]);

    public override void Show(ReportRun run, IAnsiConsole console)
    {
        var query = new QueryExpression("kam_pricecontradiction")
        {
            ColumnSet = new ColumnSet("kam_productid", "kam_accountid", "kam_otheraccountid", "kam_segmentrank", "kam_othersegmentrank", "kam_quantity", "kam_pocketprice", "kam_otherpocketprice", "kam_amountatstake"),
        };
        query.Criteria.AddCondition("kam_runon", ConditionOperator.On, run.AsOf);
        query.AddOrder("kam_amountatstake", OrderType.Descending);
        query.AddOrder("kam_pricecontradictionid", OrderType.Ascending);
        var found = run.All(query);
        if (found.Count == 0)
        {
            console.MarkupLineInterpolated($"None among {Figures.Whole(lines)} lines of the year.");
            return;
        }

        var products = found.Select(row => row.GetAttributeValue<EntityReference>("kam_productid").Id).Distinct().Count();
        var dearest = found.GroupBy(row => (row.GetAttributeValue<EntityReference>("kam_productid").Id, row.GetAttributeValue<EntityReference>("kam_accountid").Id)).Sum(same => same.Max(row => row.GetAttributeValue<Money>("kam_amountatstake").Value));
        console.MarkupLineInterpolated($"Among {Figures.Whole(lines)} lines of the year, [bold]{Figures.Whole(found.Count)}[/] pairs of accounts contradict one another, on {Figures.Whole(products)} products. {Figures.Whole(dearest)} {run.Currency} would be asked back, each account compared with the one that pays least. The largest:");
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey)
            .AddColumn("Product").AddColumn("Higher segment").AddColumn(new TableColumn("pays").RightAligned())
            .AddColumn("Lower segment").AddColumn(new TableColumn("pays").RightAligned())
            .AddColumn(new TableColumn("Units").RightAligned()).AddColumn(new TableColumn($"At stake {run.Currency}").RightAligned());
        var segments = Segments(run);
        string Segment(Entity row, string rank) => Markup.Escape((segments.TryGetValue(row.GetAttributeValue<int>(rank), out var name) ? name : "") + ": ");
        foreach (var row in found.Take(Most))
            table.AddRow(
                Name(row, "kam_productid"),
                Segment(row, "kam_segmentrank") + Name(row, "kam_accountid"),
                Price(row, "kam_pocketprice"),
                Segment(row, "kam_othersegmentrank") + Name(row, "kam_otheraccountid"),
                Price(row, "kam_otherpocketprice"),
                row.Number("kam_quantity", "#,##0") ?? "",
                $"[bold]{row.Amount("kam_amountatstake")}[/]");
        console.Write(table);
    }

    // By rank, of the policy in use: the segments that the prices were compared in.
    private static Dictionary<int, string> Segments(ReportRun run)
    {
        var query = new QueryExpression("kam_segment") { ColumnSet = new ColumnSet("kam_name", "kam_rank") };
        query.AddLink("kam_segmentationpolicy", "kam_segmentationpolicyid", "kam_segmentationpolicyid").LinkCriteria.AddCondition("statuscode", ConditionOperator.Equal, InUse);
        return run.All(query).ToDictionary(row => row.GetAttributeValue<int>("kam_rank"), row => row.GetAttributeValue<string>("kam_name"));
    }

    private static string Name(Entity row, string column) => Markup.Escape(row.GetAttributeValue<EntityReference>(column).Name ?? "");

    private static string Price(Entity row, string column) => Figures.OneDigit(row.GetAttributeValue<Money>(column).Value);
}
