using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Local.Dataverse.Columns.Formulas;

/// <summary>What a token of a Power Fx formula is.</summary>
internal enum FxKind { End, Number, Text, Name, Sign }

/// <summary>A word of a Power Fx formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The name, the sign, or the characters of a text.</param>
/// <param name="Number">The number.</param>
internal readonly record struct FxToken(FxKind Kind, string Text, decimal Number = 0)
{
    private static readonly string[] signs = ["&&", "||", "<>", "<=", ">=", "+", "-", "*", "/", "^", "&", "=", "<", ">", "!", "%", "(", ")", ",", "."];

    /// <summary>Splits a formula into its words.</summary>
    /// <exception cref="FormulaException">A character or comment that has no place in a formula.</exception>
    public static List<FxToken> Split(string formula)
    {
        var tokens = new List<FxToken>();
        for (var at = 0; at < formula.Length;)
        {
            var c = formula[at];
            if (char.IsWhiteSpace(c)) at++;
            else if (formula.AsSpan(at).StartsWith("//")) at = Until(formula, at, "\n");
            else if (formula.AsSpan(at).StartsWith("/*")) at = Until(formula, at + 2, "*/");
            else if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < formula.Length && char.IsAsciiDigit(formula[at + 1]))) tokens.Add(TakeNumber(formula, ref at));
            else if (c is '"' or '\'') tokens.Add(new FxToken(c == '"' ? FxKind.Text : FxKind.Name, Quoted(formula, ref at)));
            else if (char.IsLetter(c) || c == '_') tokens.Add(TakeName(formula, ref at));
            else tokens.Add(TakeSign(formula, ref at));
        }
        tokens.Add(new FxToken(FxKind.End, "the end"));
        return tokens;
    }

    private static int Until(string formula, int from, string end)
    {
        var found = formula.IndexOf(end, from, StringComparison.Ordinal);
        return found < 0 ? formula.Length : found + end.Length;
    }

    private static FxToken TakeNumber(string formula, ref int at)
    {
        var start = at;
        while (at < formula.Length && (char.IsAsciiDigit(formula[at]) || formula[at] == '.')) at++;
        if (at < formula.Length && formula[at] is 'e' or 'E')
        {
            at++;
            if (at < formula.Length && formula[at] is '+' or '-') at++;
            while (at < formula.Length && char.IsAsciiDigit(formula[at])) at++;
        }
        var text = formula[start..at];
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new FxToken(FxKind.Number, text, number) : throw new FormulaException($"the number {text}");
    }

    private static FxToken TakeName(string formula, ref int at)
    {
        var start = at;
        while (at < formula.Length && (char.IsLetterOrDigit(formula[at]) || formula[at] == '_')) at++;
        return new FxToken(FxKind.Name, formula[start..at]);
    }

    // A quotation mark inside is written twice.
    private static string Quoted(string formula, ref int at)
    {
        var mark = formula[at++];
        var text = new StringBuilder();
        for (; at < formula.Length; at++)
        {
            if (formula[at] != mark) text.Append(formula[at]);
            else if (at + 1 < formula.Length && formula[at + 1] == mark) text.Append(formula[at++]);
            else break;
        }
        if (at == formula.Length) throw new FormulaException($"a {mark} that is not closed");
        at++;
        return text.ToString();
    }

    private static FxToken TakeSign(string formula, ref int at)
    {
        foreach (var sign in signs)
        {
            if (!formula.AsSpan(at).StartsWith(sign)) continue;
            at += sign.Length;
            return new FxToken(FxKind.Sign, sign);
        }
        throw new FormulaException($"the sign {formula[at]}");
    }
}
