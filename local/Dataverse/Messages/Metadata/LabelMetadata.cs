using System.Linq;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace Local.Dataverse.Messages.Metadata;

/// <summary>Turns labels and choices of the schema into the SDK's, with the label the user reads picked out.</summary>
internal sealed class LabelMetadata(int userLanguage, int baseLanguage)
{
    public Label Of(Labels labels)
    {
        var all = labels.ByLanguage.Select(l => new LocalizedLabel(l.Value, l.Key)).ToArray();
        return new Label(
            all.FirstOrDefault(l => l.LanguageCode == userLanguage) ?? all.FirstOrDefault(l => l.LanguageCode == baseLanguage), all);
    }

    public OptionSetMetadata Of(OptionSet choice, OptionSetType type)
    {
        var metadata = new OptionSetMetadata(new OptionMetadataCollection(choice.Options.Select(o => Of(o, type)).ToList()));
        Describe(metadata, choice, type);
        return metadata;
    }

    public BooleanOptionSetMetadata OfBoolean(OptionSet choice)
    {
        var metadata = new BooleanOptionSetMetadata(Of(choice.Find(1)!, OptionSetType.Boolean), Of(choice.Find(0)!, OptionSetType.Boolean));
        Describe(metadata, choice, OptionSetType.Boolean);
        return metadata;
    }

    private OptionMetadata Of(Option option, OptionSetType type)
    {
        OptionMetadata metadata = type switch
        {
            OptionSetType.State => new StateOptionMetadata { DefaultStatus = option.DefaultStatus, InvariantName = option.InvariantName },
            OptionSetType.Status => new StatusOptionMetadata { State = option.State, TransitionData = Transitions(option) },
            _ => new OptionMetadata(),
        };
        metadata.Value = option.Value;
        metadata.Label = Of(option.Label);
        return metadata;
    }

    private static string? Transitions(Option option) => option.TransitionsTo is not { } allowed ? null :
        "<allowedtransitions xmlns=\"http://schemas.microsoft.com/crm/2009/WebServices\">"
        + string.Concat(allowed.Select(to => $"<allowedtransition sourcestatusid=\"{option.Value}\" tostatusid=\"{to}\" />")) + "</allowedtransitions>";

    private void Describe(OptionSetMetadataBase metadata, OptionSet choice, OptionSetType type)
    {
        metadata.Name = choice.Name;
        metadata.IsGlobal = choice.IsGlobal;
        metadata.OptionSetType = type;
        metadata.DisplayName = Of(choice.DisplayName);
        metadata.MetadataId = MetadataIds.OfChoice(choice.Name);
    }
}
