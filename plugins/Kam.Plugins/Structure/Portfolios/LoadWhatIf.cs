using System;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Structure.Policies;
using Kam.Rules.Structure;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Structure.Portfolios;

/// <summary>Custom API kam_LoadWhatIf: what the load of a portfolio would be with one more account, before anything is moved.</summary>
/// <remarks>Portfolio and account must be readable by the caller; the load itself is that of all its accounts. Four requests.</remarks>
/// <model stage="2 Structure">"what if" before an assignment is made</model>
public sealed class LoadWhatIf : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var portfolio = new PortfolioStore(request.Dataverse).One(request.Required<Guid>("PortfolioId"));
        var account = request.Dataverse.Retrieve(AccountRow.Table, request.Required<Guid>("AccountId"), new ColumnSet(AccountRow.Column.CareHours, AccountRow.Column.PortfolioId)).ToEntity<AccountRow>();
        var policy = new PolicyStore(request.DataverseAsSystem).Needed();
        var care = new PortfolioStore(request.DataverseAsSystem).CareOf([portfolio.Id])[portfolio.Id];
        var today = new PortfolioLoad([new AccountCare(portfolio.Id, care.Hours, 1m)], portfolio.CapacityHours ?? 0m, policy.LowerLoadPercent, policy.UpperLoadPercent);

        var then = account.PortfolioId?.Id == portfolio.Id ? today : today.WhatIf([new AccountCare(account.Id, account.CareHours ?? 0m, 1m)], []);

        request.Answer("Hours", then.Hours);
        request.Answer("UtilisationPercent", then.UtilisationPercent);
        request.Answer("LoadState", new OptionSetValue((int)then.State));
    }
}
