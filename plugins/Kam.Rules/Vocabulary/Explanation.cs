using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Kam.Rules.Vocabulary;

/// <summary>Where a computed number comes from, sentence by sentence: inputs, rule and version of the configuration.</summary>
/// <param name="Sentences">In reading order.</param>
/// <model stage="Conventions">Every computed number carries its explanation</model>
public sealed record Explanation(IReadOnlyList<Sentence> Sentences)
{
    /// <summary>Nothing to say.</summary>
    public static Explanation Empty { get; } = new([]);

    /// <summary>The sentences in a language, one a line.</summary>
    /// <param name="textOf">The text of a key in that language; null when it has none.</param>
    /// <param name="culture">How that language writes numbers and days.</param>
    public string Render(TextLookup textOf, CultureInfo culture) =>
        string.Join("\n", Sentences.Select(sentence => sentence.Render(textOf, culture)));

    /// <summary>Two explanations are equal when they say the same sentences in the same order.</summary>
    public bool Equals(Explanation? other) => other is not null && Sentences.SequenceEqual(other.Sentences);

    /// <inheritdoc/>
    public override int GetHashCode() => Sentences.Aggregate(17, (hash, sentence) => unchecked((hash * 31) + sentence.GetHashCode()));
}
