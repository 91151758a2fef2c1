using System;

namespace Kam.Plugins.Pricing.Reading;

/// <summary>An order or invoice line as it was sold. Amounts in base currency, without tax.</summary>
/// <param name="LineId">The row.</param>
/// <param name="AccountId">Who bought.</param>
/// <param name="On">The day it counts.</param>
/// <param name="ProductId">What; null when it was written in.</param>
/// <param name="UnitId">In which unit.</param>
/// <param name="FamilyId">The family of the product; null without one.</param>
/// <param name="Quantity">Units; below zero for a return.</param>
/// <param name="PocketPrice">Per unit: what was found when the line was priced, else what it was sold for. Zero where there are no units.</param>
/// <param name="Cost">Of the whole line; null when unknown.</param>
/// <param name="SegmentId">The account's segment today; null without one.</param>
/// <param name="SegmentRank">1 for the highest; null without a segment.</param>
internal sealed record SoldLine(
    Guid LineId,
    Guid AccountId,
    DateTime On,
    Guid? ProductId,
    Guid? UnitId,
    Guid? FamilyId,
    decimal Quantity,
    decimal PocketPrice,
    decimal? Cost,
    Guid? SegmentId,
    int? SegmentRank);
