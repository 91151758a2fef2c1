using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Spectre.Console;

namespace Local.Cli.Run.Report;

/// <summary>What customers do not buy yet: by product family, and the best chances with their reasons.</summary>
internal sealed class WhitespaceSection : ReportSection
{
    private const int MostFamilies = 10, MostChances = 5;

    public override string Title => "Whitespace: what they do not buy yet";

    public override string Stage => "Cross-sell chances";

    public override void Prepare(ReportRun run, IProgress<double> share) => run.CallPaged("kam_RefreshChances", _ => { });

    public override void Show(ReportRun run, IAnsiConsole console)
    {
        var chances = Chances(run);
        if (chances.Count == 0)
        {
            console.MarkupLine("[yellow]There is no chance to tell of:[/] nobody buys products of a family that others do not buy yet.");
            return;
        }

        console.Write(Families(chances, run.Currency));
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"The {MostChances} that are expected to bring most:");
        foreach (var chance in chances.OrderByDescending(chance => chance.ExpectedMargin ?? 0m).ThenByDescending(chance => chance.Probability).Take(MostChances))
        {
            console.MarkupLineInterpolated($"  [bold]{chance.Account}[/] · {chance.Family}: {Figures.OneDigit(chance.Probability * 100m)} % of {run.Currency} {Margin(chance.TypicalMargin)} a year");
            console.Write(new Padder(new Text(chance.Reason.Split('\n')[0], new Style(Color.Grey)), new Padding(4, 0, 0, 0)));
        }
    }

    private static Table Families(IReadOnlyList<Chance> chances, string currency)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey)
            .AddColumn("Product family")
            .AddColumn(new TableColumn("Accounts with\na chance").RightAligned())
            .AddColumn(new TableColumn("First purchases\nexpected in a year").RightAligned())
            .AddColumn(new TableColumn($"Margin {currency}\nexpected in a year").RightAligned());
        foreach (var family in chances.GroupBy(chance => chance.Family).OrderByDescending(same => same.Sum(chance => chance.ExpectedMargin ?? 0m)).ThenBy(same => same.Key, StringComparer.Ordinal).Take(MostFamilies))
        {
            var known = family.Where(chance => chance.ExpectedMargin is not null).ToArray();
            table.AddRow(
                new Text(family.Key), new Text(Figures.Whole(family.Count())), new Text(Figures.OneDigit(family.Sum(chance => chance.Probability))),
                new Text(known.Length == 0 ? "unknown" : Figures.Whole(known.Sum(chance => chance.ExpectedMargin!.Value))));
        }

        return table;
    }

    private static string Margin(decimal? margin) => margin is { } known ? Figures.Whole(known) : "unknown";

    private static List<Chance> Chances(ReportRun run)
    {
        var query = new QueryExpression("kam_crosssellchance") { ColumnSet = new ColumnSet("kam_probability", "kam_typicalmargin", "kam_expectedmargin", "kam_reason") };
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        query.AddOrder("kam_crosssellchanceid", OrderType.Ascending);
        Link(query, "account", "kam_accountid", "accountid");
        Link(query, "product", "kam_familyid", "productid");
        return run.All(query).Select(row => new Chance(
            row.Linked("account.name"),
            row.Linked("product.name"),
            row.GetAttributeValue<decimal>("kam_probability"),
            row.GetAttributeValue<Money>("kam_typicalmargin")?.Value,
            row.GetAttributeValue<Money>("kam_expectedmargin")?.Value,
            row.GetAttributeValue<string>("kam_reason") ?? "")).ToList();
    }

    private static void Link(QueryExpression query, string table, string from, string to)
    {
        var link = query.AddLink(table, from, to);
        link.EntityAlias = table;
        link.Columns = new ColumnSet("name");
    }

    private sealed record Chance(string Account, string Family, decimal Probability, decimal? TypicalMargin, decimal? ExpectedMargin, string Reason);
}
