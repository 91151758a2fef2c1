using System.Collections.Generic;
using System.Globalization;

namespace Kam.Rules.Vocabulary;

/// <summary>One rule broken by one value. A check returns all of them at once; an empty list means: fine.</summary>
/// <param name="Reason">Which rule.</param>
/// <param name="Field">The field of the input that breaks it, by its name in the rules; empty when it is the whole.</param>
/// <param name="Value">What the field holds, in the invariant culture; empty when it holds nothing.</param>
/// <param name="Arguments">Values of the sentence; the way out may use the same ones.</param>
public sealed record Violation(Reason Reason, string Field, string Value, IReadOnlyList<Argument> Arguments)
{
    /// <summary>What is wrong.</summary>
    public Sentence Sentence => new(Reason.TextKey, Arguments);

    /// <summary>What to do about it.</summary>
    public Sentence WayOut => new(Reason.WayOutKey, Arguments);

    /// <summary>A number that breaks a rule. Beside what is given, the sentence names the number, last.</summary>
    public static Violation OfNumber(Reason reason, string field, decimal value, params Argument[] before) =>
        new(reason, field, value.ToString(CultureInfo.InvariantCulture), [.. before, Argument.Number(value)]);

    /// <summary>A violation from its parts.</summary>
    public static Violation Of(Reason reason, string field, string value, params Argument[] arguments) => new(reason, field, value, arguments);
}
