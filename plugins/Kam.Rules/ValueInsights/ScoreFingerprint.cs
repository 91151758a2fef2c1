using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace Kam.Rules.ValueInsights;

/// <summary>
/// Identity of a score's content: equal inputs and configuration give the same 64 hexadecimal digits, so that scoring twice
/// makes one snapshot.
/// </summary>
/// <model stage="1 Value Insights">value score (snapshot, never overwritten)</model>
public static class ScoreFingerprint
{
    /// <summary>The fingerprint of a score and all measures it came with.</summary>
    /// <remarks>Points are in it, because the same figures may rank differently in another portfolio.</remarks>
    public static string Of(ValueScore score, AccountMeasures measures)
    {
        var content = new StringBuilder().Append(score.Configuration).Append('\n').Append(Written(score.Score)).Append('\n');
        foreach (var measured in measures.All) Line(content, [((int)measured.Measure).ToString(CultureInfo.InvariantCulture), Written(measured.Value)]);
        foreach (var part in score.Parts)
        {
            Line(content, [part.CriterionId.ToString("N"), Written(part.Value), Written(part.Points), Written(part.WeightPercent), Written(part.Contribution)]);
        }

        using var sha = SHA256.Create();
#pragma warning disable CA1850 // .NET Framework has no HashData.
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(content.ToString())).Select(octet => octet.ToString("x2", CultureInfo.InvariantCulture)));
#pragma warning restore CA1850
    }

    private static void Line(StringBuilder content, IReadOnlyList<string> cells) => content.Append(string.Join("|", cells)).Append('\n');

    // A stored 5.0000 and a computed 5 are the same number.
    private static string Written(decimal? value) => value?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";
}
