using System.Collections.Generic;
using System.Linq;

namespace Kam.WebResources.Tests;

/// <summary>A proposition to a customer and a scored account, as the server would describe them.</summary>
internal static class Samples
{
    public const string PropositionId = "3f0c6a0e-58c4-4a53-9f5e-0d5c3b3b8f01";
    public const string AccountId = "7b6f4f37-6a1e-4c57-8d0a-3f4f0b6d2a02";
    public const string ScoreId = "c0a8e9d5-1f3b-4b7e-a8a4-5f2d9f0c7b03";

    /// <summary>An offer whose price shares the extra value; one of its lines is unproven.</summary>
    public static Answers Proposition { get; } = new() { Rows = new Dictionary<string, object> { ["kam_valueproposition"] = PropositionRow() }, Sheet = Sheet(seesCost: true, price: 236000m) };

    /// <summary>The same offer for a reader who may not see cost, and without a price.</summary>
    public static Answers PropositionWithoutCostOrPrice { get; } = Proposition with { Sheet = Sheet(seesCost: false, price: null) };

    /// <summary>The score of an account that rose, with one value missing.</summary>
    public static Answers Score { get; } = new()
    {
        Rows = new Dictionary<string, object>
        {
            ["account"] = new { _kam_currentscoreid_value = ScoreId },
            ["kam_valuescore"] = new { kam_score = 72.5m, kam_band = 781340001, kam_asof = "2026-03-31", kam_explanationdata = Repository.Script(Explanation()) },
        },
        Lists = new Dictionary<string, object> { ["kam_scorepart"] = Parts() },
    };

    private static Dictionary<string, object> PropositionRow() => new()
    {
        ["kam_name"] = "Predictive maintenance for line 4",
        ["kam_offer"] = "Sensors, analytics and a service contract over three years",
        ["_kam_accountid_value@OData.Community.Display.V1.FormattedValue"] = "Aarewerk Präzision AG",
    };

    private static object Sheet(bool seesCost, decimal? price) => new
    {
        currency = "CHF",
        baseCurrency = "CHF",
        worthToUs = new
        {
            score = 72.5m,
            band = "High",
            revenue = 1284300m,
            margin = seesCost ? 398120m : (decimal?)null,
            lifetimeValue = seesCost ? new { value = 1630000m, low = 1105000m, high = 2210000m } : null,
            seesCost,
        },
        worthToThem = new
        {
            reference = 190000m,
            positive = 96000m,
            negative = 14000m,
            differentiation = 82000m,
            total = 272000m,
            unproven = 26000m,
            lines = new[]
            {
                Line("Fewer unplanned stops", "Positive", 52000m, "Downtime log 2025: 41 hours, of which 26 foreseeable"),
                Line("Scrap after restarts", "Positive", 26000m, null),
                Line("Spare parts on stock", "Positive", 18000m, "Inventory list, January 2026"),
                Line("Training of two shifts", "Negative", 14000m, "Quote of the training centre"),
            },
        },
        charged = new { price, surplus = 272000m - price, capturedPercent = price is null ? (decimal?)null : 56.10m },
        sentences = new
        {
            toUs = new[]
            {
                Say("sheetScore", Number("72.50"), Key("bandHigh")),
                Say("sheetRevenue", Money("1284300.00")),
                seesCost ? Say("sheetMargin", Money("398120.00")) : null,
            }.OfType<object>(),
            toThem = new[] { Say("sheetReference", Money("190000.00")), Say("sheetEconomicValue", Money("272000.00")), Say("sheetUnproven", Money("26000.00")) },
            charged = price is null
                ? [Say("priceMissing")]
                : new[] { Say("sheetPrice", Money("236000.00")), Say("sheetSurplus", Money("36000.00")), Say("sheetCaptured", Percent("56.10")) },
        },
    };

    private static object[] Explanation() =>
    [
        Say("scoreIs", Number("72.50"), Key("bandHigh")),
        Say("strongestPart", Text("Revenue"), Money("1284300.00"), Number("27.00"), Number("30.00")),
        Say("strongestPart", Text("Contribution margin"), Key("confidential"), Number("20.50"), Number("25.00")),
        Say("weakestPart", Text("Net promoter score"), Number("12"), Number("4.00"), Number("10.00")),
        Say("weakestPart", Text("Revenue growth"), Percent("3.40"), Number("9.00"), Number("20.00")),
        Say("scoreRose", Date("2025-12-31"), Number("6.25"), Number("66.25"), Number("72.50")),
        Say("partRose", Text("Revenue"), Money("1120000.00"), Money("1284300.00"), Number("4.75")),
        Say("partTakenFromMedian", Text("Share of wallet"), Percent("38.00")),
        Say("walletUnknown"),
        Say("calculatedWith", Text("Default 1"), Date("2025-04-01"), Date("2026-03-31")),
    ];

    private static object[] Parts() =>
    [
        Part("Revenue growth", 9.00m, 20m, 45.00m),
        Part("Revenue", 27.00m, 30m, 90.00m),
        Part("Share of wallet", 12.00m, 15m, 80.00m, "Portfolio median"),
        Part("Contribution margin", 20.50m, 25m, 82.00m),
        Part("Net promoter score", 4.00m, 10m, 40.00m),
    ];

    private static Dictionary<string, object?> Part(string name, decimal contribution, decimal weight, decimal points, string? policy = null) => new()
    {
        ["kam_name"] = name,
        ["kam_contribution"] = contribution,
        ["kam_weightpercent"] = weight,
        ["kam_curvepoints"] = points,
        ["kam_appliedpolicy@OData.Community.Display.V1.FormattedValue"] = policy,
    };

    private static object Line(string name, string direction, decimal amount, string? evidence) => new { name, direction, amount, evidence };

    private static object Say(string key, params object[] arguments) => new { key = "valueInsights." + key, arguments };

    private static object Number(string value) => new { kind = "Number", value };

    private static object Percent(string value) => new { kind = "Percent", value };

    private static object Money(string value) => new { kind = "Money", value, currency = "CHF" };

    private static object Date(string value) => new { kind = "Date", value };

    private static object Text(string value) => new { kind = "Text", value };

    private static object Key(string value) => new { kind = "TextKey", value = "valueInsights." + value };
}
