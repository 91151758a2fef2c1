using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Local.Dataverse.Storage;

/// <summary>Fills auto-number columns by their format: <c>{SEQNUM:5}</c>, <c>{RANDSTRING:6}</c>, <c>{DATETIMEUTC:yyyyMMdd}</c>.</summary>
internal static partial class AutoNumber
{
    private const long FirstNumber = 1000;
    private const string SeedSuffix = "$seed";
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>A value that is given stays.</summary>
    public static void Fill(Store store, RequestContext context, TableLayout layout, WriteSet writes)
    {
        foreach (var slot in layout.AutoNumbers)
        {
            if (writes.HasValue(slot)) continue;
            writes.Put(slot, Placeholder().Replace(slot.Column.AutoNumberFormat!, match => Part(store, context, SequenceOf(layout, slot), match)));
        }
    }

    /// <summary>Name of the sequence of a column.</summary>
    public static string SequenceOf(TableLayout layout, ColumnSlot slot) => layout.Name + "." + slot.Name;

    /// <summary>The number a sequence was told to begin with.</summary>
    public static long Seed(Store store, string sequence) => store.Counter(sequence + SeedSuffix) is var seed && seed == 0 ? FirstNumber : seed - 1;

    /// <summary>Lets a sequence go on from a number, forward or back.</summary>
    public static void SetSeed(Store store, string sequence, long seed)
    {
        // Kept one higher: 0 stands for "never set".
        store.SetCounter(sequence + SeedSuffix, seed + 1);
        store.SetCounter(sequence, seed - 1);
    }

    /// <summary>The number the next row gets.</summary>
    public static long Next(Store store, string sequence) => store.Counter(sequence + SeedSuffix) == 0
        ? Math.Max(store.Counter(sequence) + 1, FirstNumber)
        : store.Counter(sequence) + 1;

    private static string Part(Store store, RequestContext context, string sequence, Match match)
    {
        var argument = match.Groups["argument"].Value;
        switch (match.Groups["kind"].Value)
        {
            case "SEQNUM":
                var next = Next(store, sequence);
                store.SetCounter(sequence, next);
                return next.ToString(CultureInfo.InvariantCulture).PadLeft(int.Parse(argument, CultureInfo.InvariantCulture), '0');
            case "RANDSTRING":
                return RandomNumberGenerator.GetString(Alphabet, int.Parse(argument, CultureInfo.InvariantCulture));
            default:
                return context.UtcNow.ToString(argument, CultureInfo.InvariantCulture);
        }
    }

    [GeneratedRegex(@"\{(?<kind>SEQNUM|RANDSTRING|DATETIMEUTC):(?<argument>[^}]+)\}")]
    private static partial Regex Placeholder();
}
