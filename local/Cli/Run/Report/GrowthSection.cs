using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Spectre.Console;

namespace Local.Cli.Run.Report;

/// <summary>Which customers buy more and leave less, and why.</summary>
internal sealed class GrowthSection : ReportSection
{
    private const int Most = 10;

    public override string Title => "Growth without profit: more revenue, less margin";

    public override string? Stage => "Compare with the year before";

    public override void Prepare(ReportRun run, IProgress<double> share) => run.CallPaged("kam_AnalyzeGrowth", _ => { });

    public override void Show(ReportRun run, IAnsiConsole console)
    {
        var query = new QueryExpression("kam_growthanalysis")
        {
            ColumnSet = new ColumnSet("kam_accountid", "kam_revenuechange", "kam_marginchange", "kam_priceeffect", "kam_costeffect", "kam_volumeeffect", "kam_mixeffect", "kam_newproducts", "kam_lostproducts", "kam_isprofitless"),
        };
        query.Criteria.AddCondition("kam_perioduntil", ConditionOperator.On, run.AsOf);
        query.AddOrder("kam_marginchange", OrderType.Ascending);
        var all = run.All(query);
        var profitless = all.Where(row => row.GetAttributeValue<bool?>("kam_isprofitless") == true).ToList();
        if (profitless.Count == 0)
        {
            console.MarkupLineInterpolated($"None of {Figures.Whole(all.Count)} accounts bought more and left less than the year before.");
            return;
        }

        console.MarkupLineInterpolated($"[bold]{Figures.Whole(profitless.Count)}[/] of {Figures.Whole(all.Count)} accounts bought more than the year before and left less: {Sum(profitless, "kam_revenuechange")} {run.Currency} more revenue, {Sum(profitless, "kam_marginchange")} margin. The {Math.Min(Most, profitless.Count)} that lost most:");
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey).AddColumn("Account");
        foreach (var heading in new[] { "Revenue", "Margin", "by price", "by cost", "by volume", "by mix", "new", "lost" }) table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var row in profitless.Take(Most))
            table.AddRow(
            [
                new Text(row.GetAttributeValue<EntityReference>("kam_accountid").Name ?? "", new Style(decoration: Decoration.Bold)),
                .. new[] { "kam_revenuechange", "kam_marginchange", "kam_priceeffect", "kam_costeffect", "kam_volumeeffect", "kam_mixeffect", "kam_newproducts", "kam_lostproducts" }
                    .Select(column => new Text(row.Amount(column) ?? "–")),
            ]);
        console.Write(table);
    }

    private static string Sum(System.Collections.Generic.IEnumerable<Entity> rows, string column) => Figures.Whole(rows.Sum(row => row.GetAttributeValue<Money>(column)?.Value ?? 0m));
}
