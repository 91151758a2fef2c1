using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Kam.Plugins.Tests.ValueInsights.Proposition;

public sealed partial class ValueToCustomerTests(PackedSolution solution) : IDisposable
{
    private readonly Crm crm = new(solution);

    public void Dispose() => crm.Dispose();

    [Fact]
    public void AnOffer_IsWorthWhatAControllerWouldWorkOut()
    {
        var answer = Ask(crm.WorkedExample());

        Assert.Equal(125_000m, ((Money)answer["EconomicValue"]).Value);
        Assert.Equal(25_000m, ((Money)answer["DifferentiationValue"]).Value);
        Assert.Equal(15_000m, ((Money)answer["CustomerSurplus"]).Value);
        Assert.Equal(40.00m, answer["CapturedPercent"]);
    }

    [Fact]
    public void WithoutAPrice_SurplusAndShareAreUnknownAndTheReasonIsSaid()
    {
        var proposition = crm.Proposition(100_000m);
        crm.Better(proposition, "Fewer standstills", 20_000m);

        var answer = Ask(proposition);

        Assert.False(answer.Results.Contains("CustomerSurplus"));
        Assert.False(answer.Results.Contains("CapturedPercent"));
        var charged = Sheet(answer).GetProperty("charged");
        Assert.All(["price", "surplus", "capturedPercent"], name => Assert.Equal(JsonValueKind.Null, charged.GetProperty(name).ValueKind));
        Assert.Contains("valueInsights.priceMissing", Keys(Sheet(answer), "charged"));
    }

