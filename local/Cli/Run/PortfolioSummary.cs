using System.Linq;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Local.Cli.Run;

/// <summary>The portfolio as a whole: how concentrated it is, its Pareto curve, the value x potential matrix, and who is about to leave.</summary>
internal static class PortfolioSummary
{
    private const int ChurnListed = 6, BarWidth = 24;
    private static readonly (string Name, string Meaning)[] Quadrants =
        [("Partner", "high value, high potential"), ("Keep", "high value, low potential"), ("Develop", "low value, high potential"), ("Serve", "low value, low potential")];

    public static void Show(IAnsiConsole console, Portfolio portfolio, string currency)
    {
        var grid = new Grid().AddColumn(new GridColumn().Padding(0, 0, 1, 0)).AddColumn(new GridColumn().Padding(0, 0, 0, 0)).Expand();
        grid.AddRow(Box("Concentration", Concentration(portfolio, currency)), Box("Value x potential", Matrix(portfolio, currency)));
        console.Write(grid);
        console.Write(Box($"Churn list: {portfolio.Churn.Count:N0} accounts, most value at stake first", Churn(portfolio, currency)));
    }

    private static Panel Box(string title, IRenderable content) =>
        new Panel(content).Header($" [bold]{Markup.Escape(title)}[/] ").Border(BoxBorder.Rounded).BorderColor(Color.Grey).Padding(2, 0).Expand();

    private static Rows Concentration(Portfolio portfolio, string currency)
    {
        var bars = new Grid().AddColumn().AddColumn().AddColumn(new GridColumn().RightAligned());
        foreach (var share in new[] { 10m, 20m, 50m })
            if (portfolio.RevenueShareOf(share) is { } revenue)
                bars.AddRow(new Text($"Best {share:0} %"), Bar(revenue), new Text($"{Figures.OneDigit(revenue)} % of revenue"));
        return new Rows(
            new Text($"Revenue {currency} {Figures.Whole(portfolio.Revenue)} from {portfolio.Accounts:N0} accounts; {portfolio.AccountsForFourFifths:N0} of them bring 80 %."),
            new Text($"Key accounts bring {Figures.OneDigit(portfolio.KeyAccountSharePercent ?? 0m)} %. Herfindahl index {Figures.Whole(portfolio.HerfindahlIndex ?? 0m)} of 10’000."),
            bars);
    }

    private static Markup Bar(decimal percent)
    {
        var full = (int)decimal.Round(percent / 100m * BarWidth);
        return new Markup($"[green]{new string('█', full)}[/][grey]{new string('░', BarWidth - full)}[/]");
    }

    private static IRenderable Matrix(Portfolio portfolio, string currency)
    {
        if (portfolio.Matrix.All(IsUnknown))
            return new Text("The potential of no account is known. Enter the wallet size or the potential revenue on the accounts.");
        var table = new Table().Border(TableBorder.None).AddColumn("[grey]Field[/]").AddColumn("").AddColumn(new TableColumn("[grey]Accounts[/]").RightAligned())
            .AddColumn(new TableColumn($"[grey]Revenue {currency}[/]").RightAligned());
        foreach (var (name, meaning) in Quadrants)
        {
            var field = portfolio.Matrix.FirstOrDefault(q => q.Name == name);
            table.AddRow($"[bold]{name}[/]", $"[grey]{meaning}[/]", $"{field?.Accounts ?? 0:N0}", Figures.Whole(field?.Revenue ?? 0m));
        }
        var unknown = portfolio.Matrix.Where(IsUnknown).ToList();
        if (unknown.Count > 0) table.AddRow("[grey]Unknown[/]", "[grey]score or potential is missing[/]", $"{unknown.Sum(q => q.Accounts):N0}", Figures.Whole(unknown.Sum(q => q.Revenue)));
        return table;
    }


    private static bool IsUnknown(Portfolio.Quadrant quadrant) => Quadrants.All(known => known.Name != quadrant.Name);

    private static IRenderable Churn(Portfolio portfolio, string currency)
    {
        if (portfolio.Churn.Count == 0) return new Text("Nobody is overdue.");
        var table = new Table().Border(TableBorder.None).AddColumn("[grey]Account[/]").AddColumn("[grey]Risk[/]")
            .AddColumn(new TableColumn("[grey]Months since last order[/]").RightAligned()).AddColumn(new TableColumn($"[grey]At stake {currency}[/]").RightAligned());
        foreach (var account in portfolio.Churn.Take(ChurnListed))
            table.AddRow(
                new Text(account.Name), new Markup(account.Risk == "AtRisk" ? "[red]At risk[/]" : "[yellow]Watch[/]"),
                new Text(account.MonthsSinceLastOrder is { } months ? Figures.OneDigit(months) : "–"), new Text(account.ValueAtStake is { } value ? Figures.Whole(value) : "unknown"));
        return table;
    }
}
