using System.Collections.Generic;
using System.Collections.Immutable;

namespace Local.Dataverse.Schema;

/// <summary>A text in several languages, by LCID (1033 English, 1031 German, 1036 French, 1040 Italian).</summary>
public sealed class Labels
{
    /// <summary>No text in any language.</summary>
    public static readonly Labels None = new(ImmutableSortedDictionary<int, string>.Empty);

    /// <summary>Texts by LCID.</summary>
    public IReadOnlyDictionary<int, string> ByLanguage { get; }

    public Labels(IReadOnlyDictionary<int, string> byLanguage) => ByLanguage = byLanguage;

    /// <summary>One English text.</summary>
    public static Labels English(string text) => new(ImmutableSortedDictionary<int, string>.Empty.Add(1033, text));

    /// <summary>The text in a language, else in the base language, else in any, else null.</summary>
    public string? In(int languageCode, int baseLanguageCode = 1033)
    {
        if (ByLanguage.TryGetValue(languageCode, out var text)) return text;
        if (ByLanguage.TryGetValue(baseLanguageCode, out text)) return text;
        foreach (var any in ByLanguage.Values) return any;
        return null;
    }
}
