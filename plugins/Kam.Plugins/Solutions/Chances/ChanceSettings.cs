using Kam.Plugins.Pipeline;
using Kam.Rules.Solutions.CrossSelling;

namespace Kam.Plugins.Solutions.Chances;

/// <summary>What tunes the chances, from the environment variables. One that holds something else is refused by its name (KAM-GEN-004).</summary>
internal static class ChanceSettings
{
    private const double Percent = 100d;

    public static CrossSellSettings Of(Settings settings) => new(
        settings.Number(SettingNames.PeerStrength, 0, 1000),
        settings.Number(SettingNames.SimilarityRegularisation, 1, 100000),
        settings.Number(SettingNames.FewestPeers, 1, 1000),
        settings.Number(SettingNames.LearningDays, 30, 730))
    {
        LeastConfidence = settings.Number(SettingNames.LeastConfidencePercent, 0, 100) / Percent,
        HorizonDays = settings.Number(SettingNames.ChanceHorizonDays, 30, 1095),
        FewestFirstPurchases = settings.Number(SettingNames.FewestFirstPurchases, 2, 100000),
        ModelShare = settings.Number(SettingNames.ChanceModelPercent, 0, 100) / Percent,
    };
}
