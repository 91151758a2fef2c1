using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Kam.Generate;

/// <summary>
/// Writes, for webresources/src/generated, the columns and Web API rows of each table, the choices, and what a script can
/// reach on each form.
/// </summary>
internal static class TypeScript
{
    private const string Folder = "webresources/src/generated/";

    private static readonly Dictionary<string, string> ControlsWithoutColumn = new(StringComparer.Ordinal)
    {
        ["e7a81278-8635-4d9e-8d4d-59480b391c5b"] = "Xrm.Controls.GridControl",
        ["9fdf5f91-88b1-47f4-ad53-c11efc01a01d"] = "Xrm.Controls.FramedControl",
        ["fd2a7985-3187-444e-908d-6624b21f69c0"] = "Xrm.Controls.IframeControl",
        ["5c5600e0-1d6e-4205-a272-be80da87fd42"] = "Xrm.Controls.QuickFormControl",
    };

    /// <summary>Every file of the folder.</summary>
    public static IEnumerable<GeneratedFile> Write(SolutionSchema schema)
    {
        yield return new(Folder + "choices.ts", Choices(schema));
        foreach (var table in schema.Tables)
        {
            yield return new($"{Folder}{Words.Uncapitalized(table.Noun)}.ts", Row(table));
            if (table.Forms.Count > 0) yield return new($"{Folder}{Words.Uncapitalized(table.Noun)}Forms.ts", Forms(table));
        }
    }

    private static string Choices(SolutionSchema schema)
    {
        var code = new StringBuilder("// Generated from solution/OptionSets and the choices of single columns by Kam.Generate. Do not edit.\n");
        foreach (var choice in schema.Choices)
        {
            code.Append(CultureInfo.InvariantCulture, $"\n/** {choice.Description} */\nexport const {choice.TypeName} = {{\n");
            foreach (var option in choice.Options) code.Append(CultureInfo.InvariantCulture, $"  /** {option.Label} */\n  {option.Member}: {option.Value},\n");
            code.Append(CultureInfo.InvariantCulture, $"}} as const;\nexport type {choice.TypeName} = (typeof {choice.TypeName})[keyof typeof {choice.TypeName}];\n");
        }
        return code.ToString();
    }

    private static string Row(TableDescription table)
    {
        var code = new StringBuilder();
        // The Web API gives several choices as one text of numbers, so their type is not named.
        var imports = table.Columns.Values.Where(column => column.Type != "multiselectpicklist").Select(column => column.Choice?.TypeName).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        code.Append(CultureInfo.InvariantCulture, $"// Generated from {table.Source} by Kam.Generate. Do not edit.\n");
        if (imports.Count > 0) code.Append(CultureInfo.InvariantCulture, $"import type {{\n{string.Concat(imports.Select(name => $"  {name},\n"))}}} from \"./choices\";\n");
        code.Append(CultureInfo.InvariantCulture, $"\n/** Logical names of {table.LogicalName} and its columns. */\nexport const {table.Noun} = {{\n  table: \"{table.LogicalName}\",\n  column: {{\n");
        foreach (var column in table.Columns.Values) code.Append(CultureInfo.InvariantCulture, $"    {Words.Uncapitalized(column.Property)}: \"{column.LogicalName}\",\n");
        code.Append(CultureInfo.InvariantCulture, $"  }},\n}} as const;\n\n/** {table.Description} As the Web API returns it: only the columns asked for. */\nexport interface {table.Noun}Row {{\n");
        foreach (var column in table.Columns.Values)
        {
            var name = IsLookup(column.Type) ? $"_{column.LogicalName}_value" : column.LogicalName;
            code.Append(CultureInfo.InvariantCulture, $"  /** {(column.Description.Length > 0 ? column.Description + " " : "")}{column.Facts} */\n  {name}?: {ValueTypeOf(column)} | null;\n");
        }
        return code.Append("}\n").ToString();
    }

    private static string Forms(TableDescription table)
    {
        var code = new StringBuilder();
        code.Append(CultureInfo.InvariantCulture, $"// Generated from {table.Source[..(table.Source.LastIndexOf('/') + 1)]}FormXml by Kam.Generate. Do not edit.\n");
        var several = table.Forms.GroupBy(form => form.Type, StringComparer.Ordinal).Any(same => same.Count() > 1);
        foreach (var form in table.Forms.OrderBy(form => form.Type, StringComparer.Ordinal).ThenBy(form => form.Name, StringComparer.Ordinal))
        {
            var name = (several ? Words.Identifier(form.Name) : table.Noun) + (form.Type == "main" ? "" : "QuickCreate") + "Form";
            code.Append(CultureInfo.InvariantCulture, $"\n/** {form.Type} form \"{form.Name}\" of {table.LogicalName}: a column or control that is not on it does not compile. */\n");
            code.Append(CultureInfo.InvariantCulture, $"export type {name} = Omit<Xrm.FormContext, \"getAttribute\" | \"getControl\"> & {{\n");
            foreach (var column in form.Controls.Select(control => control.Column).OfType<string>().Distinct().Order(StringComparer.Ordinal))
                code.Append(CultureInfo.InvariantCulture, $"  getAttribute(name: \"{column}\"): {AttributeOf(table.Columns.GetValueOrDefault(column)?.Type)};\n");
            foreach (var control in form.Controls)
                code.Append(CultureInfo.InvariantCulture, $"  getControl(name: \"{control.Id}\"): {ControlOf(table, control)};\n");
            code.Append("};\n");
        }
        return code.ToString();
    }

    private static string ControlOf(TableDescription table, FormControl control)
    {
        if (control.Column is null) return ControlsWithoutColumn.GetValueOrDefault(control.ClassId, "Xrm.Controls.Control");
        return table.Columns.GetValueOrDefault(control.Column)?.Type switch
        {
            "nvarchar" or "ntext" => "Xrm.Controls.StringControl",
            "int" or "decimal" or "float" or "money" or "bigint" => "Xrm.Controls.NumberControl",
            "bit" => "Xrm.Controls.BooleanControl",
            "picklist" or "state" or "status" => "Xrm.Controls.OptionSetControl",
            "multiselectpicklist" => "Xrm.Controls.MultiSelectOptionSetControl",
            "lookup" or "customer" or "owner" => "Xrm.Controls.LookupControl",
            "datetime" => "Xrm.Controls.DateControl",
            _ => "Xrm.Controls.StandardControl",
        };
    }

    private static string AttributeOf(string? type) => type switch
    {
        "nvarchar" or "ntext" => "Xrm.Attributes.StringAttribute",
        "int" or "decimal" or "float" or "money" or "bigint" => "Xrm.Attributes.NumberAttribute",
        "bit" => "Xrm.Attributes.BooleanAttribute",
        "picklist" or "state" or "status" => "Xrm.Attributes.OptionSetAttribute",
        "multiselectpicklist" => "Xrm.Attributes.MultiSelectOptionSetAttribute",
        "lookup" or "customer" or "owner" => "Xrm.Attributes.LookupAttribute",
        "datetime" => "Xrm.Attributes.DateAttribute",
        _ => "Xrm.Attributes.Attribute",
    };

    private static string ValueTypeOf(ColumnDescription column) => column switch
    {
        { Type: "multiselectpicklist" } => "string",
        { Choice: { } choice } => choice.TypeName,
        { Type: "int" or "decimal" or "float" or "money" or "bigint" or "picklist" or "state" or "status" } => "number",
        { Type: "bit" } => "boolean",
        _ => "string",
    };

    private static bool IsLookup(string type) => type is "lookup" or "customer" or "owner";
}
