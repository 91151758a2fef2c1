using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Import;

/// <summary>Reads the values of customization files. What cannot be read is reported where it stands.</summary>
internal sealed class XmlValues(ImportErrors errors)
{
    public ImportErrors Errors => errors;

    /// <summary>Text of a child, or null when it is missing, empty or nil.</summary>
    public static string? Text(XElement? parent, string child) => parent?.Element(child)?.Value.Trim() is { Length: > 0 } text ? text : null;

    public string Required(XElement parent, string child) => Required(parent, Text(parent, child), child);

    public string RequiredAttribute(XElement element, string attribute) => Required(element, (string?)element.Attribute(attribute), "@" + attribute);

    public static bool Flag(XElement? parent, string child, bool otherwise = false) =>
        Text(parent, child) is { } text ? text is "1" or "true" or "True" : otherwise;

    public int? Integer(XElement parent, string child)
    {
        if (Number(parent, child) is not { } number) return null;
        if (number is >= int.MinValue and <= int.MaxValue && decimal.IsInteger(number)) return (int)number;
        errors.Add(parent.Element(child), $"<{child}> is '{Text(parent, child)}', not a whole number from {int.MinValue} to {int.MaxValue}.");
        return null;
    }

    public decimal? Number(XElement? parent, string child)
    {
        if (Text(parent, child) is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        errors.Add(parent!.Element(child), $"<{child}> is '{text}', not a number.");
        return null;
    }

    public int Integer(XElement element, XAttribute? attribute)
    {
        if (int.TryParse(attribute?.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        errors.Add(element, $"<{element.Name.LocalName}> has no whole number where one is needed: '{attribute?.Value}'.");
        return 0;
    }

    /// <summary>An id with or without braces.</summary>
    public Guid Id(XElement at, string? text)
    {
        if (Guid.TryParse(text, out var id)) return id;
        errors.Add(at, $"'{text}' is not an id (GUID).");
        return Guid.Empty;
    }

    /// <summary>Labels of a list such as displaynames/displayname or LocalizedNames/LocalizedName.</summary>
    public Labels Labels(XElement? list) => Labels(list?.Elements(), "languagecode", "description");

    /// <summary>Labels of a <c>label</c> list as custom APIs have it.</summary>
    public Labels Labels(IEnumerable<XElement>? labels, string language, string text)
    {
        var found = ImmutableSortedDictionary<int, string>.Empty;
        foreach (var label in labels ?? [])
        {
            var code = Integer(label, label.Attribute(language));
            if (found.ContainsKey(code)) errors.Add(label, $"Language {code} has two labels. Remove one.");
            found = found.SetItem(code, (string?)label.Attribute(text) ?? "");
        }
        return found.IsEmpty ? Schema.Labels.None : new Labels(found);
    }

    private string Required(XElement at, string? value, string name)
    {
        if (value is { Length: > 0 }) return value;
        errors.Add(at, $"<{at.Name.LocalName}> has no {name}.");
        return "";
    }
}
