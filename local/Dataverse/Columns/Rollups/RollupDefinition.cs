using System;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Local.Dataverse.Columns.Formulas;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Columns.Rollups;

/// <summary>What a rollup column does with the values of the rows below.</summary>
internal enum RollupFunction { Sum, Count, Minimum, Maximum, Average }

/// <summary>A rollup column: which related rows, filtered how, and what of them. Read from the workflow XAML of an export.</summary>
/// <param name="Table">Table of the rows rolled up.</param>
/// <param name="Lookup">Their lookup to the row; null when the rows are those of the hierarchy itself.</param>
/// <param name="Hierarchy">Schema name of the hierarchical relationship whose rows below count too; null for the row alone.</param>
/// <param name="Function">What is computed.</param>
/// <param name="Column">Of which column.</param>
/// <param name="Filter">Which of the rows count; null for all.</param>
internal sealed partial record RollupDefinition(string Table, string? Lookup, string? Hierarchy, RollupFunction Function, string Column, Formula? Filter)
{
    /// <summary>Companion column with the moment of the last calculation.</summary>
    public const string DateSuffix = "_date";

    /// <summary>Companion column with its outcome.</summary>
    public const string StateSuffix = "_state";

    /// <summary>Whether a column is a rollup this engine can calculate.</summary>
    public static bool IsRollup(Column column) => column is { SourceType: 2, FormulaDefinition: not null, BaseOf: null };

    /// <summary>Reads the definition of a column of a table.</summary>
    /// <exception cref="FormulaException">Not a rollup, or with a construct that is not computed here.</exception>
    public static RollupDefinition Read(string definition, string ownTable)
    {
        var rule = XamlFormula.Workflow(definition.TrimStart('\uFEFF')).Elements().FirstOrDefault(e => e.Name.LocalName == "Sequence") ?? throw new FormulaException("a rollup without a rule");
        XElement source = Part(rule, "Source"), target = Part(rule, "Target"), aggregate = Part(rule, "Aggregate");
        if (source.Elements().Any(e => e.Name.LocalName != "Sequence.Variables")) throw new FormulaException("a filter on the source of a rollup");
        var related = target.Descendants().Where(e => e.Name.LocalName == "SetAttributeValue")
            .Select(e => Related().Match((string?)e.Attribute("Entity") ?? "")).FirstOrDefault(m => m.Success);
        var column = aggregate.Elements().FirstOrDefault(e => ActivityXaml.Kind(e) == "GetEntityProperty") ?? throw new FormulaException("a rollup without a column");
        var function = aggregate.Elements().FirstOrDefault(e => ActivityXaml.Kind(e) == "EvaluateExpression") ?? throw new FormulaException("a rollup without a function");
        var name = ActivityXaml.Text(function, "ExpressionOperator");
        return new RollupDefinition(
            related is null ? ownTable : related.Groups["table"].Value.ToLowerInvariant(),
            related?.Groups["lookup"].Value.ToLowerInvariant(),
            HierarchyOf(source),
            Enum.TryParse<RollupFunction>(name, out var known) ? known : throw new FormulaException($"the rollup function {name}"),
            XamlTerms.Column(column).Column,
            FilterOf(target));
    }

    private static XElement Part(XElement rule, string name) =>
        rule.Elements().FirstOrDefault(e => (string?)e.Attribute("DisplayName") == name) ?? throw new FormulaException($"a rollup without {name}");

    private static string? HierarchyOf(XElement source)
    {
        var text = (string?)source.Descendants().FirstOrDefault(e => (string?)e.Attribute("Name") == "HierarchicalRelationshipName")?.Attribute("Default") ?? "";
        text = text.Trim('[', ']', '"', ' ');
        return text is "" or "Nothing" ? null : text;
    }

    private static Formula? FilterOf(XElement target)
    {
        var terms = new XamlTerms();
        foreach (var activity in target.Elements())
        {
            if (terms.Take(activity) || activity.Name.LocalName is "Sequence.Variables" or "SetAttributeValue") continue;
            throw new FormulaException($"the activity {ActivityXaml.Kind(activity)} in a rollup");
        }
        return terms.LastCondition is { } condition ? new Formula(condition, terms.Columns.All) : null;
    }

    [GeneratedRegex("relatedlinked_(?<relationship>[^#\"]+)#(?<lookup>[^#\"]+)#(?<table>[^#\"]+)#")]
    private static partial Regex Related();
}
