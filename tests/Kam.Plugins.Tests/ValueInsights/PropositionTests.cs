using System;
using System.Linq;
using System.Text.Json;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights;

public sealed class PropositionTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AnOffer_IsWorthTheAlternativePlusWhatWeDoBetterLessWhatWeDoWorse()
    {
        var offer = Offer(reference: 100_000m, price: 110_000m);
        Differ(offer, DirectionOfDifferentiationChoice.Positive, 50_000m);
        Differ(offer, DirectionOfDifferentiationChoice.Negative, 10_000m);

        var row = crm.Read<ValuePropositionRow>(offer);

        Assert.Equal(40_000m, row.DifferentiationValue!.Value);
        Assert.Equal(140_000m, row.EconomicValue!.Value);
        Assert.Equal(30_000m, row.CustomerSurplus!.Value);
        // 10,000 of 40,000 are charged.
        Assert.Equal(25.00m, row.CapturedPercent);
    }

    [Fact]
    public void AChangedPrice_TotalsAnewWithOneRequest()
    {
        var offer = Offer(100_000m, 110_000m);
        Differ(offer, DirectionOfDifferentiationChoice.Positive, 40_000m);

        var sent = crm.FromPlugins(() => crm.Service.Update(new ValuePropositionRow { Id = offer, Price = new Money(120_000m) }));

        Assert.Single(sent);
        Assert.Equal(50.00m, crm.Read<ValuePropositionRow>(offer).CapturedPercent);
    }

    [Fact]
    public void ADifferenceTakenAway_TotalsAnew()
    {
        var offer = Offer(100_000m, 110_000m);
        var difference = Differ(offer, DirectionOfDifferentiationChoice.Positive, 40_000m);

        var sent = crm.FromPlugins(() => crm.Service.Delete(ValueDifferentiationRow.Table, difference));

        Assert.Equal(["Retrieve", "RetrieveMultiple", "Update"], sent.Where(r => r.Depth == 2).Select(r => r.MessageName));
        var row = crm.Read<ValuePropositionRow>(offer);
        Assert.Equal(100_000m, row.EconomicValue!.Value);
        Assert.Null(row.CapturedPercent);
    }

    [Fact]
    public void NegativeAmounts_AreRefusedAllAtOnceAndNothingIsSaved()
    {
        Assert.Equal(["KAM-VAL-071", "KAM-VAL-072"], Crm.CodesOf(() => Offer(-1m, -2m)).Order());
        Assert.Empty(crm.All<ValuePropositionRow>());

        var offer = Offer(100_000m, null);
        // The column itself takes no amount below zero.
        Assert.Empty(Crm.CodesOf(() => Differ(offer, DirectionOfDifferentiationChoice.Positive, -5m)));
        Assert.Empty(crm.All<ValueDifferentiationRow>());
    }

    [Fact]
    public void TheSheet_ShowsBothSidesInTheShapeThePageReads()
    {
        crm.ScoreBy(Models.Simple());
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2025, 2, 1), 50_000m, 30_000m);
        crm.Order(account, Crm.Day(2026, 2, 1), 60_000m, 36_000m);
        crm.Call("kam_ScoreAccount", ("AccountId", account));
        var offer = Offer(100_000m, 110_000m, account);
        Differ(offer, DirectionOfDifferentiationChoice.Positive, 50_000m, "Trial of May");
        Differ(offer, DirectionOfDifferentiationChoice.Negative, 10_000m, null);

        OrganizationResponse answer = null!;
        var sent = crm.FromPlugins(() => answer = crm.Call("kam_ValueToCustomer", ("ValuePropositionId", offer)));

        Assert.Equal(6, sent.Count);
        Assert.Equal(140_000m, ((Money)answer["EconomicValue"]).Value);
        Assert.Equal(40_000m, ((Money)answer["DifferentiationValue"]).Value);
        Assert.Equal(30_000m, ((Money)answer["CustomerSurplus"]).Value);
        Assert.Equal(25.00m, answer["CapturedPercent"]);
        using var sheet = JsonDocument.Parse((string)answer["Sheet"]);
        Assert.Equal(["currency", "baseCurrency", "worthToUs", "worthToThem", "charged", "sentences"], Names(sheet.RootElement));
        var toUs = sheet.RootElement.GetProperty("worthToUs");
        Assert.Equal(["score", "band", "revenue", "margin", "lifetimeValue", "seesCost"], Names(toUs));
        Assert.Equal(68.00m, toUs.GetProperty("score").GetDecimal());
        Assert.Equal("High", toUs.GetProperty("band").GetString());
        Assert.Equal(24_000m, toUs.GetProperty("margin").GetDecimal());
        Assert.True(toUs.GetProperty("seesCost").GetBoolean());
        var toThem = sheet.RootElement.GetProperty("worthToThem");
        Assert.Equal(["reference", "positive", "negative", "differentiation", "total", "unproven", "lines"], Names(toThem));
        Assert.Equal(10_000m, toThem.GetProperty("unproven").GetDecimal());
        var line = toThem.GetProperty("lines").EnumerateArray().First(l => l.GetProperty("direction").GetString() == "Negative");
        Assert.Equal(["name", "direction", "amount", "evidence"], Names(line));
        Assert.Equal(JsonValueKind.Null, line.GetProperty("evidence").ValueKind);
        Assert.Equal(["price", "surplus", "capturedPercent"], Names(sheet.RootElement.GetProperty("charged")));
        Assert.Equal(["toUs", "toThem", "charged"], Names(sheet.RootElement.GetProperty("sentences")));
    }

    [Fact]
    public void WithoutAPriceAndAScore_TheSheetLeavesOpenWhatIsUnknown()
    {
        var answer = crm.Call("kam_ValueToCustomer", ("ValuePropositionId", Offer(100_000m, null)));

        Assert.False(answer.Results.Contains("CustomerSurplus"));
        using var sheet = JsonDocument.Parse((string)answer["Sheet"]);
        Assert.Equal(JsonValueKind.Null, sheet.RootElement.GetProperty("worthToUs").GetProperty("score").ValueKind);
        Assert.Equal(JsonValueKind.Null, sheet.RootElement.GetProperty("charged").GetProperty("price").ValueKind);
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];

    private Guid Offer(decimal reference, decimal? price, Guid? account = null) => crm.Create(new ValuePropositionRow
    {
        Name = "Service bundle", AccountId = new EntityReference(AccountRow.Table, account ?? crm.Account("Meier AG")), ReferenceValue = new Money(reference),
        Price = price is { } known ? new Money(known) : null,
    });

    private Guid Differ(Guid offer, DirectionOfDifferentiationChoice direction, decimal amount, string? evidence = null) => crm.Create(new ValueDifferentiationRow
    {
        Name = $"{direction}", ValuePropositionId = new EntityReference(ValuePropositionRow.Table, offer), Direction = direction, Amount = new Money(amount), Evidence = evidence,
    });
}
