using System.Xml.Linq;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Import.Components;

/// <summary>
/// What a package changes in the ribbons of its tables and of the application: one row for each action, label, command and rule, as the platform keeps
/// them (tables RibbonDiff, RibbonCommand and RibbonRule; those of the application have no entity).
/// </summary>
internal sealed class RibbonComponents(ComponentSet components)
{
    private readonly XmlValues values = components.Values;

    public void Read(XElement customizations)
    {
        foreach (var difference in customizations.Elements("RibbonDiffXml")) Read(difference, table: null);
        foreach (var entity in customizations.Elements("Entities").Elements("Entity"))
        {
            foreach (var difference in entity.Elements("RibbonDiffXml")) Read(difference, XmlValues.Text(entity, "Name")?.ToLowerInvariant());
        }
    }

    private void Read(XElement difference, string? table)
    {
        foreach (var action in difference.Elements("CustomActions").Elements("CustomAction")) Difference(action, "Id", table);
        foreach (var hidden in difference.Elements("CustomActions").Elements("HideCustomAction")) Difference(hidden, "HideActionId", table);
        foreach (var label in difference.Elements("LocLabels").Elements("LocLabel")) Difference(label, "Id", table);
        foreach (var command in difference.Elements("CommandDefinitions").Elements("CommandDefinition"))
        {
            Row(command, "Id", table, ComponentType.RibbonCommand, "ribboncommand", "command", "commanddefinition");
        }
        foreach (var rule in difference.Elements("RuleDefinitions").Elements().Elements())
        {
            Row(rule, "Id", table, ComponentType.RibbonRule, "ribbonrule", "ruleid", "ruledefinition");
        }
    }

    private void Difference(XElement e, string idAttribute, string? table)
    {
        var row = Row(e, idAttribute, table, ComponentType.RibbonDiff, "ribbondiff", "diffid", "rdx");
        if (e.Attribute("Sequence") is { } sequence) row["sequence"] = values.Integer(e, sequence);
    }

    private Entity Row(XElement e, string idAttribute, string? table, ComponentType type, string rows, string nameColumn, string textColumn)
    {
        var name = values.RequiredAttribute(e, idAttribute);
        // Several solutions may change one ribbon, and an action, a label and a rule may have one name.
        var id = StableId.Of(rows, components.Manifest.UniqueName, table ?? "", e.Name.LocalName, name);
        var row = components.Add(type, rows, id, e);
        row[nameColumn] = name;
        row["entity"] = table;
        row[textColumn] = e.ToString(SaveOptions.DisableFormatting);
        return row;
    }
}
