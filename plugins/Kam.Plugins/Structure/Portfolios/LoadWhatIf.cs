using System;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Structure.Policies;
using Kam.Rules.Structure;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Structure.Portfolios;

/// <summary>Custom API kam_LoadWhatIf: what the load of a portfolio would be with one more account, before anything is moved, and what speaks against moving it.</summary>
/// <remarks>Portfolio and account must be readable by the caller; the load itself is that of all its accounts. Five requests.</remarks>
/// <model stage="2 Structure">"what if" before an assignment is made</model>
public sealed class LoadWhatIf : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var portfolio = new PortfolioStore(request.Dataverse).One(request.Required<Guid>("PortfolioId"));
        var account = new PortfolioStore(request.Dataverse).Account(request.Required<Guid>("AccountId"));
        var policy = new PolicyStore(request.DataverseAsSystem).Needed();
        var care = new PortfolioStore(request.DataverseAsSystem).CareOf([portfolio.Id])[portfolio.Id];
        var today = new PortfolioLoad([new AccountCare(portfolio.Id, care.Hours, 1m)], portfolio.CapacityHours ?? 0m, policy.LowerLoadPercent, policy.UpperLoadPercent);

        var isThere = account.PortfolioId?.Id == portfolio.Id;
        var further = new PortfolioStore(request.DataverseAsSystem).FurtherTerritoriesOf([portfolio.Id])[portfolio.Id];
        var then = isThere ? today : today.WhatIf([new AccountCare(account.Id, account.CareHours ?? 0m, 1m)], []);

        request.Answer("Hours", then.Hours);
        request.Answer("UtilisationPercent", then.UtilisationPercent);
        request.Answer("LoadState", new OptionSetValue((int)then.State));
        request.Answer("Obstacles", (isThere ? [] : PortfolioStore.Managed(portfolio, further).ObstaclesTo(PortfolioStore.Member(account, 0m), care.Accounts)).Select(obstacle => obstacle.ToString()).ToArray());
    }
}
