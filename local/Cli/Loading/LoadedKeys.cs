using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Local.Cli.Loading;

/// <summary>Which source keys became which rows, step by step, so that later steps can look them up.</summary>
internal sealed class LoadedKeys
{
    private readonly Dictionary<string, (string Table, Dictionary<string, Guid> Ids)> steps = new(StringComparer.Ordinal);

    public void Add(string step, string table, string key, Guid id)
    {
        if (!steps.TryGetValue(step, out var entry)) steps[step] = entry = (table, new Dictionary<string, Guid>(StringComparer.Ordinal));
        entry.Ids[key] = id;
    }

    public void Remove(string step, string key) => steps.GetValueOrDefault(step).Ids?.Remove(key);

    /// <summary>The row a key became, or null.</summary>
    public EntityReference? Find(string step, string key) =>
        steps.TryGetValue(step, out var entry) && entry.Ids.TryGetValue(key, out var id) ? new EntityReference(entry.Table, id) : null;
}
