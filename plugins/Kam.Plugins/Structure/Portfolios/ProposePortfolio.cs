using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Structure;

namespace Kam.Plugins.Structure.Portfolios;

/// <summary>Custom API kam_ProposePortfolio: proposes at most so many handovers that level the load of the portfolios the caller may read. Nothing moves; a lead accepts or not.</summary>
/// <remarks>Five reading requests up to 5,000 accounts, one more for each further 5,000; one writing request for the proposal with all its handovers, one for each open proposal it replaces.</remarks>
/// <model stage="2 Structure">Portfolio balancing: propose at most k moves that level the load under constraints (language, territory, max accounts, keep-with-manager), with the cost of each handover</model>
public sealed class ProposePortfolio : KamPlugin
{
    private const int MostMovesPossible = 200;

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var mostMoves = request.Required<int>("MostMoves");
        if (mostMoves is < 1 or > MostMovesPossible) throw RequestParameters.Invalid("MostMoves", $"{mostMoves}", $"1 – {MostMovesPossible}");
        var usualHandover = new Settings(request.DataverseAsSystem).Number(SettingNames.HandoverSharePercent, 0, 100) / 100m;
        var portfolios = new PortfolioStore(request.Dataverse);
        var managers = portfolios.Active();
        var known = new HashSet<System.Guid>(managers.Select(manager => manager.Id));
        var accounts = portfolios.Members().Where(account => known.Contains(account.PortfolioId!.Id)).ToDictionary(account => account.Id);
        var territories = portfolios.FurtherTerritoriesOf(known);

        var proposal = new PortfolioBalance(managers.Select(manager => PortfolioStore.Managed(manager, territories[manager.Id])), accounts.Values.Select(account => PortfolioStore.Member(account, usualHandover))).Propose(mostMoves);

        var proposals = new ProposalStore(request.Dataverse);
        proposals.OutdateOpen();
        request.Answer("PortfolioProposalId", proposals.Add(proposal, mostMoves, request.Context.OperationCreatedOn, id => accounts[id].Name ?? ""));
        request.Answer("MoveCount", proposal.Moves.Count);
        request.Answer("Gain", proposal.Gain);
        request.Answer("HandoverHours", proposal.HandoverHours);
    }
}
