using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Vocabulary;

/// <summary>One sentence to a person: the key of its text and the values that go into it. No language yet.</summary>
/// <param name="Key"><c>dimension.sayWhat</c>, a key of the text resources.</param>
/// <param name="Arguments">In the order of the placeholders {0}, {1} … of the text.</param>
public sealed record Sentence(string Key, IReadOnlyList<Argument> Arguments)
{
    /// <summary>A sentence from its key and arguments.</summary>
    public static Sentence Of(string key, params Argument[] arguments) => new(key, arguments);

    /// <summary>Two sentences are equal when key and arguments are.</summary>
    public bool Equals(Sentence? other) => other is not null && Key == other.Key && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => Arguments.Aggregate(Key.GetHashCode(), (hash, argument) => unchecked((hash * 31) + argument.GetHashCode()));
}
