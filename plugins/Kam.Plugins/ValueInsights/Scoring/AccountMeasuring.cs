using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.ValueInsights.Reading;
using Kam.Rules.ValueInsights;
using Kam.Rules.ValueInsights.LifetimeValue;
using Kam.Rules.Vocabulary;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>Turns what was read about accounts into what is scored: adds the lifetime value, and draws groups together.</summary>
internal sealed class AccountMeasuring
{
    // A customer who once ordered every day of a week is not late after two days: gaps count as a week at least.
    private static readonly OrderRhythmSettings Rhythm = new(watchMultiple: 1.5, atRiskMultiple: 3, shortestGap: 7);

    private readonly ModelInUse model;
    private readonly MeasureBasis basis;
    private readonly FittedModels fitted;

    public AccountMeasuring(ModelInUse model, MeasureBasis basis, FittedModels fitted)
    {
        this.model = model;
        this.basis = basis;
        this.fitted = fitted;
    }

    /// <summary>One account with its lifetime value.</summary>
    public MeasuredAccount Of(AccountReading reading)
    {
        var value = AccountLifetimeValue.Of(reading.Business(basis), fitted, Rhythm, model.HorizonMonths, model.DiscountRatePercent, model.BandPercent);
        return new MeasuredAccount(reading.AccountId, reading.ParentId, reading.Owner, reading.Figures with { LifetimeValue = Tally.Of(value.Value) })
        {
            ExchangeRate = reading.ExchangeRate,
            LifetimeValue = new LifetimeValueFigures
            {
                Method = value.Method,
                Value = value.Value,
                Low = value.Low,
                High = value.High,
                ProbabilityAlive = Four(value.ProbabilityAlive),
                ExpectedOrders = Four(value.ExpectedOrders),
                Risk = value.Risk,
                Sentences = ExplanationJson.Write(new Explanation([.. value.Sentences()])),
            },
        };
    }

    /// <summary>A group as its head's measures: figures and lifetime values of the members added up. Sums have no band and no single method.</summary>
    public static MeasuredAccount OfGroup(AccountGroup group, IReadOnlyDictionary<Guid, MeasuredAccount> accounts)
    {
        var members = group.Members.Where(accounts.ContainsKey).Select(id => accounts[id]).ToList();
        var head = accounts[group.Head(id => accounts.TryGetValue(id, out var member) ? member.ParentId : null)];
        var figures = group.Sum(members.ToDictionary(m => m.AccountId, m => m.Figures));
        return new MeasuredAccount(head.AccountId, null, head.Owner, figures)
        {
            LifetimeValue = new LifetimeValueFigures
            {
                Method = figures.LifetimeValue.Count == 0 ? LifetimeValueMethod.NotStated : head.LifetimeValue.Method,
                Value = figures.LifetimeValue.Total,
                ExpectedOrders = members.Sum(m => m.LifetimeValue.ExpectedOrders),
                // A group is as much at risk as its least endangered member: while one plant buys, the group buys.
                Risk = members.Min(m => m.LifetimeValue.Risk),
            },
        };
    }

    private static decimal? Four(double? value) => value is { } known ? Math.Round((decimal)known, 4) : null;
}
