using Kam.Plugins.Pipeline;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>
/// What a valuation stands on beside the accounts: settings, models in use with their criteria, base currency. A portfolio run keeps it with its row, so that all its pages
/// are valued alike, whatever is changed meanwhile, and no call reads it again.
/// </summary>
internal sealed class RunBasis
{
    public Settings Settings { get; }
    public ModelRows Models { get; }
    public BaseCurrency Currency { get; }

    private RunBasis(Settings settings, ModelRows models, BaseCurrency currency)
    {
        Settings = settings;
        Models = models;
        Currency = currency;
    }

    /// <summary>As it is now: four requests.</summary>
    public static RunBasis Now(IOrganizationService dataverse) =>
        new(new Settings(dataverse), new ScoringModelStore(dataverse).RowsInUse(), BaseCurrency.Of(dataverse));

    /// <summary>As it was when the run began. No request.</summary>
    public static RunBasis Of(ScoringRunRow run)
    {
        var stored = Json.Read<StoredBasis>(run.Basis!);
        return new RunBasis(new Settings(stored.Settings), stored.Models(), new BaseCurrency(stored.CurrencyId, stored.CurrencyCode, stored.CurrencyPrecision));
    }

    public string Write() => Json.Write(StoredBasis.Of(Settings, Models, Currency));
}
