using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Structure.Policies;
using Kam.Rules.Structure;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Structure.Portfolios;

/// <summary>Keeps load, utilisation and number of accounts of portfolios at what their accounts add up to.</summary>
/// <remarks>Three reading requests for any number of portfolios, none for none, and one writing request for each whose load changes.</remarks>
internal sealed class LoadKeeping
{
    private readonly IOrganizationService dataverse;

    /// <param name="dataverse">With all rights: a load is the same whoever moves an account.</param>
    public LoadKeeping(IOrganizationService dataverse) => this.dataverse = dataverse;

    /// <summary>Works the loads out anew and stores those that changed.</summary>
    public void Keep(IEnumerable<Guid?> portfolioIds)
    {
        var ids = portfolioIds.OfType<Guid>().Distinct().ToList();
        if (ids.Count == 0) return;
        var store = new PortfolioStore(dataverse);
        var policy = new PolicyStore(dataverse).InUse();
        var care = store.CareOf(ids);
        foreach (var portfolio in store.ByIds(ids))
        {
            var changes = LoadOf(portfolio, care[portfolio.Id], policy);
            if (changes.LoadHours != portfolio.LoadHours || changes.UtilisationPercent != portfolio.UtilisationPercent || changes.LoadState != portfolio.LoadState || changes.AccountCount != portfolio.AccountCount)
                dataverse.Update(changes);
        }
    }

    /// <summary>The load of one portfolio as columns.</summary>
    /// <param name="portfolio">With its capacity.</param>
    /// <param name="care">What its accounts add up to.</param>
    /// <param name="policy">Bounds of the load; null without a policy in use, and then no state is stated.</param>
    public static PortfolioRow LoadOf(PortfolioRow portfolio, CareSum care, PolicyInUse? policy)
    {
        var load = new PortfolioLoad([new AccountCare(portfolio.Id, care.Hours, 1m)], portfolio.CapacityHours ?? 0m, policy?.LowerLoadPercent ?? 0m, policy?.UpperLoadPercent ?? decimal.MaxValue);
        return new PortfolioRow
        {
            Id = portfolio.Id,
            LoadHours = care.Hours,
            UtilisationPercent = load.UtilisationPercent,
            LoadState = policy is null ? null : (LoadChoice)(int)load.State,
            AccountCount = care.Accounts,
        };
    }
}
