using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kam.Rules.ValueInsights.LifetimeValue;
using Kam.Rules.Vocabulary;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights.LifetimeValue;

/// <summary>Every reason and sentence of the lifetime models is in all four languages, and every code in the README.</summary>
public sealed partial class LifetimeValueTextTests
{
    private static readonly Reason[] Reasons = [.. typeof(LifetimeValueReasons).GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Select(property => property.GetValue(null)).OfType<Reason>()];

    [Theory]
    [InlineData("1033")]
    [InlineData("1031")]
    [InlineData("1036")]
    [InlineData("1040")]
    public void EverySentence_IsThereWithTheSamePlaceholders(string language)
    {
        var english = Texts("1033");
        var texts = Texts(language);
        string[] keys =
        [
            .. Reasons.SelectMany(reason => new[] { reason.TextKey, reason.WayOutKey }),
            "valueInsights.lifetimeValueOfOrders", "valueInsights.lifetimeValueOfContract", "valueInsights.lifetimeValueByRhythm",
        ];
        Assert.All(keys, key => Assert.Equal(PlaceholdersOf(english[key].Single()), PlaceholdersOf(texts[key].Single())));
    }

    [Fact]
    public void EveryCode_IsUniqueAndInTheReadme()
    {
        var readme = File.ReadAllText(Path.Combine(Repository(), "plugins/Kam.Rules/ValueInsights/LifetimeValue/README.md"));

        Assert.Equal(Reasons.Length, Reasons.Select(reason => reason.Code).Distinct().Count());
        Assert.All(Reasons, reason => Assert.Contains(reason.Code, readme, StringComparison.Ordinal));
    }

    private static string[] PlaceholdersOf(string text) =>
        [.. Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    private static ILookup<string, string> Texts(string language) =>
        XDocument.Load(Path.Combine(Repository(), $"webresources/text/valueInsights.{language}.resx")).Root!.Elements("data")
            .ToLookup(text => (string)text.Attribute("name")!, text => (string)text.Element("value")!);

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "KamDataverse.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();
}
