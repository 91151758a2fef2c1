using System;
using System.Collections.Generic;
using System.Text;

namespace Local.Dataverse.Storage;

/// <summary>What is kept of the rows of a group beside their number.</summary>
internal enum TallyFigure
{
    /// <summary>How many values there are.</summary>
    Count,
    /// <summary>Their sum.</summary>
    Sum,
    /// <summary>The least of them.</summary>
    Least,
    /// <summary>The greatest of them.</summary>
    Greatest,
}

/// <summary>
/// Groups rows as SQLite reads them, by a hash of their keys. SQLite itself groups by sorting all rows, which costs more than reading them. Known in SQL as the
/// aggregate <c>dv_tally(key ..., value ...)</c>.
/// </summary>
/// <remarks>
/// For few groups of whole numbers: what does not fit (too many groups, a sum beyond 64 bit, a value that is no whole number) is given up at that row, and whoever
/// asked lets SQLite do it.
/// </remarks>
internal sealed class Tally
{
    public const int MostGroups = 256;

    private const int MostKeys = 8, BytesOfAKey = 17;
    private const byte NullKey = 0, NumberKey = 1, TextKey = 2, IdKey = 3;

    private readonly TextCodes codes = new();
    private readonly Dictionary<byte[], int> byKey = new(new BytesComparer());
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> lookup;
    private readonly List<TallyGroup> groups = [];
    private TallyFigure[] figures = [];
    private int keys;

    public Tally() => lookup = byKey.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>The groups in the order in which their first rows came.</summary>
    public IReadOnlyList<TallyGroup> Groups => groups;

    /// <summary>Whether the rows have to be grouped in another way.</summary>
    public bool IsGivenUp { get; private set; }

    /// <summary>Whether so many keys can be told apart here.</summary>
    public static bool Takes(int keys) => keys is > 0 and <= MostKeys;

    /// <summary>To be called before a statement with the function runs: its first arguments are keys, each further one is the value of a figure.</summary>
    public void Begin(int keyCount, TallyFigure[] wanted)
    {
        codes.Clear();
        byKey.Clear();
        groups.Clear();
        keys = keyCount;
        figures = wanted;
        IsGivenUp = false;
    }

    /// <summary>Takes a row.</summary>
    /// <returns>False when it is given up.</returns>
    public unsafe bool Add(nint* arguments)
    {
        Span<byte> key = stackalloc byte[MostKeys * BytesOfAKey];
        key = key[..(keys * BytesOfAKey)];
        key.Clear();
        for (var i = 0; i < keys; i++)
        {
            if (!Write(arguments[i], key.Slice(i * BytesOfAKey, BytesOfAKey))) return GiveUp();
        }
        if (!lookup.TryGetValue(key, out var at))
        {
            if (groups.Count == MostGroups) return GiveUp();
            at = groups.Count;
            byKey[key.ToArray()] = at;
            groups.Add(new TallyGroup(KeysOf(arguments), figures.Length));
        }
        var group = groups[at];
        group.Rows++;
        for (var i = 0; i < figures.Length; i++)
        {
            if (!Count(group, i, arguments[keys + i])) return GiveUp();
        }
        return true;
    }

    private bool GiveUp()
    {
        IsGivenUp = true;
        return false;
    }

    private bool Write(nint value, Span<byte> into)
    {
        switch (NativeSqlite.TypeOf(value))
        {
            case NativeSqlite.Null:
                into[0] = NullKey;
                return true;
            case NativeSqlite.Integer:
                into[0] = NumberKey;
                BitConverter.TryWriteBytes(into[1..], NativeSqlite.Number(value));
                return true;
            case NativeSqlite.Characters:
                into[0] = TextKey;
                BitConverter.TryWriteBytes(into[1..], codes.Of(NativeSqlite.Text(value)));
                return true;
            case NativeSqlite.Bytes when NativeSqlite.Blob(value) is { Length: 16 } id:
                into[0] = IdKey;
                id.CopyTo(into[1..]);
                return true;
            default:
                return false;
        }
    }

    private unsafe object?[] KeysOf(nint* arguments)
    {
        var values = new object?[keys];
        for (var i = 0; i < keys; i++)
        {
            values[i] = NativeSqlite.TypeOf(arguments[i]) switch
            {
                NativeSqlite.Integer => NativeSqlite.Number(arguments[i]),
                NativeSqlite.Characters => Encoding.UTF8.GetString(NativeSqlite.Text(arguments[i])),
                NativeSqlite.Bytes => new Guid(NativeSqlite.Blob(arguments[i]), bigEndian: true),
                _ => null,
            };
        }
        return values;
    }

    private bool Count(TallyGroup group, int figure, nint value)
    {
        var type = NativeSqlite.TypeOf(value);
        if (type == NativeSqlite.Null) return true;
        ref var kept = ref group.Figures[figure];
        if (figures[figure] == TallyFigure.Count)
        {
            kept = kept.GetValueOrDefault() + 1;
            return true;
        }
        if (type != NativeSqlite.Integer) return false;
        var number = NativeSqlite.Number(value);
        if (kept is not { } before)
        {
            kept = number;
            return true;
        }
        switch (figures[figure])
        {
            case TallyFigure.Sum:
                var sum = unchecked(before + number);
                kept = sum;
                return ((before ^ sum) & (number ^ sum)) >= 0;
            case TallyFigure.Least:
                kept = Math.Min(before, number);
                return true;
            default:
                kept = Math.Max(before, number);
                return true;
        }
    }
}

/// <summary>One group: how many rows, and their figures; a figure without values is null.</summary>
/// <param name="keys">The keys of its first row: a number, a text, an id or null.</param>
/// <param name="figureCount">How many figures.</param>
internal sealed class TallyGroup(object?[] keys, int figureCount)
{
    public object?[] Keys { get; } = keys;

    public long Rows { get; set; }

    public long?[] Figures { get; } = new long?[figureCount];
}
