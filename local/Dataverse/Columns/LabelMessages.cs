using System.Linq;
using Local.Dataverse.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Columns;

/// <summary>RetrieveLocLabels and SetLocLabels: the text of a row's column in every language.</summary>
internal static class LabelMessages
{
    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("RetrieveLocLabels", Retrieve, static () => new RetrieveLocLabelsResponse());
        catalog.Add("SetLocLabels", Set, static () => new SetLocLabelsResponse());
    }

    // Everything is published as soon as it is written, so that IncludeUnpublished makes no difference.
    private static void Retrieve(MessageExecution execution)
    {
        var (row, column) = Asked(execution);
        var organization = execution.Organization;
        var baseLanguage = organization.Facts.BaseLanguage;
        var labels = organization.RowLabels.Of(row, column);
        // In the base language, whatever the caller reads in.
        if (execution.Unit.Retrieve(execution.Context with { LanguageCode = baseLanguage }, row, new ColumnSet(column)).GetAttributeValue<string>(column) is { } text)
        {
            labels.Insert(0, new LocalizedLabel(text, baseLanguage));
        }
        var read = labels.Find(l => l.LanguageCode == execution.Context.LanguageCode) ?? labels.Find(l => l.LanguageCode == baseLanguage);
        execution.Output["Label"] = new Label(read, labels);
    }

    private static void Set(MessageExecution execution)
    {
        var (row, column) = Asked(execution);
        var organization = execution.Organization;
        var labels = execution.Required<LocalizedLabel[]>("Labels");
        var limit = execution.Context.Schema.Find(row.LogicalName)!.Find(column)!.MaxLength;
        foreach (var label in labels)
        {
            if (label.LanguageCode != organization.Facts.BaseLanguage && !organization.Options.Languages.Contains(label.LanguageCode)) throw PlatformErrors.InvalidLanguage.Fault(label.LanguageCode);
            if (label.Label?.Length > limit) throw PlatformErrors.StringLengthTooLong.Fault(column, row.LogicalName, limit);
        }
        execution.Unit.AllowWrite(execution.Context, [new Entity(row.LogicalName, row.Id) { [column] = string.Empty }], isCreate: false);
        foreach (var label in labels)
        {
            if (label.LanguageCode != organization.Facts.BaseLanguage) organization.RowLabels.Set(execution.Unit, row, column, label.LanguageCode, label.Label);
            else execution.Send("Update", new ParameterCollection { ["Target"] = new Entity(row.LogicalName, row.Id) { [column] = label.Label } }, parentContext: null);
        }
    }

    private static (EntityReference Row, string Column) Asked(MessageExecution execution)
    {
        var row = execution.Required<EntityReference>("EntityMoniker");
        row.Id = Targets.Resolve(execution, row);
        var column = execution.Required<string>("AttributeName").ToLowerInvariant();
        // How the platform words it is not published.
        if (!RowLabels.IsLocalizable(row.LogicalName, column)) throw PipelineErrors.Invalid($"The attribute {column} of {row.LogicalName} has no localized labels.");
        return (row, column);
    }
}
