using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Resources;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Tests;

/// <summary>The texts as they ship: one language of one dimension.</summary>
internal sealed class Texts
{
    internal static readonly int[] Languages = [1033, 1031, 1036, 1040];

    private readonly Dictionary<string, string> texts;

    internal Texts(string dimension, int language)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream($"Text.{dimension}.{language}.resources")!;
        using var reader = new ResourceReader(stream);
        texts = reader.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    internal static Texts English { get; } = new("valueInsights", 1033);

    internal IReadOnlyDictionary<string, string> All => texts;

    internal string? Of(string key) => texts.GetValueOrDefault(key);

    internal string[] Say(Explanation explanation) => explanation.Sentences.Select(Say).ToArray();

    internal string Say(Sentence sentence) => sentence.Render(Of, CultureInfo.InvariantCulture);
}
