using System;
using System.Linq;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Columns.Formulas;

/// <summary>Conditions of calculated columns and rollup filters, by the names of the platform's condition operators.</summary>
internal static class ConditionTerm
{
    /// <summary>The term that says whether the condition holds.</summary>
    /// <exception cref="FormulaException">The operator is not one of those known here.</exception>
    public static FormulaTerm Of(string name, FormulaTerm operand, FormulaTerm[] values)
    {
        FormulaTerm First() => values.Length > 0 ? values[0] : throw new FormulaException($"the condition {name} without a value");
        FormulaTerm Compared(Func<int, bool> holds)
        {
            var other = First();
            return row => FormulaMath.Compare(operand(row), other(row)) is { } order && holds(order);
        }
        FormulaTerm OnDay(Func<int, bool> holds)
        {
            var other = First();
            return row => operand(row) is DateTime left && other(row) is DateTime right && holds(left.Date.CompareTo(right.Date));
        }
        FormulaTerm Like(Func<string, string> pattern)
        {
            var other = First();
            return row => operand(row) is string text && other(row) is string part && new LikePattern(pattern(Escaped(part))).Matches(text);
        }
        FormulaTerm Not(FormulaTerm term) => row => term(row) is not true;
        return name switch
        {
            "Null" => row => operand(row) is null,
            "NotNull" => row => operand(row) is not null,
            "Equal" => Compared(static o => o == 0),
            "NotEqual" => Not(Compared(static o => o == 0)),
            "GreaterThan" => Compared(static o => o > 0),
            "GreaterEqual" => Compared(static o => o >= 0),
            "LessThan" => Compared(static o => o < 0),
            "LessEqual" => Compared(static o => o <= 0),
            "On" => OnDay(static o => o == 0),
            "NotOn" => Not(OnDay(static o => o == 0)),
            "OnOrAfter" => OnDay(static o => o >= 0),
            "OnOrBefore" => OnDay(static o => o <= 0),
            "Contains" => Like(static p => $"%{p}%"),
            "DoesNotContain" => Not(Like(static p => $"%{p}%")),
            "BeginsWith" => Like(static p => p + "%"),
            "DoesNotBeginWith" => Not(Like(static p => p + "%")),
            "EndsWith" => Like(static p => "%" + p),
            "DoesNotEndWith" => Not(Like(static p => "%" + p)),
            "In" => row => values.Any(v => FormulaMath.Compare(operand(row), v(row)) == 0),
            "NotIn" => row => values.All(v => FormulaMath.Compare(operand(row), v(row)) != 0),
            _ => throw new FormulaException($"the condition operator {name}"),
        };
    }

    private static string Escaped(string text) =>
        text.Replace("[", "[[]", StringComparison.Ordinal).Replace("%", "[%]", StringComparison.Ordinal).Replace("_", "[_]", StringComparison.Ordinal);
}
