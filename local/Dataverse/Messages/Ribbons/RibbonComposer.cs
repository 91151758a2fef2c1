using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Microsoft.Crm.Sdk.Messages;

namespace Local.Dataverse.Messages.Ribbons;

/// <summary>Makes one ribbon of the differences of solutions: actions go where their location says, labels get the reader's text.</summary>
/// <remarks>
/// A location in the platform's own ribbon, which is not here, is made as an empty frame with the ids it would have there:
/// Mscrm.Form.account.MainTab.Save.Controls is the list of controls of the group Mscrm.Form.account.MainTab.Save in the tab Mscrm.Form.account.MainTab
/// (learn.microsoft.com, "Define custom actions to modify the ribbon").
/// </remarks>
internal sealed class RibbonComposer
{
    private const string Children = "._children", Controls = ".Controls", Groups = ".Groups", Tabs = "Mscrm.Tabs";

    private static readonly (RibbonLocationFilters Filter, string Prefix)[] places =
    [
        (RibbonLocationFilters.Form, "Mscrm.Form."), (RibbonLocationFilters.HomepageGrid, "Mscrm.HomepageGrid."), (RibbonLocationFilters.SubGrid, "Mscrm.SubGrid."),
    ];

    private readonly List<XElement> parts;
    private readonly RibbonLabels labels;
    private readonly XElement tabs = new("Tabs", new XAttribute("Id", Tabs));

    public RibbonComposer(IEnumerable<XElement> parts, RibbonLabels labels)
    {
        this.parts = parts.ToList();
        this.labels = labels;
    }

    /// <summary>The ribbon as RibbonXml.xml holds it.</summary>
    public XElement Compose(RibbonLocationFilters filter)
    {
        Place(Named("CustomAction").ToList());
        foreach (var hidden in Named("HideCustomAction")) Find(Location(hidden), tabs.Descendants())?.Remove();
        foreach (var tab in tabs.Elements().Where(t => !Fits((string?)t.Attribute("Id") ?? "", filter)).ToList()) tab.Remove();
        foreach (var list in tabs.DescendantsAndSelf().Where(e => e.Name.LocalName is "Tabs" or "Groups" or "Controls").ToList()) list.ReplaceNodes(list.Elements().OrderBy(Sequence).ToList());
        var ribbon = new XElement("RibbonDefinitions", new XElement("RibbonDefinition",
            new XElement("UI", new XElement("Ribbon", tabs)),
            new XElement("CommandDefinitions", Last(Named("CommandDefinition"))),
            new XElement("RuleDefinitions",
                new XElement("TabDisplayRules", Last(Named("TabDisplayRule"))),
                new XElement("DisplayRules", Last(Named("DisplayRule"))),
                new XElement("EnableRules", Last(Named("EnableRule"))))));
        labels.Resolve(ribbon, Last(Named("LocLabel")).ToDictionary(IdOf, StringComparer.OrdinalIgnoreCase));
        return ribbon;
    }

    private IEnumerable<XElement> Named(string name) => parts.Where(p => p.Name.LocalName == name);

    private static IEnumerable<XElement> Last(IEnumerable<XElement> definitions) => definitions.GroupBy(IdOf, StringComparer.OrdinalIgnoreCase).Select(g => g.Last());

    private static string IdOf(XElement e) => (string?)e.Attribute("Id") ?? "";

    private static bool Fits(string tab, RibbonLocationFilters filter)
    {
        foreach (var (place, prefix) in places)
        {
            if (tab.StartsWith(prefix, StringComparison.Ordinal)) return filter.HasFlag(place);
        }
        // A tab of another name shows where its rules say, which the client judges.
        return true;
    }

    // An action may go into what another one brings: that one comes first.
    private void Place(List<XElement> actions)
    {
        var brought = actions.Elements("CommandUIDefinition").Descendants().Select(IdOf).ToHashSet(StringComparer.Ordinal);
        var waiting = actions.Where(a => brought.Contains(Container(Location(a)))).ToList();
        foreach (var action in actions.Except(waiting).ToList()) Place(action);
        while (waiting.RemoveAll(PlacedInWhatIsThere) > 0)
        {
        }
        foreach (var action in waiting) Place(action);
    }

    private bool PlacedInWhatIsThere(XElement action)
    {
        if (TargetOf(action) is null) return false;
        Place(action);
        return true;
    }

    private void Place(XElement action)
    {
        var location = Location(action);
        var target = TargetOf(action) ?? Frame(location);
        var brought = action.Elements("CommandUIDefinition").Elements().Select(e => new XElement(e)).ToList();
        foreach (var e in brought.Where(e => e.Attribute("Sequence") is null)) e.SetAttributeValue("Sequence", (string?)action.Attribute("Sequence"));
        if (IdOf(target) == location && target != tabs) target.ReplaceWith(brought);
        else target.Add(brought);
    }

    private XElement? TargetOf(XElement action) => Find(Container(Location(action)), tabs.DescendantsAndSelf());

    private static string Location(XElement action) => (string?)action.Attribute("Location") ?? "";

    private static string Container(string location) => location.EndsWith(Children, StringComparison.Ordinal) ? location[..^Children.Length] : location;

    private static XElement? Find(string id, IEnumerable<XElement> among) => id.Length == 0 ? null : among.FirstOrDefault(e => IdOf(e) == id);

    private XElement Frame(string location)
    {
        var id = Container(location);
        var tab = Made(tabs, "Tab", TabOf(id));
        if (id == IdOf(tab)) return tab;
        if (id == IdOf(tab) + ".Scaling") return Made(tab, "Scaling", id);
        var groups = Made(tab, "Groups", IdOf(tab) + Groups);
        if (id == IdOf(groups)) return groups;
        // A control of the platform that is replaced: in which group it stands, only the platform's ribbon knows.
        var list = id.EndsWith(Controls, StringComparison.Ordinal) ? id : id + Controls;
        return Made(Made(groups, "Group", list[..^Controls.Length]), "Controls", list);
    }

    private static XElement Made(XElement parent, string name, string id)
    {
        if (parent.Elements(name).FirstOrDefault(e => IdOf(e) == id) is { } there) return there;
        var made = new XElement(name, new XAttribute("Id", id));
        parent.Add(made);
        return made;
    }

    // Up to the part that names the tab; where none does, the main tab of the place (Mscrm.Form.account).
    private static string TabOf(string id)
    {
        var names = id.Split('.');
        var last = Array.FindIndex(names, n => n.EndsWith("Tab", StringComparison.Ordinal));
        return last >= 0 ? string.Join('.', names[..(last + 1)]) : string.Join('.', names.Take(3).Append("MainTab"));
    }

    private static double Sequence(XElement e) =>
        double.TryParse((string?)e.Attribute("Sequence"), NumberStyles.Float, CultureInfo.InvariantCulture, out var sequence) ? sequence : double.MaxValue;
}
