using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Resources;
using Kam.Rules.Vocabulary;

namespace Kam.Plugins.Pipeline;

/// <summary>Every sentence a person reads, in one language, from the resource files in <c>webresources/text</c> that are compiled into this assembly.</summary>
public sealed class Texts
{
    /// <summary>English: the language of last resort.</summary>
    public const int BaseLanguage = 1033;

    // Read-only once made; a language is read when it is first needed.
    private static readonly Dictionary<int, Lazy<Texts>> ByLanguage = new[] { BaseLanguage, 1031, 1036, 1040 }
        .ToDictionary(language => language, language => new Lazy<Texts>(() => new Texts(language)));

    private readonly Dictionary<string, string> sentences = new(StringComparer.Ordinal);

    /// <summary>Numbers and dates in this language are written as in Switzerland.</summary>
    public CultureInfo Culture { get; }

    private Texts(int language)
    {
        Culture = CultureInfo.GetCultureInfo(language switch { 1031 => "de-CH", 1036 => "fr-CH", 1040 => "it-CH", _ => "en-US" });
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith($".{language}.resources", StringComparison.Ordinal)))
        {
            using var reader = new ResourceReader(assembly.GetManifestResourceStream(name)!);
            foreach (DictionaryEntry entry in reader) sentences.Add((string)entry.Key, (string)entry.Value!);
        }
    }

    /// <summary>The sentences in a language; English when we do not speak it.</summary>
    public static Texts In(int language) => (ByLanguage.TryGetValue(language, out var texts) ? texts : ByLanguage[BaseLanguage]).Value;

    /// <summary>The text of a key, with placeholders {0}, {1} … still in it; null when there is none.</summary>
    public string? Find(string key) => sentences.TryGetValue(key, out var sentence) ? sentence : null;

    /// <summary>The sentence with its figures.</summary>
    public string Say(Sentence sentence) => sentence.Render(Find, Culture);

    /// <summary>The sentences with their figures, one a line.</summary>
    public string Say(Explanation explanation) => explanation.Render(Find, Culture);
}
