using System;
using System.Collections.Generic;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>Bounds of one segment for the line's family, as stored.</summary>
/// <param name="SegmentId">Whose.</param>
/// <param name="CurrencyId">In which currency the bounds were entered.</param>
/// <param name="Entered">In that currency.</param>
/// <param name="Base">In base currency.</param>
internal sealed record StoredCorridor(Guid SegmentId, Guid? CurrencyId, PriceCorridor Entered, PriceCorridor Base);

/// <summary>A price model by reference.</summary>
/// <param name="Id">The row.</param>
/// <param name="Version">Changes with everything that belongs to it; empty when it was never told.</param>
/// <param name="CapPercent">All conditions together, of the list price.</param>
/// <param name="Rounding">How amounts are paid.</param>
internal sealed record PriceModelFacts(Guid Id, string Version, decimal? CapPercent, Rounding Rounding);

/// <summary>What Dataverse knows around one line at this moment, read with one request.</summary>
internal sealed record OfferFacts
{
    /// <summary>The customer; null when it is a person.</summary>
    public Guid? AccountId { get; init; }

    public Guid? SegmentId { get; init; }
    public string Segment { get; init; } = "";
    public decimal? MaximumDiscountPercent { get; init; }
    public PriceModelFacts? Model { get; init; }
    public IReadOnlyDictionary<ConditionKind, decimal> Measured { get; init; } = new Dictionary<ConditionKind, decimal>();

    public Guid? CurrencyId { get; init; }
    public Currency? Currency { get; init; }

    /// <summary>Units of the document's currency for one of the base currency.</summary>
    public decimal Rate { get; init; } = 1m;

    /// <summary>The worst of the document's lines, as stored.</summary>
    public PriceStatus? DocumentStatus { get; init; }

    /// <summary>Status of the agreement whose line it is, by its option; null for other documents.</summary>
    public int? AgreementStatus { get; init; }

    public bool IsPriceLocked { get; init; }

    /// <summary>Whether a manual discount is meant for each unit: a setting of the organisation.</summary>
    public bool IsDiscountPerUnit { get; init; }

    public decimal DocumentDiscount { get; init; }
    public decimal DocumentDiscountPercent { get; init; }

    /// <summary>All lines of the document after their own discounts, as they were before this change.</summary>
    public decimal DocumentAmount { get; init; }

    public Guid? FamilyId { get; init; }
    public Guid? ProductUnitId { get; init; }
    public Guid? UnitGroupId { get; init; }

    /// <summary>Per unit of the product, base currency.</summary>
    public decimal? StandardCost { get; init; }

    public Guid? PriceListItemId { get; init; }
    public decimal? ListPrice { get; init; }

    /// <summary>Off each unit by the price list's discount list.</summary>
    public decimal VolumeDiscount { get; init; }

    public Guid? VolumeDiscountId { get; init; }

    public IReadOnlyList<StoredCorridor> Corridors { get; init; } = [];
    public IReadOnlyList<ApprovalLevel> Levels { get; init; } = [];
}
