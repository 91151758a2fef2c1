using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Spectre.Console;

namespace Local.Cli.Run;

/// <summary>The ranked accounts: score, band, lifetime value with its range, churn, and in a second line what lifts and what drags the score.</summary>
internal static class RankingView
{
    private const int BandTop = 781340000, BandHigh = 781340001, BandMedium = 781340002;
    private const int ChurnWatch = 781340001, ChurnAtRisk = 781340002;

    public static void Show(IAnsiConsole console, IReadOnlyList<Entity> ranking, ILookup<System.Guid, Entity> parts, string currency)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey).ShowRowSeparators()
            .AddColumn(Column("#").RightAligned())
            .AddColumn(Column("Account").NoWrap())
            .AddColumn(Column("Score").RightAligned())
            .AddColumn(Column("Band"))
            .AddColumn(Column($"Revenue {currency}\n12 months").RightAligned())
            .AddColumn(Column("Growth\n%").RightAligned())
            .AddColumn(Column("Margin\n%").RightAligned())
            .AddColumn(Column($"Lifetime value {currency}\n(low – high)").RightAligned())
            .AddColumn(Column("Method"))
            .AddColumn(Column("Churn"));
        foreach (var (score, rank) in ranking.Select((s, i) => (s, i + 1)))
            table.AddRow(
                new Text($"{rank}", new Style(Color.Grey)),
                Account(score, parts[score.Id]),
                new Text(score.Number("kam_score", "0.00") ?? "–", new Style(decoration: Decoration.Bold)),
                new Text(score.Label("kam_band"), new Style(BandColor(score.Choice("kam_band")))),
                new Text(score.Amount("kam_revenue") ?? "unknown"),
                new Text(score.Number("kam_growthpercent", "+#,##0.0;-#,##0.0;0.0") ?? "–"),
                new Text(score.Number("kam_marginpercent", "0.0") ?? "unknown"),
                LifetimeValue(score),
                new Text(score.Amount("kam_lifetimevalue") is null ? "" : score.Label("kam_lifetimevaluemethod"), new Style(Color.Grey)),
                new Text(score.Label("kam_churnrisk"), new Style(ChurnColor(score.Choice("kam_churnrisk")))));
        console.Write(table);
    }

    private static TableColumn Column(string header) => new(new Text(header, new Style(decoration: Decoration.Bold)));

    private static Rows Account(Entity score, IEnumerable<Entity> parts)
    {
        // The order of the explanation: by what a criterion adds; among equal ones the heavier is the weaker.
        var counting = parts.Where(p => p.Choice("kam_appliedpolicy") is null && p.GetAttributeValue<decimal>("kam_weightpercent") > 0m)
            .OrderByDescending(p => p.GetAttributeValue<decimal>("kam_contribution")).ThenBy(p => p.GetAttributeValue<decimal>("kam_weightpercent")).ToList();
        var why = counting.Count < 2 ? "" : $"[green]▲[/] {Part(counting[0])}  [red]▼[/] {Part(counting[^1])}";
        return new Rows(new Text(score.Linked("account.name"), new Style(decoration: Decoration.Bold)), new Markup($"[grey]{why}[/]"));
    }

    private static string Part(Entity part) =>
        $"{Markup.Escape(part.GetAttributeValue<string>("kam_name"))} {part.Number("kam_contribution", "0.0")}/{part.Number("kam_weightpercent", "0")}";

    private static Rows LifetimeValue(Entity score)
    {
        if (score.Amount("kam_lifetimevalue") is not { } value) return new Rows(new Text("not stated"));
        var range = score.Amount("kam_lifetimevaluelow") is { } low && score.Amount("kam_lifetimevaluehigh") is { } high ? $"{low} – {high}" : "no range";
        return new Rows(new Text(value, new Style(decoration: Decoration.Bold)), new Text(range, new Style(Color.Grey)));
    }

    private static Color BandColor(int? band) => band switch
    {
        BandTop => Color.Green,
        BandHigh => Color.Aqua,
        BandMedium => Color.Yellow,
        _ => Color.Grey,
    };

    private static Color ChurnColor(int? churn) => churn switch
    {
        ChurnWatch => Color.Yellow,
        ChurnAtRisk => Color.Red,
        _ => Color.Grey,
    };
}
