using System;
using System.Collections.Concurrent;
using Kam.Plugins.Pipeline;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>The language in which a caller reads, kept for some minutes: a quote of two hundred lines need not ask two hundred times. A person who changes language reads the old one that long.</summary>
internal sealed class ReadersLanguage
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    private const int Most = 1000;

    private readonly ConcurrentDictionary<string, Known> known = new(StringComparer.Ordinal);

    public Texts Of(Request request)
    {
        var person = $"{request.Context.OrganizationId:N}{request.Context.InitiatingUserId:N}";
        var now = request.Context.OperationCreatedOn;
        if (known.TryGetValue(person, out var before) && now - before.ReadOn < Kept && before.ReadOn <= now) return before.Texts;
        if (known.Count >= Most) known.Clear();
        var texts = request.TextsOfCaller();
        known[person] = new Known(texts, now);
        return texts;
    }

    private sealed record Known(Texts Texts, DateTime ReadOn);
}
