using System.Linq;
using Microsoft.Xrm.Sdk.Query;
using Spectre.Console;

namespace Local.Cli.Run.Report;

/// <summary>How loaded each key account manager is.</summary>
internal sealed class LoadSection : ReportSection
{
    private const int UnderLoad = 781340000, OverLoad = 781340002;

    public override string Title => "Load: who looks after how much";

    public override void Show(ReportRun run, IAnsiConsole console)
    {
        var query = new QueryExpression("kam_portfolio") { ColumnSet = new ColumnSet("kam_name", "kam_loadhours", "kam_capacityhours", "kam_utilisationpercent", "kam_loadstate", "kam_accountcount") };
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        query.Criteria.AddCondition("kam_accountcount", ConditionOperator.GreaterThan, 0);
        query.AddOrder("kam_utilisationpercent", OrderType.Descending);
        var portfolios = run.All(query);
        if (portfolios.Count == 0)
        {
            console.MarkupLine("[yellow]No account is in a portfolio:[/] the data do not say who looks after whom.");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey)
            .AddColumn("Key account manager")
            .AddColumn(new TableColumn("Accounts").RightAligned())
            .AddColumn(new TableColumn("Load\nhours a year").RightAligned())
            .AddColumn(new TableColumn("Capacity").RightAligned())
            .AddColumn(new TableColumn("Utilisation").RightAligned())
            .AddColumn("");
        foreach (var portfolio in portfolios)
            table.AddRow(
                new Text(portfolio.GetAttributeValue<string>("kam_name"), new Style(decoration: Decoration.Bold)),
                new Text(Figures.Whole(portfolio.GetAttributeValue<int?>("kam_accountcount") ?? 0)),
                new Text(portfolio.Number("kam_loadhours", "#,##0") ?? "–"),
                new Text(portfolio.Number("kam_capacityhours", "#,##0") ?? "–"),
                new Text((portfolio.Number("kam_utilisationpercent", "0") ?? "–") + " %"),
                new Text(portfolio.Label("kam_loadstate"), new Style(ColorOf(portfolio.Choice("kam_loadstate")))));
        console.Write(table);

        var over = portfolios.Count(portfolio => portfolio.Choice("kam_loadstate") == OverLoad);
        var under = portfolios.Count(portfolio => portfolio.Choice("kam_loadstate") == UnderLoad);
        console.MarkupLineInterpolated($"{over:N0} of {portfolios.Count:N0} managers have more than they can look after, {under:N0} have room.");
    }

    private static Color ColorOf(int? state) => state switch
    {
        OverLoad => Color.Red,
        UnderLoad => Color.Yellow,
        _ => Color.Green,
    };
}
