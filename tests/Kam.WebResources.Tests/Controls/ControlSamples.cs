using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.WebResources.Tests.Controls;

/// <summary>Every control with what it shows in the tests: a new control adds a sample here and is tested like the others.</summary>
internal static class ControlSamples
{
    private const int Many = 2_000;

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, ControlSample> All { get; } = new[]
    {
        BundleConfigurator(),
        ConcentrationCurve(60),
        PriceWaterfall(),
        ScoreExplanation(),
        StakeholderMap(),
        ValuePotentialMatrix(60),
        WhitespaceMatrix(55),
    }.ToDictionary(sample => sample.Name);

    // Three sensors at 1,000: 5 % agreed discount, 2 % paid later; the target is 960, the minimum 900.
    private static ControlSample PriceWaterfall() => new("PriceWaterfall", "quotedetail")
    {
        Properties = new Dictionary<string, object?> { ["pocketPrice"] = 931m, ["amount"] = 2850m },
        Answers = new Dictionary<string, object> { ["kam_ExplainLinePrice"] = new { Waterfall = LinePrice } },
        Empty = new(new Dictionary<string, object> { ["kam_ExplainLinePrice"] = new { Waterfall = "" } }, new Dictionary<string, object?>(), "The price of this line has not been judged yet. Save the line to have it judged."),
        Numbers = ["CHF 1,000.00", "CHF 1’000.00", "CHF 1 000,00", "CHF 1’000.00"],
        TableRows = 7,
    };

    private const string LinePrice =
        """
        {"currency":"CHF","quantity":3,"steps":[{"kind":781340000,"textKey":"pricing.stepListPrice","name":"","amount":3000},
        {"kind":781340001,"textKey":"pricing.discountAgreed","name":"","amount":-150},{"kind":781340003,"textKey":"","name":"Loyalty","amount":-57,"percent":2}],
        "invoiceAmount":2850,"pocketAmount":2793,"targetPrice":960,"minimumPrice":900}
        """;

    private static ControlSample BundleConfigurator() => new("BundleConfigurator", "kam_solutionbundle")
    {
        Answers = new Dictionary<string, object>
        {
            ["kam_DescribeBundle"] = Bundle("""{"componentId":"c","name":"Controller","kind":"Core","minimumQuantity":1,"maximumQuantity":5,"unitPrice":1250.5,"differentiation":4},{"componentId":"h","name":"Heat sensor","groupId":"g","kind":"Option","minimumQuantity":1,"maximumQuantity":10,"unitPrice":100,"differentiation":5,"unit":"Piece"},{"componentId":"t","name":"Touch sensor","groupId":"g","kind":"Option","minimumQuantity":1,"maximumQuantity":10,"unitPrice":80,"differentiation":2}"""),
            ["kam_CheckBundle"] = new
            {
                IsValid = false,
                Violations = """[{"code":"KAM-SOL-024","field":"g","value":"0","text":"Sensors: 0 chosen, at least 1 needed.","wayOut":"Choose more of this group."}]""",
                Price = 1250.5m,
                Differentiation = 4m,
            },
        },
        Empty = new(new Dictionary<string, object> { ["kam_DescribeBundle"] = Bundle("") }, new Dictionary<string, object?>(), "This bundle has no components yet. Add what it consists of."),
        Numbers = ["CHF 1,250.50", "CHF 1’250.50", "CHF 1 250,50", "CHF 1’250.50"],
        TableRows = 3,
    };

    private static object Bundle(string components) => new
    {
        Bundle = $$"""{"bundleId":"b","name":"Smart line","currency":"CHF","isReleased":true,"groups":[{"groupId":"g","name":"Sensors","minimum":1,"maximum":2}],"components":[{{components}}],"rules":[],"materials":[]}""",
    };

    private static ControlSample ScoreExplanation() => new("ScoreExplanation", "account")
    {
        Properties = new Dictionary<string, object?> { ["score"] = new[] { new { id = Samples.ScoreId, name = "2026-03-31", entityType = "kam_valuescore" } } },
        Answers = new Dictionary<string, object> { ["kam_valuescore"] = Samples.Score.Rows["kam_valuescore"], ["kam_scorepart"] = Samples.Score.Lists["kam_scorepart"] },
        Empty = new(new Dictionary<string, object>(), new Dictionary<string, object?> { ["score"] = Array.Empty<object>() }, "There is no score to explain yet."),
        Numbers = ["27.00 of 30.00 points", "27.00 von 30.00 Punkten", "27,00 points sur 30,00", "27.00 punti su 30.00"],
        TableRows = 5,
    };

