using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Kam.Solution.Tests;

public sealed partial class TextTests
{
    private const string English = "1033";
    private static readonly string[] Languages = ["1031", English, "1036", "1040"];

    public static TheoryData<string> Dimensions => [.. Repository.Files("webresources/text", "*.1033.resx").Select(file => file.Split('/')[^1].Split('.')[0])];

    [Theory, MemberData(nameof(Dimensions))]
    public void EverySentence_IsThereInFourLanguagesWithTheSamePlaceholders(string dimension)
    {
        var english = Sentences(dimension, English);
        foreach (var language in Languages)
        {
            var translated = Sentences(dimension, language);
            Assert.Equal(english.Keys, translated.Keys);
            foreach (var (key, sentence) in translated)
            {
                Assert.False(string.IsNullOrWhiteSpace(sentence), $"{key} is empty in {language}.");
                Assert.True(Placeholders(english[key]).SequenceEqual(Placeholders(sentence)), $"{key} has other placeholders in {language} than in English.");
            }
        }
    }

    [Theory, MemberData(nameof(Dimensions))]
    public void EveryKey_BeginsWithItsDimension(string dimension) =>
        Assert.All(Sentences(dimension, English).Keys, key => Assert.StartsWith(dimension + ".", key, StringComparison.Ordinal));

    [Fact]
    public void EveryReason_HasItsSentenceAndItsWayOut()
    {
        var sentences = Dimensions.Select(row => (string)row.Data).SelectMany(dimension => Sentences(dimension, English).Keys).ToHashSet(StringComparer.Ordinal);
        Assert.All(Reasons(), reason =>
        {
            Assert.Contains(reason.Key, sentences);
            Assert.Contains(reason.Key + "WayOut", sentences);
        });
    }

    [Fact]
    public void EveryReasonCode_IsUsedOnce() =>
        Assert.Empty(Reasons().GroupBy(reason => reason.Code, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void EveryReason_IsDocumentedInTheReadmeBesideIt() => Assert.All(
        Reasons(),
        reason => Assert.Contains($"| {reason.Code} |", Repository.Read(reason.File[..reason.File.LastIndexOf('/')] + "/README.md"), StringComparison.Ordinal));

    [Fact]
    public void SwissGerman_KnowsNoSharpS()
    {
        foreach (var file in Repository.Files("webresources/text", "*.1031.resx")) Assert.DoesNotContain("ß", Repository.Read(file), StringComparison.Ordinal);
        foreach (var file in Repository.Files("solution", "*.xml"))
        {
            var labels = XDocument.Parse(Repository.Read(file)).Descendants().Where(label => ((string?)label.Attribute("languagecode") ?? (string?)label.Attribute("LCID")) == "1031");
            Assert.All(labels.Attributes(), label => Assert.False(label.Value.Contains('ß', StringComparison.Ordinal), $"{file}: {label.Value}"));
        }
    }

    private static SortedDictionary<string, string> Sentences(string dimension, string language) => new(
        XDocument.Parse(Repository.Read($"webresources/text/{dimension}.{language}.resx")).Root!.Elements("data").ToDictionary(data => (string)data.Attribute("name")!, data => (string?)data.Element("value") ?? ""),
        StringComparer.Ordinal);

    private static IEnumerable<string> Placeholders(string sentence) => Placeholder().Matches(sentence).Select(match => match.Groups["index"].Value).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<(string File, string Code, string Key)> Reasons() =>
        from file in Repository.Files("plugins", "*Reasons.cs")
        from Match match in Reason().Matches(Repository.Read(file))
        select (file, match.Groups["code"].Value, match.Groups["key"].Value);

    [GeneratedRegex(@"\{(?<index>\d+)[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("\"(?<code>KAM-[A-Z]{3}-[0-9]{3})\", \"(?<key>[^\"]+)\"")]
    private static partial Regex Reason();
}
