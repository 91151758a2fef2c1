using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Kam.Generate;
using Xunit;

namespace Kam.Solution.Tests;

public sealed class RegistrationsTests
{
    private const string FullName = "Sample, Version=1.0.0.0, Culture=neutral, PublicKeyToken=0123456789abcdef";
    private static readonly ImageRegistration Before = new(0, ["name"], null);
    private static readonly ImageRegistration After = new(1, ["name"], null);

    [Fact]
    public void AStep_IsNamedByClassMessageAndTableAndSaysWhatWakesIt()
    {
        var step = Step(Written(new("Update", "account", 20, ["name", "revenue"], 0, 5, false)));

        Assert.Equal("Sample.Guard: Update of account", (string?)step.Attribute("Name"));
        Assert.Equal(NameBasedId.OfStep("Sample.Guard: Update of account").ToString("B"), (string?)step.Attribute("SdkMessageProcessingStepId"));
        Assert.Equal("20bebb1b-ea3e-db11-86a7-000a3a5473e8", (string?)step.Element("SdkMessageId"));
        Assert.Equal("name,revenue", (string?)step.Element("FilteringAttributes"));
        Assert.Equal(("20", "0", "5", "0"), ((string?)step.Element("Stage"), (string?)step.Element("Mode"), (string?)step.Element("Rank"), (string?)step.Element("AsyncAutoDelete")));
    }

    [Fact]
    public void AnAsynchronousStep_LeavesNoFinishedJobsUnlessItSaysSo()
    {
        Assert.Equal("1", (string?)Step(Written(new("Create", "account", 40, [], 1, 1, false))).Element("AsyncAutoDelete"));
        Assert.Equal("0", (string?)Step(Written(new("Create", "account", 40, [], 1, 1, true))).Element("AsyncAutoDelete"));
    }

    [Fact]
    public void AStepOnACustomApi_GoesByItsName()
    {
        var step = Step(Written(new("kam_ScoreAccount", "none", 40, [], 0, 1, false)));

        Assert.Equal("kam_ScoreAccount", (string?)step.Element("SdkMessageName"));
        Assert.Null(step.Element("SdkMessageId"));
        Assert.Null(step.Element("PrimaryEntity"));
    }

    [Fact]
    public void Images_GoToTheStepsThatCanCarryThem()
    {
        var steps = Written([new("Create", "account", 40, [], 0, 1, false), new("Update", "account", 40, ["name"], 0, 1, false), new("Delete", "account", 20, [], 0, 1, false)], [Before, After])
            .ToDictionary(step => (string)step.Attribute("Name")!, step => step.Descendants("SdkMessageProcessingStepImage").Select(image => $"{(string?)image.Attribute("Name")} by {(string?)image.Element("MessagePropertyName")}").ToList());

        Assert.Equal(["PostImage by id"], steps["Sample.Guard: Create of account"]);
        Assert.Equal(["PreImage by Target", "PostImage by Target"], steps["Sample.Guard: Update of account"]);
        Assert.Equal(["PreImage by Target"], steps["Sample.Guard: Delete of account"]);
    }

    public static TheoryData<string, int, bool, int, int?> Refused => new()
    {
        { "Update", 20, false, 0, null },  // says not what wakes it
        { "Create", 20, true, 0, null },   // When without Update
        { "Create", 20, false, 1, null },  // asynchronous before the operation
        { "Create", 20, false, 0, 0 },     // an image of before a Create
        { "Delete", 40, false, 0, 1 },     // an image of after a Delete
        { "Update", 20, true, 0, 1 },      // an image of after, before the operation
    };

    [Theory, MemberData(nameof(Refused))]
    public void ARegistrationThePlatformWouldRefuse_IsRefused(string message, int stage, bool isFiltered, int mode, int? image)
    {
        IReadOnlyList<ImageRegistration> images = image is null ? [] : [image == 0 ? Before : After];
        Assert.Throws<InvalidDataException>(() => Written([new(message, "account", stage, isFiltered ? ["name"] : [], mode, 1, false)], images));
    }

    [Fact]
    public void TheSameMessageAndTableTwice_IsRefused() => Assert.Throws<InvalidDataException>(() =>
        Written([new("Create", "account", 20, [], 0, 1, false), new("Create", "account", 40, [], 0, 1, false)], []));

    [Fact]
    public void RootComponents_AreReplacedAndTheManifestIsOtherwiseUntouched()
    {
        const string manifest = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<ImportExportXml>\n  <SolutionManifest>\n    <RootComponents>\n      <RootComponent type=\"1\" schemaName=\"account\" behavior=\"0\" />\n"
            + "      <RootComponent type=\"92\" id=\"{00000000-0000-0000-0000-000000000001}\" behavior=\"0\" />\n    </RootComponents>\n  </SolutionManifest>\n</ImportExportXml>\n";
        var assembly = Sample([new("Create", "account", 20, [], 0, 1, false)], []);
        var once = Registrations.WriteRoots(assembly, manifest).Content;

        Assert.Equal(once, Registrations.WriteRoots(assembly, once).Content);
        Assert.Equal(["1", "91", "92"], XDocument.Parse(once).Descendants("RootComponent").Select(root => (string?)root.Attribute("type")));
        Assert.DoesNotContain("00000000-0000-0000-0000-000000000001", once, StringComparison.Ordinal);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<ImportExportXml>\n  <SolutionManifest>\n    <RootComponents>\n      <RootComponent type=\"1\"", once, StringComparison.Ordinal);
    }

    private static List<XElement> Written(StepRegistration step) => Written([step], []);

    private static List<XElement> Written(IReadOnlyList<StepRegistration> steps, IReadOnlyList<ImageRegistration> images) =>
        [.. Registrations.Write(Sample(steps, images)).Where(file => file.Path.Contains("/SdkMessageProcessingSteps/", StringComparison.Ordinal)).Select(file => XDocument.Parse(file.Content).Root!)];

    private static XElement Step(List<XElement> written) => Assert.Single(written);

    private static PluginAssembly Sample(IReadOnlyList<StepRegistration> steps, IReadOnlyList<ImageRegistration> images) =>
        new(FullName, "Sample", [new("Sample.Guard", false, steps, images)]);
}
