using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Local.Dataverse.Columns.Formulas;

/// <summary>
/// The variables of a definition in workflow XAML: each activity reads a column, makes a constant, computes or compares, and puts the result into
/// a variable that later ones use.
/// </summary>
internal sealed partial class XamlTerms
{
    private readonly Dictionary<string, FormulaTerm> variables = new(StringComparer.Ordinal) { ["True"] = static _ => true };

    // Each step may use the one before: a longer chain would not fit the stack when it is computed.
    private const int MostSteps = 1000;
    private int steps;

    public FormulaColumns Columns { get; } = new();

    /// <summary>The last variable a comparison set; null when there is none.</summary>
    public FormulaTerm? LastCondition { get; private set; }

    /// <summary>The term of a variable.</summary>
    public FormulaTerm this[string name] => variables.TryGetValue(name, out var term) ? term : throw new FormulaException($"the variable {name}, which nothing sets");

    /// <summary>Takes an activity that sets a variable; false for any other.</summary>
    /// <exception cref="FormulaException">The activity computes something this engine does not know.</exception>
    public bool Take(XElement activity)
    {
        if (++steps > MostSteps) throw new FormulaException($"more than {MostSteps} steps");
        switch (ActivityXaml.Kind(activity))
        {
            case "GetEntityProperty":
                variables[ActivityXaml.Variable((string)activity.Attribute("Value")!)] = Columns.Read(Column(activity));
                return true;
            case "EvaluateExpression":
                variables[Result(activity)] = Expression(ActivityXaml.Text(activity, "ExpressionOperator"), ActivityXaml.Items(activity));
                return true;
            case "EvaluateCondition":
                var values = ActivityXaml.Items(activity).Select(v => this[v]).ToArray();
                var operand = this[ActivityXaml.Variable(ActivityXaml.Text(activity, "Operand"))];
                Set(activity, ConditionTerm.Of(ActivityXaml.Text(activity, "ConditionOperator"), operand, values));
                return true;
            case "EvaluateLogicalCondition":
                Set(activity, Logical(activity));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The column a GetEntityProperty reads.</summary>
    public static FormulaColumn Column(XElement activity)
    {
        var name = ((string)activity.Attribute("Attribute")!).ToLowerInvariant();
        var related = Related().Match((string?)activity.Attribute("Entity") ?? "");
        return related.Success
            ? new FormulaColumn(name, related.Groups["lookup"].Value.ToLowerInvariant(), related.Groups["table"].Value.ToLowerInvariant())
            : new FormulaColumn(name);
    }

    private static string Result(XElement activity) => ActivityXaml.Variable(ActivityXaml.Text(activity, "Result"));

    private void Set(XElement activity, FormulaTerm condition) => variables[Result(activity)] = LastCondition = condition;

    private FormulaTerm Logical(XElement activity)
    {
        FormulaTerm left = this[ActivityXaml.Variable(ActivityXaml.Text(activity, "LeftOperand"))], right = this[ActivityXaml.Variable(ActivityXaml.Text(activity, "RightOperand"))];
        return ActivityXaml.Text(activity, "LogicalOperator") == "Or"
            ? row => left(row) is true || right(row) is true
            : row => left(row) is true && right(row) is true;
    }

    private FormulaTerm Expression(string name, List<string> items)
    {
        if (name == "CreateCrmType") return Constant(items);
        if (name is "Now" or "RetrieveCurrentTime") return static row => row.UtcNow;
        var terms = items.Select(i => this[i]).ToArray();
        FormulaTerm Two(Func<object?, object?, object?> combine) => terms.Length == 2
            ? row => combine(terms[0](row), terms[1](row))
            : throw new FormulaException($"the function {name} with {terms.Length} operands");
        switch (name)
        {
            case "SelectFirstNonNull":
                return row => terms.Select(t => t(row)).FirstOrDefault(v => v is not null);
            case "Add":
                return Two(FormulaMath.Add);
            case "Subtract":
                return Two(FormulaMath.Subtract);
            case "Multiply":
                return Two(FormulaMath.Multiply);
            case "Divide":
                return Two(FormulaMath.Divide);
            case "Concat":
                return row => string.Concat(terms.Select(t => FormulaMath.Text(t(row))));
            case "TrimLeft":
                return Two(static (text, count) => Trimmed(text, count, fromLeft: true));
            case "TrimRight":
                return Two(static (text, count) => Trimmed(text, count, fromLeft: false));
            case var add when add.StartsWith("Add", StringComparison.Ordinal) && Unit(add[3..]) is { } unit:
                // The count comes first in ADDDAYS(count, date) and either way here: whichever operand is the date.
                return Two((one, two) => one is DateTime ? FormulaDates.Add(one, two, unit) : FormulaDates.Add(two, one, unit));
            case var subtract when subtract.StartsWith("Subtract", StringComparison.Ordinal) && Unit(subtract[8..]) is { } unit:
                return Two((one, two) => one is DateTime ? FormulaDates.Add(one, FormulaMath.Multiply(two, -1m), unit) : FormulaDates.Add(two, FormulaMath.Multiply(one, -1m), unit));
            case var difference when difference.StartsWith("DiffIn", StringComparison.Ordinal) && Unit(difference[6..]) is { } unit:
                return Two((from, to) => FormulaDates.Difference(from, to, unit));
            default:
                throw new FormulaException($"the function {name}");
        }
    }

    private static object? Trimmed(object? text, object? count, bool fromLeft)
    {
        if (text is not string whole || FormulaMath.Number(count) is not { } number) return null;
        var left = Math.Clamp((int)number, 0, whole.Length);
        return fromLeft ? whole[left..] : whole[..(whole.Length - left)];
    }

    private static FormulaUnit? Unit(string name) => Enum.TryParse<FormulaUnit>(name, out var unit) ? unit : null;

    // { WorkflowPropertyType.Integer, "1000" }, of an option also the kind of its column, of a reference the table, the id and the name.
    private static FormulaTerm Constant(List<string> items)
    {
        var kind = items[0].Split('.')[^1];
        var text = items.Count > 1 ? ActivityXaml.Unquoted(items[1]) : "";
        object value = kind switch
        {
            "String" => text,
            "Integer" or "Decimal" or "Double" or "Money" or "OptionSetValue" or "BigInt" or "Float" or "Picklist" or "State" or "Status" => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
            "Boolean" => text is "1" || string.Equals(text, "true", StringComparison.OrdinalIgnoreCase),
            "DateTime" => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            "Guid" => Guid.Parse(text),
            "EntityReference" or "Lookup" when items.Count > 2 => Guid.Parse(ActivityXaml.Unquoted(items[2])),
            _ => throw new FormulaException($"a constant of type {kind}"),
        };
        return _ => value;
    }

    [GeneratedRegex("related_(?<lookup>[^#\"]+)#(?<table>[^#\"]+)")]
    private static partial Regex Related();
}
