using System;
using System.Collections.Generic;

namespace Local.Dataverse.Columns.Formulas;

/// <summary>Reads a Power Fx formula column. Blank counts as 0 in arithmetic and as empty in text, as the language says.</summary>
/// <remarks>Operators and functions: "Formula reference - Dataverse formula columns". Names of columns are logical names, as exports write them.</remarks>
internal sealed class FxFormula
{
    // Each term calls the ones inside it: what is deeper than the stack would end the process.
    private const int MostNested = 64, MostWords = 2000;

    private readonly List<FxToken> tokens;
    private readonly FormulaColumns columns = new();
    private readonly Dictionary<FormulaTerm, FormulaUnit> units = [];
    private int at, nested;

    private FxFormula(string text)
    {
        tokens = FxToken.Split(text);
        if (tokens.Count > MostWords) throw new FormulaException($"more than {MostWords} words");
    }

    /// <summary>Reads a formula, with or without the leading equals sign.</summary>
    /// <exception cref="FormulaException">Not a formula, or with a construct that is not computed here.</exception>
    public static Formula Read(string text)
    {
        text = text.Trim();
        var reader = new FxFormula(text.StartsWith('=') ? text[1..] : text);
        var term = reader.Or();
        if (reader.Next.Kind != FxKind.End) throw new FormulaException($"'{reader.Next.Text}' at this place");
        return new Formula(term, reader.columns.All);
    }

    private FxToken Next => tokens[at];

    private FormulaTerm Or()
    {
        if (++nested > MostNested) throw new FormulaException($"more than {MostNested} terms inside each other");
        var left = And();
        while (TakeSignOrWord("||", "Or"))
        {
            FormulaTerm first = left, second = And();
            left = row => FxFunctions.IsTrue(first(row)) || FxFunctions.IsTrue(second(row));
        }
        nested--;
        return left;
    }

    private FormulaTerm And()
    {
        var left = Comparison();
        while (TakeSignOrWord("&&", "And"))
        {
            FormulaTerm first = left, second = Comparison();
            left = row => FxFunctions.IsTrue(first(row)) && FxFunctions.IsTrue(second(row));
        }
        return left;
    }

    private FormulaTerm Comparison()
    {
        var left = Joined();
        while (Next.Kind == FxKind.Sign && Next.Text is "=" or "<>" or "<" or ">" or "<=" or ">=")
        {
            var sign = tokens[at++].Text;
            FormulaTerm first = left, second = Joined();
            left = row => FxFunctions.Compare(sign, first(row), second(row));
        }
        return left;
    }

    private FormulaTerm Joined()
    {
        var left = Sum();
        while (TakeSign("&"))
        {
            FormulaTerm first = left, second = Sum();
            left = row => FormulaMath.Text(first(row)) + FormulaMath.Text(second(row));
        }
        return left;
    }

    private FormulaTerm Sum()
    {
        var left = Product();
        while (Next.Kind == FxKind.Sign && Next.Text is "+" or "-")
        {
            var add = tokens[at++].Text == "+";
            FormulaTerm first = left, second = Product();
            left = add ? row => FxFunctions.Add(first(row), second(row)) : row => FxFunctions.Subtract(first(row), second(row));
        }
        return left;
    }

    private FormulaTerm Product()
    {
        var left = Signed();
        while (Next.Kind == FxKind.Sign && Next.Text is "*" or "/")
        {
            var multiply = tokens[at++].Text == "*";
            FormulaTerm first = left, second = Signed();
            left = multiply
                ? row => FormulaMath.Multiply(FxFunctions.OrZero(first(row)), FxFunctions.OrZero(second(row)))
                : row => FormulaMath.Divide(FxFunctions.OrZero(first(row)), FxFunctions.OrZero(second(row)));
        }
        return left;
    }

