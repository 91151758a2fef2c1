using System;
using System.Collections;
using System.Collections.Generic;

namespace Microsoft.Xrm.Sdk;

/// <summary>Named values: what attributes, parameters and images are kept in. Enumerates in the order of insertion as long as nothing was removed.</summary>
/// <remarks>Names are compared by ordinal, case matters. Writing to a read-only collection throws <see cref="InvalidOperationException"/>.</remarks>
[Serializable]
public abstract class DataCollection<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
{
    private readonly Dictionary<TKey, TValue> _values;

    protected internal DataCollection() => _values = [];

    protected internal DataCollection(IDictionary<TKey, TValue> collection) => _values = new Dictionary<TKey, TValue>(collection);

    public int Count => _values.Count;

    public virtual bool IsReadOnly { get; internal set; }

    public ICollection<TKey> Keys => _values.Keys;

    public ICollection<TValue> Values => _values.Values;

    /// <exception cref="KeyNotFoundException">Reading a name that is not there.</exception>
    public virtual TValue this[TKey key]
    {
        get => _values[key];
        set
        {
            RefuseIfReadOnly();
            _values[key] = value;
        }
    }

    public void Add(KeyValuePair<TKey, TValue> item)
    {
        RefuseIfReadOnly();
        _values.Add(item.Key, item.Value);
    }

    /// <exception cref="ArgumentException">The name is there already.</exception>
    public void Add(TKey key, TValue value)
    {
        RefuseIfReadOnly();
        _values.Add(key, value);
    }

    public void AddRange(params KeyValuePair<TKey, TValue>[] items) => AddRange((IEnumerable<KeyValuePair<TKey, TValue>>)items);

    /// <summary>Adds each; null adds nothing; a name that is there already throws.</summary>
    public void AddRange(IEnumerable<KeyValuePair<TKey, TValue>> items)
    {
        RefuseIfReadOnly();
        if (items is null) return;
        foreach (var item in items) _values.Add(item.Key, item.Value);
    }

    public void Clear()
    {
        RefuseIfReadOnly();
        _values.Clear();
    }

    public bool Contains(KeyValuePair<TKey, TValue> key) => ((ICollection<KeyValuePair<TKey, TValue>>)_values).Contains(key);

    public bool Contains(TKey key) => _values.ContainsKey(key);

    public bool ContainsKey(TKey key) => _values.ContainsKey(key);

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<TKey, TValue>>)_values).CopyTo(array, arrayIndex);

    public bool Remove(KeyValuePair<TKey, TValue> item)
    {
        RefuseIfReadOnly();
        return ((ICollection<KeyValuePair<TKey, TValue>>)_values).Remove(item);
    }

    public bool Remove(TKey key)
    {
        RefuseIfReadOnly();
        return _values.Remove(key);
    }

    public bool TryGetValue(TKey key, out TValue value) => _values.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void RefuseIfReadOnly()
    {
        if (IsReadOnly) throw new InvalidOperationException("The collection is read-only.");
    }
}
