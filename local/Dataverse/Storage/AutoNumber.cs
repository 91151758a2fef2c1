using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Local.Dataverse.Storage;

/// <summary>Fills auto-number columns by their format: <c>{SEQNUM:5}</c>, <c>{RANDSTRING:6}</c>, <c>{DATETIMEUTC:yyyyMMdd}</c>.</summary>
internal static partial class AutoNumber
{
    private const long FirstNumber = 1000;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>A value that is given stays.</summary>
    public static void Fill(Store store, RequestContext context, TableLayout layout, WriteSet writes)
    {
        foreach (var slot in layout.AutoNumbers)
        {
            if (writes.HasValue(slot)) continue;
            writes.Put(slot, Placeholder().Replace(slot.Column.AutoNumberFormat!, match => Part(store, context, layout.Name + "." + slot.Name, match)));
        }
    }

    private static string Part(Store store, RequestContext context, string sequence, Match match)
    {
        var argument = match.Groups["argument"].Value;
        switch (match.Groups["kind"].Value)
        {
            case "SEQNUM":
                var number = store.NextNumber(sequence, FirstNumber).ToString(CultureInfo.InvariantCulture);
                return number.PadLeft(int.Parse(argument, CultureInfo.InvariantCulture), '0');
            case "RANDSTRING":
                return RandomNumberGenerator.GetString(Alphabet, int.Parse(argument, CultureInfo.InvariantCulture));
            default:
                return context.UtcNow.ToString(argument, CultureInfo.InvariantCulture);
        }
    }

    [GeneratedRegex(@"\{(?<kind>SEQNUM|RANDSTRING|DATETIMEUTC):(?<argument>[^}]+)\}")]
    private static partial Regex Placeholder();
}
