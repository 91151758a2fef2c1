using System.Linq;
using Local.Dataverse.Pipeline;
using Microsoft.Crm.Sdk.Messages;

namespace Local.Dataverse.Columns;

/// <summary>The languages of the organisation: every one that is switched on is also installed.</summary>
internal static class LanguageMessages
{
    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("RetrieveProvisionedLanguages", static e => e.Output["RetrieveProvisionedLanguages"] = Languages(e), static () => new RetrieveProvisionedLanguagesResponse());
        catalog.Add("RetrieveAvailableLanguages", static e => e.Output["LocaleIds"] = Languages(e), static () => new RetrieveAvailableLanguagesResponse());
    }

    private static int[] Languages(MessageExecution execution) =>
        execution.Organization.Options.Languages.Append(execution.Organization.Facts.BaseLanguage).Distinct().Order().ToArray();
}
