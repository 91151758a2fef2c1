using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kam.Rules.ValueInsights;
using Kam.Rules.ValueInsights.LifetimeValue;
using Xunit;

namespace Kam.Solution.Tests;

/// <summary>Rules and rows each have their enums; stores cast between them, so a value must mean the same on both sides.</summary>
public sealed partial class ChoiceTests
{
    public static TheoryData<Type, string> Pairs => new()
    {
        { typeof(Measure), "kam_measure" },
        { typeof(CurveShape), "kam_curve" },
        { typeof(MissingValuePolicy), "kam_missingvaluepolicy" },
        { typeof(ScoreBand), "kam_scoreband" },
        { typeof(ChurnRisk), "kam_churnrisk" },
        { typeof(InsightOutcome), "kam_insightoutcome" },
        { typeof(DifferentiationDirection), "kam_differentiationdirection" },
        { typeof(LifetimeValueMethod), "kam_lifetimevaluemethod" },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void AChoice_HasTheValuesOfItsRule_AndTheyMeanTheSame(Type rule, string choice)
    {
        var options = XDocument.Parse(Repository.Read($"solution/OptionSets/{choice}.xml")).Descendants("option").ToDictionary(
            option => int.Parse((string)option.Attribute("value")!, CultureInfo.InvariantCulture),
            option => Letters((string)option.Descendants("label").First(label => (string?)label.Attribute("languagecode") == "1033").Attribute("description")!));

        Assert.Equal(options.Keys.Order(), Enum.GetValuesAsUnderlyingType(rule).Cast<int>().Order());
        Assert.All(options, option => Assert.All(
            Word().Matches(Enum.GetName(rule, option.Key)!).Select(word => Letters(word.Value)),
            word => Assert.Contains(word, option.Value, StringComparison.Ordinal)));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();

    [GeneratedRegex("[A-Z][a-z]*")]
    private static partial Regex Word();
}
