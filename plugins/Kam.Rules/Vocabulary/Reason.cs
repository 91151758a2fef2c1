namespace Kam.Rules.Vocabulary;

/// <summary>Why something is refused or unknown: a stable code for machines, a text for people.</summary>
/// <param name="Code"><c>KAM-VAL-nnn</c>: dimension and number, never reused.</param>
/// <param name="TextKey">Key of the sentence that says what is wrong. The way out has the same key followed by "WayOut".</param>
public sealed record Reason(string Code, string TextKey)
{
    /// <summary>Key of the sentence that says what to do about it.</summary>
    public string WayOutKey => TextKey + "WayOut";
}
