using System;

namespace Kam.Rules.ValueInsights;

/// <summary>An account and its parent account.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="ParentId">Its parent; null at the top.</param>
public sealed record ParentLink(Guid AccountId, Guid? ParentId);
