using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Spectre.Console;

namespace Local.Cli.Run.Report;

/// <summary>Which handovers would level the load, in words; nothing is moved.</summary>
internal sealed class BalanceSection : ReportSection
{
    private const int MostMoves = 10;
    private Guid proposalId;

    public override string Title => "Balance: whom to hand over";

    public override string? Stage => "Propose handovers";

    public override void Prepare(ReportRun run, IProgress<double> share) => proposalId = (Guid)run.Call("kam_ProposePortfolio", ("MostMoves", MostMoves))["PortfolioProposalId"];

    public override void Show(ReportRun run, IAnsiConsole console)
    {
        var proposal = run.Service.Retrieve("kam_portfolioproposal", proposalId, new ColumnSet("kam_imbalancebefore", "kam_imbalanceafter", "kam_handoverhours", "kam_gain", "kam_fairutilisationpercent"));
        var moves = Moves(run);
        if (moves.Length == 0)
        {
            console.MarkupLine("No handover within language, territory and number of accounts would level the load by more than it costs.");
            return;
        }

        console.MarkupLineInterpolated($"All managers together are [bold]{proposal.Number("kam_imbalancebefore", "#,##0")} hours[/] away from their fair share of {proposal.Number("kam_fairutilisationpercent", "0")} % utilisation.");
        console.MarkupLineInterpolated($"{moves.Length:N0} handovers would leave {proposal.Number("kam_imbalanceafter", "#,##0")} hours. They cost {proposal.Number("kam_handoverhours", "#,##0")} hours once and gain {proposal.Number("kam_gain", "#,##0")}:");
        foreach (var (move, number) in moves.Select((move, place) => (move, place + 1)))
            console.Write(new Padder(new Markup($"{number,2}. [bold]{Markup.Escape(move.GetAttributeValue<string>("kam_name"))}[/] ({move.Number("kam_hours", "#,##0")} hours a year) goes from {Portfolio(move, "kam_fromportfolioid")} to {Portfolio(move, "kam_toportfolioid")}."), new Padding(2, 0, 0, 0)));
        console.MarkupLine("[grey]Nothing has moved: a lead accepts the proposal, or does not.[/]");
    }

    private Entity[] Moves(ReportRun run)
    {
        var query = new QueryExpression("kam_portfoliomove") { ColumnSet = new ColumnSet("kam_name", "kam_hours", "kam_fromportfolioid", "kam_toportfolioid") };
        query.Criteria.AddCondition("kam_portfolioproposalid", ConditionOperator.Equal, proposalId);
        query.AddOrder("kam_sequence", OrderType.Ascending);
        return [.. run.All(query)];
    }

    private static string Portfolio(Entity move, string column) => Markup.Escape(move.GetAttributeValue<EntityReference>(column).Name ?? "");
}