    [Fact]
    public void TheSheet_ShowsBothSidesAndWhatWeCharge()
    {
        crm.ScoreBy(Models.Simple());
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2025, 5, 5), 60_000m, 36_000m);
        crm.Order(account, Crm.Day(2024, 9, 10), 50_000m, 30_000m);
        crm.Call("kam_ScoreAccount", ("AccountId", account));

        var sheet = Sheet(Ask(crm.WorkedExample(account)));

        var toUs = sheet.GetProperty("worthToUs");
        Assert.Equal(68m, toUs.GetProperty("score").GetDecimal());
        Assert.Equal("High", toUs.GetProperty("band").GetString());
        Assert.Equal(60_000m, toUs.GetProperty("revenue").GetDecimal());
        Assert.Equal(24_000m, toUs.GetProperty("margin").GetDecimal());
        Assert.True(toUs.GetProperty("seesCost").GetBoolean());
        var toThem = sheet.GetProperty("worthToThem");
        Assert.Equal([100_000m, 30_000m, 5_000m, 25_000m, 125_000m, 10_000m],
            new[] { "reference", "positive", "negative", "differentiation", "total", "unproven" }.Select(name => toThem.GetProperty(name).GetDecimal()));
        Assert.Equal(["Fewer standstills Positive 20000", "Longer life Positive 10000", "Training of the fitters Negative 5000"],
            toThem.GetProperty("lines").EnumerateArray().Select(l => $"{l.GetProperty("name")} {l.GetProperty("direction")} {l.GetProperty("amount").GetDecimal():0}"));
        Assert.Equal(["Pilot at plant 2", null, "Offer of the competitor"], toThem.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("evidence").GetString()));
        Assert.Equal([110_000m, 15_000m, 40m], new[] { "price", "surplus", "capturedPercent" }.Select(name => sheet.GetProperty("charged").GetProperty(name).GetDecimal()));
        Assert.Contains("valueInsights.sheetUnproven", Keys(sheet, "toThem"));
    }

    [Fact]
    public void AnAccountThatWasNeverScored_IsWorthNobodyKnowsWhat()
    {
        var toUs = Sheet(Ask(crm.WorkedExample())).GetProperty("worthToUs");

        Assert.All(["score", "band", "revenue", "margin", "lifetimeValue"], name => Assert.Equal(JsonValueKind.Null, toUs.GetProperty(name).ValueKind));
    }

    [Fact]
    public void AnOfferInAnotherCurrency_StaysInItsCurrency()
    {
        var euro = crm.Create(new CurrencyRow { ISOCurrencyCode = "EUR", CurrencyName = "Euro", CurrencySymbol = "€", CurrencyPrecision = 2, ExchangeRate = 1.25m });

        var answer = Ask(crm.WorkedExample(currency: euro));

        Assert.Equal(125_000m, ((Money)answer["EconomicValue"]).Value);
        Assert.Equal("EUR", Sheet(answer).GetProperty("currency").GetString());
        Assert.NotEqual("EUR", Sheet(answer).GetProperty("baseCurrency").GetString());
    }

    [Fact]
    public void TheSheet_HasTheShapeThatTheFormExpects()
    {
        crm.ScoreBy(Models.Simple());
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2025, 5, 5), 60_000m, 36_000m);
        crm.Call("kam_ScoreAccount", ("AccountId", account));
        var sheet = Sheet(Ask(crm.WorkedExample(account)));

        Assert.Equal(Members("ValueSheet"), Names(sheet));
        Assert.Equal(Members("CustomerWorth"), Names(sheet.GetProperty("worthToUs")));
        Assert.Equal(Members("EconomicValue"), Names(sheet.GetProperty("worthToThem")));
        Assert.All(sheet.GetProperty("worthToThem").GetProperty("lines").EnumerateArray(), line => Assert.Equal(Members("DifferentiationLine"), Names(line)));
        Assert.Equal(Members("Charge"), Names(sheet.GetProperty("charged")));
        Assert.Equal(["charged", "toThem", "toUs"], Names(sheet.GetProperty("sentences")));
    }

    [Fact]
    public void AProposition_ThatDoesNotExistIsRefused() => Crm.Refusal(() => Ask(Guid.NewGuid()));

    [Fact]
    public void WithoutAProposition_TheMissingParameterIsNamed()
    {
        var refusal = Crm.Refusal(() => crm.Call("kam_ValueToCustomer"));

        Assert.Contains("ValuePropositionId", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ASheet_TakesTheRequestsItIsDocumentedToTake()
    {
        crm.ScoreBy(Models.Simple());
        var account = crm.Account("Meier AG");
        crm.Order(account, Crm.Day(2025, 5, 5), 60_000m, 36_000m);
        crm.Call("kam_ScoreAccount", ("AccountId", account));
        var proposition = crm.WorkedExample(account);

        var sent = crm.SentBy("ValueToCustomer", () => Ask(proposition));

        Assert.Equal(
        [
            "Retrieve kam_valueproposition", "RetrieveMultiple kam_valuedifferentiation", "RetrieveMultiple transactioncurrency",
            "RetrieveMultiple kam_valuescore", "RetrieveMultiple kam_valuescore", "Retrieve transactioncurrency",
        ], sent);
    }

    private OrganizationResponse Ask(Guid proposition) => crm.Call("kam_ValueToCustomer", ("ValuePropositionId", proposition));

    private static JsonElement Sheet(OrganizationResponse answer) => JsonDocument.Parse((string)answer["Sheet"]).RootElement;

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)];

    private static string[] Keys(JsonElement sheet, string part) => [.. sheet.GetProperty("sentences").GetProperty(part).EnumerateArray().Select(s => s.GetProperty("key").GetString()!)];

    // The members of an interface in valueSheet.ts stand two spaces in; those of a type within it, further.
    private static string[] Members(string name)
    {
        var source = File.ReadAllText(Repository.File("webresources", "src", "valueInsights", "valueSheet.ts"));
        var body = Regex.Match(source, $@"export interface {name} \{{(.*?)\n\}}", RegexOptions.Singleline).Groups[1].Value;
        return [.. Member().Matches(body).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^  readonly (\w+)\??:", RegexOptions.Multiline)]
    private static partial Regex Member();
}
