using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Local.Dataverse.Columns.Formulas;

/// <summary>How the elements of a definition in workflow XAML are told apart and asked for their arguments.</summary>
internal static partial class ActivityXaml
{
    /// <summary>Kind of an activity: its element, or the class an ActivityReference names.</summary>
    public static string Kind(XElement activity) => activity.Name.LocalName == "ActivityReference"
        ? ((string?)activity.Attribute("AssemblyQualifiedName") ?? "").Split(',')[0].Split('.')[^1]
        : activity.Name.LocalName;

    /// <summary>An argument or property of an ActivityReference by its key; null when it is missing or null.</summary>
    public static XElement? Part(XElement activity, string key) =>
        activity.Elements().Where(e => e.Name.LocalName is "ActivityReference.Arguments" or "ActivityReference.Properties").Elements()
            .FirstOrDefault(e => e.Attributes().Any(a => a.Name.LocalName == "Key" && a.Value == key) && e.Name.LocalName != "Null");

    /// <summary>Text of an argument.</summary>
    public static string Text(XElement activity, string key) => Part(activity, key)?.Value.Trim() ?? "";

    /// <summary>The variable in <c>[name]</c>.</summary>
    public static string Variable(string bracketed) => bracketed.Trim().TrimStart('[').TrimEnd(']').Trim();

    /// <summary>The activities inside an activity, in order.</summary>
    public static IEnumerable<XElement> Activities(XElement activity) =>
        activity.Name.LocalName == "Sequence" ? activity.Elements() : Part(activity, "Activities")?.Elements() ?? [];

    /// <summary>The items of <c>[New Object() { a, "text" }]</c>; texts keep their quotation marks.</summary>
    public static List<string> Items(XElement activity)
    {
        var text = Text(activity, "Parameters");
        int open = text.IndexOf('{', System.StringComparison.Ordinal), close = text.LastIndexOf('}');
        return open < 0 || close < open ? [] : Item().Matches(text[(open + 1)..close]).Select(m => m.Value.Trim()).ToList();
    }

    /// <summary>The characters of a quoted item, or the item itself.</summary>
    public static string Unquoted(string item) =>
        item.Length >= 2 && item[0] == '"' && item[^1] == '"' ? item[1..^1].Replace("\"\"", "\"", System.StringComparison.Ordinal) : item;

    [GeneratedRegex("\"(?:[^\"]|\"\")*\"|[^,\\s\"][^,\"]*")]
    private static partial Regex Item();
}
