using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Import;

/// <summary>Reads choices: the global ones of the package and those written inside a column.</summary>
internal sealed class OptionSetReader(XmlValues values, SchemaDraft draft)
{
    /// <summary>Puts the global choices of the package into the draft.</summary>
    public void ReadGlobal(XElement customizations)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var e in customizations.Elements("optionsets").Elements("optionset"))
        {
            var name = values.RequiredAttribute(e, "Name");
            if (!seen.Add(name)) values.Errors.Add(e, $"The choice {name} is defined twice. Remove one.");
            draft.Put(Read(name, isGlobal: true, e));
        }
    }

    /// <summary>The choice of a column, or null for a column that has none.</summary>
    public OptionSet? OfColumn(string table, string column, ColumnType type, XElement e)
    {
        if (XmlValues.Text(e, "OptionSetName") is { } global && e.Element("optionset") is null)
        {
            if (draft.FindOptionSet(global) is { } found) return found;
            values.Errors.Add(ImportFailure.MissingOptionSet, e.Element("OptionSetName"), $"Attribute '{table}.{column}' references the global choice '{global}', which neither the package nor the organisation has. Add it to the solution.");
            return null;
        }
        if (e.Element("optionset") is { } local)
        {
            var read = Read((string?)local.Attribute("Name") ?? $"{table}_{column}", XmlValues.Flag(local, "IsGlobal"), local);
            if (type == ColumnType.Boolean && (read.Options.Count != 2 || read.Find(0) is null || read.Find(1) is null))
            {
                values.Errors.Add(local, $"The yes/no column {table}.{column} needs exactly the options 1 and 0.");
            }
            return read;
        }
        if (type is ColumnType.Boolean)
        {
            return new OptionSet($"{table}_{column}", false, Labels.None, [new Option(1, Labels.English("Yes")), new Option(0, Labels.English("No"))]);
        }
        if (type is ColumnType.Picklist or ColumnType.MultiSelectPicklist or ColumnType.State or ColumnType.Status)
        {
            values.Errors.Add(e, $"{table}.{column} is a choice without options: neither <optionset> nor <OptionSetName> is there.");
        }
        return null;
    }

    // <allowedtransitions><allowedtransition sourcestatusid tostatusid/></allowedtransitions>, as elements or as text.
    private List<int>? Transitions(XElement option)
    {
        var data = option.Elements().FirstOrDefault(e => e.Name.LocalName == "TransitionData");
        var text = (string?)option.Attribute("TransitionData") ?? (data is { HasElements: false } ? data.Value : null);
        var allowed = data is { HasElements: true } ? data : string.IsNullOrWhiteSpace(text) ? null : Parsed(option, text);
        return allowed?.DescendantsAndSelf().Where(e => e.Name.LocalName == "allowedtransition").Select(e => values.Integer(e, e.Attribute("tostatusid"))).ToList();
    }

    private XElement? Parsed(XElement at, string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader);
        }
        catch (XmlException problem)
        {
            values.Errors.Add(at, $"The TransitionData of {(string?)at.Attribute("value")} is not well formed: {problem.Message}");
            return null;
        }
    }

    private OptionSet Read(string name, bool isGlobal, XElement e)
    {
        var options = new List<Option>();
        foreach (var option in e.Elements("options").Elements("option").Concat(e.Elements("states").Elements("state")).Concat(e.Elements("statuses").Elements("status")))
        {
            var value = values.Integer(option, option.Attribute("value"));
            if (options.Any(o => o.Value == value))
            {
                values.Errors.Add(option, $"The choice {name} has the value {value} twice. Give one of them another value.");
                continue;
            }
            options.Add(new Option(
                value, values.Labels(option.Element("labels")),
                option.Attribute("state") is { } state ? values.Integer(option, state) : null,
                option.Attribute("defaultstatus") is { } status ? values.Integer(option, status) : null,
                (string?)option.Attribute("invariantname"),
                Transitions(option)));
        }
        return new OptionSet(name, isGlobal, values.Labels(e.Element("displaynames")), options);
    }
}
