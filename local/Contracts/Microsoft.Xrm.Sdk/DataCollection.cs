using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace Microsoft.Xrm.Sdk;

/// <summary>A list that the SDK hands out; only the SDK creates one.</summary>
[Serializable]
public class DataCollection<T> : Collection<T>
{
    internal DataCollection()
    {
    }

    internal DataCollection(IList<T> list)
        : base(list)
    {
    }

    public void AddRange(params T[] items) => AddRange((IEnumerable<T>)items);

    /// <summary>Adds in order; null adds nothing.</summary>
    public void AddRange(IEnumerable<T> items)
    {
        if (items is null) return;
        foreach (var item in items) Add(item);
    }

    public T[] ToArray() => this.AsEnumerable().ToArray();
}
