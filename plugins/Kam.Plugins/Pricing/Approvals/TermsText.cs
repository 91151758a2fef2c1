using System;
using System.Runtime.Serialization;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>Approved terms as they are stored: every figure with all its decimals, which columns for people round.</summary>
[DataContract]
internal sealed class TermsText
{
    [DataMember(Order = 1)] public Guid Line { get; set; }
    [DataMember(Order = 2)] public Guid Document { get; set; }
    [DataMember(Order = 3, EmitDefaultValue = false)] public Guid? Customer { get; set; }
    [DataMember(Order = 4, EmitDefaultValue = false)] public Guid? Product { get; set; }
    [DataMember(Order = 5)] public string Description { get; set; } = "";
    [DataMember(Order = 6, EmitDefaultValue = false)] public Guid? Unit { get; set; }
    [DataMember(Order = 7)] public decimal Quantity { get; set; }
    [DataMember(Order = 8)] public decimal Price { get; set; }
    [DataMember(Order = 9)] public decimal Discount { get; set; }
    [DataMember(Order = 10)] public Guid Currency { get; set; }
    [DataMember(Order = 11, EmitDefaultValue = false)] public Guid? PriceList { get; set; }

    public static string Write(ApprovedTerms terms) => Json.Write(new TermsText
    {
        Line = terms.LineId,
        Document = terms.DocumentId,
        Customer = terms.CustomerId,
        Product = terms.ProductId,
        Description = terms.ProductDescription,
        Unit = terms.UnitId,
        Quantity = terms.Quantity,
        Price = terms.PricePerUnit,
        Discount = terms.Discount,
        Currency = terms.CurrencyId,
        PriceList = terms.PriceListId,
    });

    public static ApprovedTerms Read(string text)
    {
        var stored = Json.Read<TermsText>(text);
        return new ApprovedTerms(stored.Line, stored.Document, stored.Customer, stored.Product, stored.Description, stored.Unit, stored.Quantity, stored.Price, stored.Discount, stored.Currency, stored.PriceList);
    }
}
