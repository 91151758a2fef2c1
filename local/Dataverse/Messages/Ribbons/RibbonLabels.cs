using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace Local.Dataverse.Messages.Ribbons;

/// <summary>Puts the texts of a reader's language where a ribbon refers to them: <c>$LocLabels:Id</c>. Without one of his language he gets the base language's, else any.</summary>
internal sealed class RibbonLabels(int language, int baseLanguage)
{
    private const string Reference = "$LocLabels:";

    /// <summary>Replaces references in the attributes of an element and those below it; one to an unknown label stays.</summary>
    public void Resolve(XElement element, IReadOnlyDictionary<string, XElement> labels)
    {
        foreach (var attribute in element.DescendantsAndSelf().Attributes().Where(a => a.Value.StartsWith(Reference, StringComparison.OrdinalIgnoreCase)))
        {
            if (labels.TryGetValue(attribute.Value[Reference.Length..].Trim(), out var label) && Text(label) is { } text) attribute.Value = text;
        }
    }

    private string? Text(XElement label)
    {
        var titles = label.Elements("Titles").Elements("Title").ToList();
        var title = titles.Find(t => Of(t, language)) ?? titles.Find(t => Of(t, baseLanguage)) ?? titles.FirstOrDefault();
        return (string?)title?.Attribute("description");
    }

    private static bool Of(XElement title, int code) => (string?)title.Attribute("languagecode") == code.ToString(CultureInfo.InvariantCulture);
}