    private static ControlSample StakeholderMap() => new("StakeholderMap", "account")
    {
        Properties = new Dictionary<string, object?> { ["relationshipScore"] = 41.6m },
        Answers = new Dictionary<string, object> { ["kam_MapStakeholders"] = new { Map = BuyingCentre } },
        Empty = new(
            new Dictionary<string, object> { ["kam_MapStakeholders"] = new { Map = """{"people":[],"relationshipScore":0,"missingRoles":["Buyer"]}""" } }, new Dictionary<string, object?>(),
            "Nobody is on the map of this account yet. Add the people who decide, buy, use and advise."),
        Numbers = ["58 % of all influence", "58 % des ganzen Einflusses", "58 % de toute l’influence", "58 % di tutta l’influenza"],
        TableRows = 4,
    };

    private const string BuyingCentre =
        """
        {"people":[{"stakeholderId":"1","name":"Eva Frei","jobTitle":"CEO","role":"Decider","influence":5,"attitude":2,"relationship":5,"isReached":true},
        {"stakeholderId":"2","name":"Urs Koch","jobTitle":"Head of Purchasing","role":"Buyer","influence":4,"attitude":-1,"relationship":2,"isReached":false,"reportsToId":"1"},
        {"stakeholderId":"3","name":"Pia Zeller","role":"User","influence":2,"attitude":1,"relationship":3,"isReached":true,"reportsToId":"2"},
        {"stakeholderId":"4","name":"Luc Favre","role":"Influencer","influence":1,"relationship":0,"isReached":false,"reportsToId":"1"}],
        "relationshipScore":41.6,"coveragePercent":58.33,"sentimentPercent":50,"missingRoles":["Sponsor"],"singleThreadId":"1"}
        """;

    private static ControlSample ValuePotentialMatrix(int accounts) => new("ValuePotentialMatrix", "kam_portfolio")
    {
        Answers = new Dictionary<string, object> { ["kam_AnalyzePortfolio"] = PortfolioSample.Answer(accounts) },
        Empty = new(new Dictionary<string, object> { ["kam_AnalyzePortfolio"] = PortfolioSample.Answer(0) }, new Dictionary<string, object?>(), "No account of this portfolio has been valued yet."),
        Numbers = ["revenue CHF 2,000,000", "Umsatz CHF 2’000’000", "chiffre d’affaires CHF 2 000 000", "fatturato CHF 2’000’000"],
        TableRows = accounts,
        Large = accounts >= Many ? null : ValuePotentialMatrix(Many),
    };

    private static ControlSample ConcentrationCurve(int accounts) => new("ConcentrationCurve", "kam_portfolio")
    {
        Answers = new Dictionary<string, object> { ["kam_AnalyzePortfolio"] = PortfolioSample.Answer(accounts) },
        Empty = new(new Dictionary<string, object> { ["kam_AnalyzePortfolio"] = PortfolioSample.Answer(0) }, new Dictionary<string, object?>(), "No account of this portfolio has revenue in a valuation yet."),
        Numbers = ["1,284 of 10,000", "1’284 von 10’000", "1 284 sur 10 000", "1’284 di 10’000"],
        TableRows = Math.Min(accounts, 100),
        Large = accounts >= Many ? null : ConcentrationCurve(Many),
    };

    private static ControlSample WhitespaceMatrix(int accounts) => new("WhitespaceMatrix", "kam_segment")
    {
        Answers = new Dictionary<string, object> { ["kam_Whitespace"] = WhitespaceSample.Answer(accounts) },
        Empty = new(new Dictionary<string, object> { ["kam_Whitespace"] = WhitespaceSample.Answer(0) }, new Dictionary<string, object?>(), "There is no account or no product family to show."),
        Numbers = ["CHF 250,000 in the past year", "CHF 250’000 im letzten Jahr", "CHF 250 000 l’an dernier", "CHF 250’000 nell’ultimo anno"],
        TableRows = WhitespaceSample.TableRows(accounts),
        Large = accounts >= Many ? null : WhitespaceMatrix(Many),
    };
}
