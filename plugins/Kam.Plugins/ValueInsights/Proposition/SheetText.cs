using System.Linq;
using System.Runtime.Serialization;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Rules.Vocabulary;

namespace Kam.Plugins.ValueInsights.Proposition;

/// <summary>The two-sided sheet as JSON; <c>webresources/src/valueInsights/valueSheet.ts</c> has the same shape as a type. Sentences are as <see cref="ExplanationJson"/> writes them.</summary>
public static class SheetText
{
    internal static string Write(TwoSidedSheet sheet, string baseCurrency, string offerCurrency, bool seesCost)
    {
        var figures = Json.Write(new Sheet
        {
            Currency = offerCurrency,
            BaseCurrency = baseCurrency,
            ToUs = new WorthToUs
            {
                Score = sheet.WorthToUs.Score,
                Band = sheet.WorthToUs.Band?.ToString(),
                Revenue = sheet.WorthToUs.Revenue,
                Margin = sheet.WorthToUs.Margin,
                SeesCost = seesCost,
                Lifetime = sheet.WorthToUs.LifetimeValue is { } band ? new Lifetime { Value = band.Value, Low = band.Low, High = band.High } : null,
            },
            ToThem = new WorthToThem
            {
                Reference = sheet.WorthToThem.Reference,
                Positive = sheet.WorthToThem.Positive,
                Negative = sheet.WorthToThem.Negative,
                Differentiation = sheet.WorthToThem.Differentiation,
                Total = sheet.WorthToThem.Total,
                Unproven = sheet.WorthToThem.Unproven,
                Lines = sheet.WorthToThem.Differences.Select(d => new Line { Name = d.Name, Direction = d.Direction.ToString(), Amount = d.Amount, Evidence = d.IsProven ? d.Evidence : null }).ToArray(),
            },
            Charge = new Charged { Price = sheet.WorthToThem.Price, Surplus = sheet.WorthToThem.CustomerSurplus, CapturedPercent = sheet.WorthToThem.CapturedPercent },
        });
        var sentences = $"\"sentences\":{{\"toUs\":{ExplanationJson.Write(sheet.ToUs)},\"toThem\":{ExplanationJson.Write(sheet.ToThem)},\"charged\":{ExplanationJson.Write(sheet.Charged)}}}";
        return figures.Substring(0, figures.Length - 1) + "," + sentences + "}";
    }

    /// <summary>The whole sheet. These types are public because serialisers in partial trust see public members only.</summary>
    [DataContract]
    public sealed class Sheet
    {
        [DataMember(Name = "currency", Order = 0)] public string? Currency { get; set; }
        [DataMember(Name = "baseCurrency", Order = 1)] public string? BaseCurrency { get; set; }
        [DataMember(Name = "worthToUs", Order = 2)] public WorthToUs? ToUs { get; set; }
        [DataMember(Name = "worthToThem", Order = 3)] public WorthToThem? ToThem { get; set; }
        [DataMember(Name = "charged", Order = 4)] public Charged? Charge { get; set; }
    }

    /// <summary>Left side.</summary>
    [DataContract]
    public sealed class WorthToUs
    {
        [DataMember(Name = "score", Order = 0)] public decimal? Score { get; set; }
        [DataMember(Name = "band", Order = 1)] public string? Band { get; set; }
        [DataMember(Name = "revenue", Order = 2)] public decimal? Revenue { get; set; }
        [DataMember(Name = "margin", Order = 3)] public decimal? Margin { get; set; }
        [DataMember(Name = "lifetimeValue", Order = 4)] public Lifetime? Lifetime { get; set; }
        [DataMember(Name = "seesCost", Order = 5)] public bool SeesCost { get; set; }
    }

    /// <summary>Lifetime value with its band.</summary>
    [DataContract]
    public sealed class Lifetime
    {
        [DataMember(Name = "value", Order = 0)] public decimal Value { get; set; }
        [DataMember(Name = "low", Order = 1)] public decimal Low { get; set; }
        [DataMember(Name = "high", Order = 2)] public decimal High { get; set; }
    }

    /// <summary>Right side.</summary>
    [DataContract]
    public sealed class WorthToThem
    {
        [DataMember(Name = "reference", Order = 0)] public decimal Reference { get; set; }
        [DataMember(Name = "positive", Order = 1)] public decimal Positive { get; set; }
        [DataMember(Name = "negative", Order = 2)] public decimal Negative { get; set; }
        [DataMember(Name = "differentiation", Order = 3)] public decimal Differentiation { get; set; }
        [DataMember(Name = "total", Order = 4)] public decimal Total { get; set; }
        [DataMember(Name = "unproven", Order = 5)] public decimal Unproven { get; set; }
        [DataMember(Name = "lines", Order = 6)] public Line[]? Lines { get; set; }
    }

    /// <summary>One difference from the alternative.</summary>
    [DataContract]
    public sealed class Line
    {
        [DataMember(Name = "name", Order = 0)] public string? Name { get; set; }
        [DataMember(Name = "direction", Order = 1)] public string? Direction { get; set; }
        [DataMember(Name = "amount", Order = 2)] public decimal Amount { get; set; }
        [DataMember(Name = "evidence", Order = 3)] public string? Evidence { get; set; }
    }

    /// <summary>Price, surplus and share.</summary>
    [DataContract]
    public sealed class Charged
    {
        [DataMember(Name = "price", Order = 0)] public decimal? Price { get; set; }
        [DataMember(Name = "surplus", Order = 1)] public decimal? Surplus { get; set; }
        [DataMember(Name = "capturedPercent", Order = 2)] public decimal? CapturedPercent { get; set; }
    }
}
