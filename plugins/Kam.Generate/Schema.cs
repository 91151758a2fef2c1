using System.Collections.Generic;

namespace Kam.Generate;

/// <summary>One table as far as generated code needs to know it.</summary>
/// <param name="LogicalName">All lower case.</param>
/// <param name="SchemaName">As the platform spells it, with the publisher's prefix.</param>
/// <param name="Noun">The bare noun: <c>ValueScore</c> of <c>kam_ValueScore</c>.</param>
/// <param name="Description">First sentence of the generated docs.</param>
/// <param name="Source">File it was read from, named in the generated file.</param>
internal sealed record TableDescription(string LogicalName, string SchemaName, string Noun, string Description, string Source)
{
    /// <summary>In ordinal order of the logical name.</summary>
    public SortedDictionary<string, ColumnDescription> Columns { get; } = new(System.StringComparer.Ordinal);

    /// <summary>Main and quick create forms.</summary>
    public List<FormDescription> Forms { get; } = [];
}

/// <summary>One column of a table.</summary>
/// <param name="LogicalName">All lower case.</param>
/// <param name="Property">Name in generated code.</param>
/// <param name="Type">As customizations.xml calls it: nvarchar, money, lookup and so on.</param>
/// <param name="Description">What it says; may be empty.</param>
/// <param name="Facts">Unit, range and requirement, in words.</param>
/// <param name="Choice">What its value is chosen from; null for every other type.</param>
internal sealed record ColumnDescription(
    string LogicalName, string Property, string Type, string Description, string Facts, ChoiceDescription? Choice);

/// <summary>A choice, global or of one column.</summary>
/// <param name="Name">Logical name in the solution.</param>
/// <param name="TypeName">Name of the generated enum.</param>
/// <param name="Description">What is chosen.</param>
/// <param name="Options">In the solution's order.</param>
internal sealed record ChoiceDescription(string Name, string TypeName, string Description, IReadOnlyList<OptionDescription> Options);

/// <summary>One option of a choice.</summary>
/// <param name="Value">As stored.</param>
/// <param name="Member">Name of the generated enum member.</param>
/// <param name="Label">English label and its translations.</param>
internal sealed record OptionDescription(int Value, string Member, string Label);

/// <summary>A form, by what a script can reach on it.</summary>
/// <param name="Name">English name.</param>
/// <param name="Type">Folder of FormXml: main, quickCreate.</param>
/// <param name="Controls">In ordinal order of the id.</param>
internal sealed record FormDescription(string Name, string Type, IReadOnlyList<FormControl> Controls);

/// <summary>A control of a form.</summary>
/// <param name="Id">What getControl takes.</param>
/// <param name="Column">Bound column; null for subgrids, web resources and the like.</param>
/// <param name="ClassId">Kind of the control, a GUID in lower case without braces.</param>
internal sealed record FormControl(string Id, string? Column, string ClassId);
