using System;
using System.Linq;
using System.Text.Json;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.Solutions.Bundles;

public sealed class CheckBundleTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AGoodConfiguration_IsValidWithPriceCostMarginAndDifferentiation()
    {
        var bundle = new SmartLine(crm);

        var answer = Check(bundle, bundle.Good);

        Assert.Equal(true, answer["IsValid"]);
        Assert.Equal("[]", answer["Violations"]);
        Assert.Equal(2_000m, ((Money)answer["Price"]).Value);
        Assert.Equal(1_000m, ((Money)answer["Cost"]).Value);
        Assert.Equal(1_000m, ((Money)answer["Margin"]).Value);
        Assert.Equal(3.25m, answer["Differentiation"]);
        Assert.Equal(4, crm.FromPlugins(() => Check(bundle, bundle.Good)).Count);
    }

    [Fact]
    public void EverythingWrong_ComesBackAtOnceInTheReadersLanguage()
    {
        var bundle = new SmartLine(crm);
        crm.Speak(1031);

        var violations = Violations(Check(bundle, SmartLine.Choices((bundle.Flow, 1m), (bundle.Light, 7m), (bundle.Service, 1m))));

        Assert.Equal(["KAM-SOL-022", "KAM-SOL-023", "KAM-SOL-026", "KAM-SOL-027"], violations.Select(violation => violation.GetProperty("code").GetString()));
        Assert.Contains("Remote service geht nur mit Heat sensor.", violations.Select(violation => violation.GetProperty("text").GetString()));
        Assert.All(violations, violation => Assert.NotEmpty(violation.GetProperty("wayOut").GetString()!));
    }

    [Fact]
    public void ADraftOrExpiredBundle_CanBeTriedAndSaysWhyItCannotBeOffered()
    {
        var draft = new SmartLine(crm, isReleased: false);
        Assert.Equal(["KAM-SOL-028"], Codes(Check(draft, draft.Good)));
        Assert.Equal(2_000m, ((Money)Check(draft, draft.Good)["Price"]).Value);

        draft.Release();
        crm.Service.Update(new SolutionBundleRow { Id = draft.Id, ValidUntil = Crm.Today });
        Assert.Empty(Codes(Check(draft, draft.Good)));
        crm.Service.Update(new SolutionBundleRow { Id = draft.Id, ValidUntil = Crm.Today.AddDays(-1) });
        Assert.Equal(["KAM-SOL-030"], Codes(Check(draft, draft.Good)));
    }

    [Fact]
    public void ABundleThatCannotExist_IsAnsweredWithWhatIsWrongWithItAndNoFigures()
    {
        var bundle = new SmartLine(crm, isReleased: false);
        bundle.Rule(KindOfRuleChoice.Requires, bundle.Heat, bundle.Service);

        var answer = Check(bundle, bundle.Good);

        Assert.Equal(["KAM-SOL-028", "KAM-SOL-007"], Codes(answer));
        Assert.False(answer.Results.TryGetValue("Price", out var price) && price is not null);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[{\"componentId\":\"x\",\"quantity\":1}]")]
    [InlineData("[{\"componentId\":\"0f8fad5b-d9cb-469f-a165-70867728950e\",\"quantity\":\"many\"}]")]
    public void ChoicesThatCannotBeRead_AreRefused(string choices) =>
        Assert.Equal(["KAM-GEN-003"], Crm.CodesOf(() => Check(new SmartLine(crm), choices)));

    private OrganizationResponse Check(SmartLine bundle, string choices) => crm.Call("kam_CheckBundle", ("SolutionBundleId", bundle.Id), ("Choices", choices));

    private static string[] Codes(OrganizationResponse answer) => [.. Violations(answer).Select(violation => violation.GetProperty("code").GetString()!)];

    private static JsonElement[] Violations(OrganizationResponse answer) => [.. JsonDocument.Parse((string)answer["Violations"]).RootElement.EnumerateArray()];
}
