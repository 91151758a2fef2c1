using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Spectre.Console;

namespace Local.Cli.Run;

/// <summary>The ranked accounts as a table: score, band, lifetime value with its band, and why.</summary>
internal static class PortfolioView
{
    private static readonly CultureInfo Swiss = CultureInfo.GetCultureInfo("de-CH");

    public static void Show(IAnsiConsole console, IReadOnlyList<Entity> ranking, string currency)
    {
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators()
            .AddColumn(new TableColumn("#").RightAligned())
            .AddColumn("Account")
            .AddColumn(new TableColumn("Score").RightAligned())
            .AddColumn("Band")
            .AddColumn(new TableColumn($"Revenue 12 m\n{currency}").RightAligned())
            .AddColumn(new TableColumn("Margin\n%").RightAligned())
            .AddColumn(new TableColumn($"Lifetime value {currency}\n(low - high)").RightAligned())
            .AddColumn("Churn")
            .AddColumn("Why");
        foreach (var (score, rank) in ranking.Select((s, i) => (s, i + 1)))
            table.AddRow(
                new Text($"{rank}"),
                new Text(Linked(score, "account.name") ?? ""),
                new Text(score.GetAttributeValue<decimal?>("kam_score")?.ToString("0.00", Swiss) ?? "not scorable"),
                new Text(Label(score, "kam_band")),
                new Text(Amount(score, "kam_revenue") ?? "unknown"),
                new Text(score.GetAttributeValue<decimal?>("kam_marginpercent")?.ToString("0.0", Swiss) ?? "unknown"),
                new Text(LifetimeValue(score)),
                new Text(Label(score, "kam_churnrisk")),
                new Text(score.GetAttributeValue<string>("kam_explanation") ?? ""));
        console.Write(table);
    }

    private static string LifetimeValue(Entity score)
    {
        var method = Label(score, "kam_lifetimevaluemethod");
        if (Amount(score, "kam_lifetimevalue") is not { } value) return "not stated";
        var band = Amount(score, "kam_lifetimevaluelow") is { } low && Amount(score, "kam_lifetimevaluehigh") is { } high ? $"\n({low} - {high})" : "";
        return $"{value}{band}\n{method}";
    }

    private static string? Amount(Entity row, string column) => row.GetAttributeValue<Money>(column)?.Value.ToString("#,##0", Swiss);

    private static string Label(Entity row, string column) => row.FormattedValues.TryGetValue(column, out var label) ? label : "";

    private static string? Linked(Entity row, string column) => row.GetAttributeValue<AliasedValue>(column)?.Value as string;
}
