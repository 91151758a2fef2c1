using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Local.Dataverse.Storage;

/// <summary>
/// Answers read for many rows at once, before each of them is asked about. They hold as long as nothing is written; then each is asked for itself again.
/// </summary>
internal sealed class FactsAhead<TKey, TFact>(Store store)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TFact> facts = [];
    private long asOf;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TFact fact)
    {
        fact = default;
        if (facts.Count == 0) return false;
        if (asOf != store.Changes) facts.Clear();
        return facts.TryGetValue(key, out fact);
    }

    public bool Knows(TKey key) => TryGet(key, out _);

    public void Put(TKey key, TFact fact)
    {
        if (asOf != store.Changes)
        {
            facts.Clear();
            asOf = store.Changes;
        }
        facts[key] = fact;
    }
}
