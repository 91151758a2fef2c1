using Kam.Plugins.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Structure;

/// <summary>The language in which explanations are stored, by the environment variable kam_ExplanationLanguage.</summary>
internal static class StoredLanguage
{
    private const int HighestLanguage = 99999;

    /// <summary>Its sentences. One request.</summary>
    public static Texts Texts(IOrganizationService dataverse) => Pipeline.Texts.In(new Settings(dataverse).Number(SettingNames.ExplanationLanguage, 1, HighestLanguage));
}
