using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Kam.Rules.ValueInsights;
using Kam.Rules.Vocabulary;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights;

public sealed partial class ValueInsightsTextsTests
{
    private static readonly Reason[] Reasons = typeof(ValueInsightsReasons)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Select(property => (Reason)property.GetValue(null)!)
        .ToArray();

    [Theory]
    [InlineData(1031)]
    [InlineData(1036)]
    [InlineData(1040)]
    public void EveryLanguage_SaysTheSameKeysWithTheSamePlaceholders(int language)
    {
        var english = Texts.English.All;
        var other = new Texts("valueInsights", language).All;

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        Assert.All(english.Keys, key => Assert.Equal(Placeholders(english[key]), Placeholders(other[key])));
        Assert.DoesNotContain(other.Values, text => text.Contains('ß', StringComparison.Ordinal));
        Assert.DoesNotContain(other.Values, string.IsNullOrWhiteSpace);
    }

    [Fact]
    public void EveryReason_SaysWhatIsWrongAndTheWayOut()
    {
        Assert.NotEmpty(Reasons);
        Assert.All(Reasons, reason => Assert.NotNull(Texts.English.Of(reason.TextKey)));
        Assert.All(Reasons, reason => Assert.NotNull(Texts.English.Of(reason.WayOutKey)));
        Assert.All(Reasons, reason => Assert.Matches("^KAM-VAL-0[0-9]{2}$", reason.Code));
        Assert.Equal(Reasons.Length, Reasons.Select(reason => reason.Code).Distinct().Count());
    }

    [Fact]
    public void TheReadme_ListsEveryReasonInItsOwnWords()
    {
        using var page = new StreamReader(typeof(Texts).Assembly.GetManifestResourceStream("ValueInsights.README.md")!);
        var readme = page.ReadToEnd();

        Assert.All(Reasons, reason => Assert.Contains(
            $"| {reason.Code} | {Texts.English.Of(reason.TextKey)} | {Texts.English.Of(reason.WayOutKey)} |", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryMeasureBandRiskAndQuadrant_HasItsName()
    {
        var keys = Enum.GetValues<Measure>().Select(measure => measure.NameKey())
            .Concat(Enum.GetNames<ScoreBand>().Select(name => "valueInsights.band" + name))
            .Concat(Enum.GetNames<ChurnRisk>().Select(name => "valueInsights.risk" + name))
            .Concat(Enum.GetNames<ValuePotentialQuadrant>().Select(name => "valueInsights.quadrant" + name));

        Assert.All(keys, key => Assert.NotNull(Texts.English.Of(key)));
    }

    private static string[] Placeholders(string text) =>
        PlaceholderPattern().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal).ToArray();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex PlaceholderPattern();
}
