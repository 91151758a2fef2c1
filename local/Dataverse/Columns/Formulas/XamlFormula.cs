using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace Local.Dataverse.Columns.Formulas;

/// <summary>Reads the definition of a classic calculated column: workflow XAML with conditions, branches and one value set in each branch.</summary>
internal sealed class XamlFormula
{
    private readonly XamlTerms terms = new();
    private readonly string column;

    private XamlFormula(string column) => this.column = column;

    /// <summary>Reads the definition of a column.</summary>
    /// <exception cref="FormulaException">Not a definition, or with a construct that is not computed here.</exception>
    public static Formula Read(string definition, string column)
    {
        var reader = new XamlFormula(column);
        var root = Workflow(definition);
        var term = reader.Run(root.Elements(), static _ => null);
        return new Formula(term, reader.terms.Columns.All);
    }

    /// <summary>The element of the definition that holds its activities.</summary>
    public static XElement Workflow(string definition)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var xml = XmlReader.Create(new StringReader(definition), settings);
            return XElement.Load(xml).Elements().FirstOrDefault(e => e.Name.LocalName == "Workflow") ?? throw new FormulaException("a definition without a Workflow element");
        }
        catch (XmlException problem)
        {
            throw new FormulaException($"a definition that is not well formed ({problem.Message})");
        }
    }

    // The value is what the last activity that sets it sets; a branch that sets none leaves what was before.
    private FormulaTerm Run(IEnumerable<XElement> activities, FormulaTerm before)
    {
        var value = before;
        foreach (var activity in activities)
        {
            if (terms.Take(activity)) continue;
            switch (ActivityXaml.Kind(activity))
            {
                case "SetEntityProperty":
                    if (string.Equals((string?)activity.Attribute("Attribute"), column, StringComparison.OrdinalIgnoreCase)) value = terms[ActivityXaml.Variable((string)activity.Attribute("Value")!)];
                    break;
                case "ConditionSequence":
                    value = Branches(ActivityXaml.Activities(activity).ToList(), 0, value);
                    break;
                case "Sequence" or "Composite":
                    value = Run(ActivityXaml.Activities(activity), value);
                    break;
                case "Assign" or "SetAttributeValue" or "Sequence.Variables" or "Collection":
                    break;
                case var other:
                    throw new FormulaException($"the activity {other}");
            }
        }
        return value;
    }

    // Of the branches of one sequence the first whose condition holds runs; the activities between them compute the next condition.
    private FormulaTerm Branches(List<XElement> activities, int from, FormulaTerm before)
    {
        for (var i = from; i < activities.Count; i++)
        {
            if (terms.Take(activities[i])) continue;
            if (ActivityXaml.Kind(activities[i]) != "ConditionBranch") throw new FormulaException($"the activity {ActivityXaml.Kind(activities[i])} in a condition");
            var condition = terms[ActivityXaml.Variable(ActivityXaml.Text(activities[i], "Condition"))];
            var then = Inside(activities[i], "Then", before);
            var otherwise = ActivityXaml.Part(activities[i], "Else") is null ? Branches(activities, i + 1, before) : Inside(activities[i], "Else", before);
            return row => condition(row) is true ? then(row) : otherwise(row);
        }
        return before;
    }

    private FormulaTerm Inside(XElement branch, string part, FormulaTerm before) =>
        ActivityXaml.Part(branch, part) is { } composite ? Run([composite], before) : before;
}
