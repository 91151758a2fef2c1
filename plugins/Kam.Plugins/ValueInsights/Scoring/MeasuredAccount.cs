using System;
using Kam.Rules.ValueInsights;
using Kam.Rules.ValueInsights.LifetimeValue;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>An account, or the group it stands for, measured and ready to be scored.</summary>
internal sealed record MeasuredAccount(Guid AccountId, Guid? ParentId, EntityReference? Owner, AccountFigures Figures)
{
    /// <summary>Its lifetime value; for a group the sum over its members.</summary>
    public LifetimeValueFigures LifetimeValue { get; init; } = LifetimeValueFigures.None;

    /// <summary>What one unit of base currency is in the account's own currency.</summary>
    public decimal ExchangeRate { get; init; } = 1m;
}

/// <summary>What a snapshot keeps of a lifetime value. Amounts in base currency.</summary>
internal sealed record LifetimeValueFigures
{
    public static LifetimeValueFigures None { get; } = new();

    public LifetimeValueMethod Method { get; init; } = LifetimeValueMethod.NotStated;
    public decimal? Value { get; init; }
    public decimal? Low { get; init; }
    public decimal? High { get; init; }
    public decimal? ProbabilityAlive { get; init; }
    public decimal? ExpectedOrders { get; init; }
    public ChurnRisk Risk { get; init; } = ChurnRisk.None;
    /// <summary>Method and churn flag in sentences, as JSON of the explanation.</summary>
    public string Sentences { get; init; } = "[]";
}
