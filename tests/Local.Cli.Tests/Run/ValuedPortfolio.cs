using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Local.Cli.Loading;
using Local.Cli.Run;
using Local.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Cli.Tests.Run;

/// <summary>A data set loaded and valued as `kam run` does, and what was stored.</summary>
internal sealed class ValuedPortfolio : IDisposable
{
    private readonly LocalDataverse organisation;

    public ValuedPortfolio(PackedSolution packed, string folder, DateTime asOf)
    {
        AsOf = asOf;
        var mapping = Mapping.For(folder, Mapping.ShippedFolder);
        organisation = LocalDataverse.Open(new LocalDataverseOptions { BaseCurrency = mapping.Currency.Code, BaseCurrencyPrecision = mapping.Currency.Precision });
        using var zip = File.OpenRead(packed.Repository.ManagedZip);
        organisation.ImportSolution(zip);
        organisation.ImportConfigurationData(packed.Repository.ConfigurationData);
        Report = DataLoader.Load(Service, organisation.Schema, organisation.BaseCurrencyId, folder, mapping, new Silence<LoadProgress>());
        Valuation = new Valuation(Service, asOf);
        Fit = Valuation.FitModel();
        Scored = Valuation.ScorePortfolio(Report.Steps.Sum(s => s.Created), new Silence<double>());
        Scores = Rows(new QueryExpression("kam_valuescore") { ColumnSet = new ColumnSet(true), LinkEntities = { Account() } })
            .Where(s => s.GetAttributeValue<OptionSetValue>("kam_scope").Value == 781340000)
            .ToDictionary(s => (string)s.GetAttributeValue<AliasedValue>("account.accountnumber").Value, StringComparer.Ordinal);
    }

    public DateTime AsOf { get; }
    public LoadReport Report { get; }
    public Valuation Valuation { get; }
    public Valuation.Fit Fit { get; }
    public Valuation.Scored Scored { get; }
    public IOrganizationService Service => organisation.AdministratorService;

    /// <summary>The snapshots by account number.</summary>
    public IReadOnlyDictionary<string, Entity> Scores { get; }

    /// <summary>The sum of one Money column, row by row.</summary>
    public decimal Sum(string table, string column) => Rows(new QueryExpression(table) { ColumnSet = new ColumnSet(column) }).Sum(r => r.GetAttributeValue<Money>(column)?.Value ?? 0m);

    /// <summary>All pages of a query.</summary>
    public IEnumerable<Entity> Rows(QueryExpression query)
    {
        query.PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 };
        while (true)
        {
            var page = Service.RetrieveMultiple(query);
            foreach (var row in page.Entities) yield return row;
            if (!page.MoreRecords) yield break;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    public void Dispose() => organisation.Dispose();

    private static LinkEntity Account() => new("kam_valuescore", "account", "kam_accountid", "accountid", JoinOperator.Inner) { EntityAlias = "account", Columns = new ColumnSet("accountnumber") };

    private sealed class Silence<T> : IProgress<T>
    {
        public void Report(T value) { }
    }
}
