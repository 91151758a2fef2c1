namespace Kam.Plugins.Pipeline;

/// <summary>Environment variables that tune this product, by schema name.</summary>
internal static class SettingNames
{
    public const string RollingDays = "kam_RollingDays";
    public const string ExplanationLanguage = "kam_ExplanationLanguage";
    public const string CallSeconds = "kam_CallSeconds";
    public const string ScorePageSize = "kam_ScorePageSize";
    public const string InsightValidityDays = "kam_InsightValidityDays";
    public const string OrderDateColumn = "kam_OrderDateColumn";
    public const string InvoiceDateColumn = "kam_InvoiceDateColumn";
    public const string ChancesPerAccount = "kam_ChancesPerAccount";
    public const string PeerStrength = "kam_PeerStrength";
    public const string SimilarityRegularisation = "kam_SimilarityRegularisation";
    public const string FewestPeers = "kam_FewestPeers";
    public const string LeastConfidencePercent = "kam_LeastConfidencePercent";
    public const string LearningDays = "kam_LearningDays";
    public const string FewestFirstPurchases = "kam_FewestFirstPurchases";
    public const string ChanceHorizonDays = "kam_ChanceHorizonDays";
    public const string ChanceModelPercent = "kam_ChanceModelPercent";
    public const string LapsedAfterDays = "kam_LapsedAfterDays";
    public const string HandoverSharePercent = "kam_HandoverSharePercent";
    public const string PriceExceptionDays = "kam_PriceExceptionDays";
}