    private FormulaTerm Signed()
    {
        if (TakeSign("-"))
        {
            var negated = Nested(Signed);
            return row => FormulaMath.Subtract(0m, FxFunctions.OrZero(negated(row)));
        }
        if (TakeSignOrWord("!", "Not", mustOpen: false))
        {
            var inverted = Nested(Signed);
            return row => !FxFunctions.IsTrue(inverted(row));
        }
        return Power();
    }

    private FormulaTerm Power()
    {
        var left = Percent();
        if (!TakeSign("^")) return left;
        var exponent = Nested(Signed);
        return row => FxFunctions.Power(FxFunctions.OrZero(left(row)), FxFunctions.OrZero(exponent(row)));
    }

    private FormulaTerm Percent()
    {
        var value = Primary();
        while (TakeSign("%"))
        {
            var whole = value;
            value = row => FormulaMath.Divide(FxFunctions.OrZero(whole(row)), 100m);
        }
        return value;
    }

    private FormulaTerm Primary()
    {
        var token = tokens[at++];
        switch (token.Kind)
        {
            case FxKind.Number:
                object number = token.Number;
                return _ => number;
            case FxKind.Text:
                return _ => token.Text;
            case FxKind.Sign when token.Text == "(":
                var inner = Or();
                Require(")");
                return inner;
            case FxKind.Name when TakeSign("("):
                var arguments = Arguments();
                return FxFunctions.Of(token.Text, arguments, arguments.Length > 0 && units.TryGetValue(arguments[^1], out var last) ? last : null);
            case FxKind.Name when token.Text is "true" or "false":
                object yes = token.Text == "true";
                return _ => yes;
            case FxKind.Name when TakeSign("."):
                return Dotted(token.Text, Name());
            case FxKind.Name:
                return Enum.TryParse<FormulaUnit>(token.Text, out var unit) ? Unit(unit) : columns.Read(new FormulaColumn(token.Text.ToLowerInvariant()));
            default:
                throw new FormulaException($"'{token.Text}' at this place");
        }
    }

    private FormulaTerm Dotted(string left, string right)
    {
        if (Next is { Kind: FxKind.Sign, Text: "." }) throw new FormulaException($"{left}.{right} and further: only columns of directly related rows are read");
        if (left == "TimeUnit") return Enum.TryParse<FormulaUnit>(right, out var unit) ? Unit(unit) : throw new FormulaException($"the unit {right}");
        return columns.Read(new FormulaColumn(right.ToLowerInvariant(), left.ToLowerInvariant()));
    }

    private FormulaTerm Unit(FormulaUnit unit)
    {
        object named = unit;
        FormulaTerm term = _ => named;
        units.Add(term, unit);
        return term;
    }

    private FormulaTerm[] Arguments()
    {
        var arguments = new List<FormulaTerm>();
        if (TakeSign(")")) return [];
        do arguments.Add(Or());
        while (TakeSign(","));
        Require(")");
        return arguments.ToArray();
    }

    private FormulaTerm Nested(Func<FormulaTerm> read)
    {
        if (++nested > MostNested) throw new FormulaException($"more than {MostNested} terms inside each other");
        var term = read();
        nested--;
        return term;
    }

    private string Name()
    {
        if (Next.Kind != FxKind.Name) throw new FormulaException($"'{Next.Text}' where a name belongs");
        return tokens[at++].Text;
    }

    private bool TakeSign(string sign)
    {
        if (Next.Kind != FxKind.Sign || Next.Text != sign) return false;
        at++;
        return true;
    }

    // And, Or and Not are operators too; followed by a parenthesis And and Or are functions and never stand here.
    private bool TakeSignOrWord(string sign, string word, bool mustOpen = true)
    {
        if (TakeSign(sign)) return true;
        if (Next.Kind != FxKind.Name || Next.Text != word || (!mustOpen && tokens[at + 1] is { Kind: FxKind.Sign, Text: "(" })) return false;
        at++;
        return true;
    }

    private void Require(string sign)
    {
        if (!TakeSign(sign)) throw new FormulaException($"'{Next.Text}' where {sign} belongs");
    }
}
