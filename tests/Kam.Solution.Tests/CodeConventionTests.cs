using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kam.Rules.ValueInsights;
using Xunit;

namespace Kam.Solution.Tests;

public sealed partial class CodeConventionTests
{
    private static readonly Assembly Rules = typeof(ValueScore).Assembly;

    private static readonly string[] Dimensions =
    [
        "ValueInsights", "Structure", "Solutions", "SalesTactic", "Pricing", "Playbook", "Strategy", "Processes", "Digitization", "Enablement", "Skills", "Alignment",
    ];

    [Fact]
    public void EveryRule_NamesTheSentenceOfTheModelItServes()
    {
        var docs = XDocument.Load(Path.ChangeExtension(Rules.Location, ".xml")).Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!, member => member.Element("model"), StringComparer.Ordinal);
        var rules = Rules.GetExportedTypes().Where(IsRule).ToList();

        Assert.NotEmpty(rules);
        Assert.Empty(rules.Where(rule => docs.GetValueOrDefault("T:" + rule.FullName) is null).Select(rule => rule.FullName));
    }

    [Fact]
    public void Rules_KnowNoSdkAndNothingBesideDotNet() =>
        Assert.All(Rules.GetReferencedAssemblies(), reference => Assert.StartsWith("System", reference.Name, StringComparison.Ordinal));

    [Fact]
    public void Rules_AskNoClockAndNoMachine()
    {
        foreach (var file in Repository.Files("plugins/Kam.Rules", "*.cs"))
            Assert.False(Clock().IsMatch(Repository.Read(file)), $"{file} asks the clock, the file system or the environment; both come in as arguments.");
    }

    [Fact]
    public void NoColumn_IsNamedByAStringOutsideTheGeneratedRows()
    {
        foreach (var file in Repository.Files("plugins", "*.cs").Where(file => !file.EndsWith(".g.cs", StringComparison.Ordinal) && !file.StartsWith("plugins/Kam.Generate/", StringComparison.Ordinal)))
        {
            var found = NamedColumn().Match(Repository.Read(file));
            Assert.False(found.Success, $"{file}: {found.Value} names a column; use the row's Column.");
        }
    }

    [Fact]
    public void Dimensions_MeetInRowsAndVocabularyOnly()
    {
        foreach (var file in new[] { "plugins/Kam.Rules", "plugins/Kam.Plugins", "plugins/Kam.Workflow" }.SelectMany(folder => Repository.Files(folder, "*.cs")))
        {
            var own = file.Split('/')[2];
            if (!Dimensions.Contains(own)) continue;
            var others = Dimensions.Where(dimension => dimension != own && Regex.IsMatch(Repository.Read(file), $@"\bKam\.(Rules|Plugins)\.{dimension}\b"));
            Assert.True(!others.Any(), $"{file} reaches into {string.Join(", ", others)}.");
        }
    }

    // The model's promise to who keeps the map, and the terms of Microsoft's relationship analytics: how somebody stands to people is no measure of pay or skill.
    [Fact]
    public void NoBonusAndNoSkillScore_ReadsTheStakeholderMap()
    {
        var readers = Repository.Files("plugins/Kam.Plugins", "*.cs").Concat(Repository.Files("plugins/Kam.Rules", "*.cs"))
            .Where(file => file.Contains("Bonus", StringComparison.Ordinal) || file.Contains("/Skills/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(readers);
        Assert.DoesNotContain(readers, file => StakeholderMap().IsMatch(Repository.Read(file)));
    }

    [Fact]
    public void NoFile_NamesAPlaceOfSomebodysMachine()
    {
        var texts = new[] { ".cs", ".csproj", ".cdsproj", ".props", ".targets", ".xml", ".json", ".md", ".ts", ".tsx", ".yml", ".resx", ".sln" };
        foreach (var file in Repository.Files(".").Where(file => texts.Contains(Path.GetExtension(file))))
        {
            var found = MachinePath().Match(Repository.Read(file));
            Assert.False(found.Success, $"{file}: {found.Value}");
        }
    }

    // A rule is asked something. Records carry values; reasons are a list of names.
    private static bool IsRule(Type type) =>
        type is { IsClass: true, Namespace: { } space } && Dimensions.Contains(space.Split('.').ElementAtOrDefault(2)) && !type.Name.EndsWith("Reasons", StringComparison.Ordinal)
        && type.GetMethod("<Clone>$") is null
        && type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Any(method => !method.IsSpecialName && method.GetBaseDefinition() == method);

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bEnvironment\.|\bFile\.|\bDirectory\.")]
    private static partial Regex Clock();

    [GeneratedRegex("""(\[|GetAttributeValue<[^>]+>\(|SetAttributeValue\()"[a-z][a-z0-9_]*"[\],)]""")]
    private static partial Regex NamedColumn();

    // Written apart so that this file does not find itself.
    [GeneratedRegex("(?<![A-Za-z0-9_.$}*])/" + "(work|root|home|Users)/|[A-Z]:" + @"\\Users")]
    private static partial Regex MachinePath();

    [GeneratedRegex("Stakeholder|RelationshipScore|SentimentPercent|SingleThread")]
    private static partial Regex StakeholderMap();
}
