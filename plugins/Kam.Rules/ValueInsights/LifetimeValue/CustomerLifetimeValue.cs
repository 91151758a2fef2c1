using System;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>
/// What a customer's future orders or contract periods are worth today: expected number in each period of the horizon times value of one, less
/// cost to serve while the customer is alive, discounted to today at the end of each period.
/// </summary>
/// <remarks>
/// The band says how well the expectation is known: it comes from the uncertainty of the fitted parameters and of the value per order
/// (delta method, so the same input always gives the same band), not from the luck of single orders. It never reaches below the
/// worst that can be expected: no order at all and full cost to serve. Amounts are not rounded. Can be made from a usable fit only.
/// Source of the sum: Fader, Hardie and Lee 2005, “RFM and CLV”; as in the lifetimes package.
/// </remarks>
/// <model stage="1 Value Insights">Erkenntnisse über den Wert der Kunden</model>
public sealed class CustomerLifetimeValue
{
    // Slope by central difference in the logarithm of a parameter: error about h², rounding about 1e-16/h.
    private const double SlopeStep = 1e-4;

    private readonly string textKey;
    private readonly ExpectedValue each;
    private readonly ValuationTerms terms;

    private CustomerLifetimeValue(string textKey, Flow flow, ValuationTerms terms, ExpectedValue perOrder, double variance)
    {
        this.textKey = textKey;
        this.terms = terms;
        each = perOrder;
        Value = (decimal)flow.Worth(perOrder, terms);
        ExpectedOrders = flow.Orders;
        ProbabilityAlive = flow.Alive;
        Cost = (decimal)((double)terms.CostToServe * flow.DiscountedAlive);
        var reach = (decimal)(terms.BandHalfWidth * Math.Sqrt(Math.Max(0, variance)));
        High = Value + reach;
        Low = Value - reach;
        if (perOrder.Amount < 0) return;
        var worst = -(decimal)((double)terms.CostToServe * flow.DiscountedPeriods);
        Low = Math.Max(Low, Math.Min(worst, Value));
    }

    /// <summary>In the currency of the value per order.</summary>
    public decimal Value { get; }

    /// <summary>Lower end of the band.</summary>
    public decimal Low { get; }

    /// <summary>Upper end of the band.</summary>
    public decimal High { get; }

    /// <summary>Orders, or contract periods, expected over the horizon, not discounted.</summary>
    public double ExpectedOrders { get; }

    /// <summary>The probability that the customer is alive today; 1 for a running contract.</summary>
    public double ProbabilityAlive { get; }

    /// <summary>Cost to serve contained in the value, discounted.</summary>
    public decimal Cost { get; }

    /// <summary>Values a customer who orders when they like.</summary>
    /// <param name="model">From a usable fit.</param>
    /// <param name="history">In the unit of time the model was fitted in.</param>
    /// <param name="valuePerOrder">Margin per order: from a Gamma-Gamma model, or the account's own.</param>
    /// <param name="terms">Horizon, discount, cost, band.</param>
    public static CustomerLifetimeValue OfOrders(RepeatPurchaseModel model, PurchaseHistory history, ExpectedValue valuePerOrder, ValuationTerms terms)
    {
        var flow = OrderFlow(model, history, terms);
        var variance = Square(flow.DiscountedOrders * valuePerOrder.StandardError);
        if (model.LogCovariance() is { } covariance)
        {
            variance += VarianceOf(covariance, parameters => OrderFlow(
                new RepeatPurchaseModel(
                    model.Family, model.R * parameters[0], model.Alpha * parameters[1], model.A * parameters[2], model.B * parameters[3]),
                history,
                terms).Worth(valuePerOrder, terms));
        }

        return new CustomerLifetimeValue("valueInsights.lifetimeValueOfOrders", flow, terms, valuePerOrder, variance);
    }

    /// <summary>Values a customer under contract.</summary>
    /// <param name="model">From a usable fit, its periods those of the terms.</param>
    /// <param name="renewals">Renewals the running contract has survived.</param>
    /// <param name="valuePerPeriod">Margin of one further contract period.</param>
    /// <param name="terms">Horizon, discount, cost, band; the length of a period is that of the model.</param>
    public static CustomerLifetimeValue OfContract(ShiftedBetaGeometricModel model, int renewals, ExpectedValue valuePerPeriod, ValuationTerms terms)
    {
        var flow = ContractFlow(model, renewals, terms);
        var variance = Square(flow.DiscountedOrders * valuePerPeriod.StandardError);
        if (model.LogCovariance() is { } covariance)
        {
            variance += VarianceOf(covariance, parameters => ContractFlow(
                new ShiftedBetaGeometricModel(model.Alpha * parameters[0], model.Beta * parameters[1]), renewals, terms).Worth(valuePerPeriod, terms));
        }

        return new CustomerLifetimeValue("valueInsights.lifetimeValueOfContract", flow, terms, valuePerPeriod, variance);
    }

    /// <summary>The value in words, with what it is made of. Amounts are rounded to two decimals for reading.</summary>
    /// <param name="currencyCode">ISO code of the currency of the value per order.</param>
    public Sentence Explain(string currencyCode) => Sentence.Of(
        textKey,
        Argument.Money(Decimals.Two(Value), currencyCode),
        Figure.Two(ExpectedOrders),
        Figure.Whole(terms.Periods),
        Argument.Money(Decimals.Two((decimal)each.Amount), currencyCode),
        Argument.Money(Decimals.Two(Cost), currencyCode),
        Figure.Percent(ProbabilityAlive),
        Argument.Percent(terms.BandPercent),
        Argument.Money(Decimals.Two(Low), currencyCode),
        Argument.Money(Decimals.Two(High), currencyCode));

    private static Flow OrderFlow(RepeatPurchaseModel model, PurchaseHistory history, ValuationTerms terms)
    {
        var before = model.Outlook(history, 0);
        var flow = new Flow(before.ProbabilityAlive);
        for (var period = 1; period <= terms.Periods; period++)
        {
            var after = model.Outlook(history, period * terms.TimePerPeriod);
            flow.Add(after.ExpectedPurchases - before.ExpectedPurchases, before.ProbabilityAlive, terms.DiscountRate);
            before = after;
        }

        return flow;
    }

    private static Flow ContractFlow(ShiftedBetaGeometricModel model, int renewals, ValuationTerms terms)
    {
        if (renewals < 0) throw new ArgumentException("Renewals cannot be negative.", nameof(renewals));
        var alive = 1.0;
        var flow = new Flow(alive);
        for (var period = 1; period <= terms.Periods; period++)
        {
            var before = alive;
            alive *= model.Retention(renewals + period);
            flow.Add(alive, before, terms.DiscountRate);
        }

        return flow;
    }

    /// <param name="covariance">Of the logarithms of the parameters.</param>
    /// <param name="worth">The value when each parameter is multiplied by a factor.</param>
    private static double VarianceOf(double[,] covariance, Func<double[], double> worth)
    {
        var slopes = new double[covariance.GetLength(0)];
        var factors = new double[slopes.Length];
        for (var i = 0; i < factors.Length; i++) factors[i] = 1;
        for (var i = 0; i < factors.Length; i++)
        {
            factors[i] = Math.Exp(SlopeStep);
            var up = worth(factors);
            factors[i] = Math.Exp(-SlopeStep);
            slopes[i] = (up - worth(factors)) / (2 * SlopeStep);
            factors[i] = 1;
        }

        return Delta.Variance(slopes, covariance);
    }

    private static double Square(double value) => value * value;

    /// <summary>Sums over the periods of the horizon.</summary>
    private sealed class Flow
    {
        private double discount = 1;

        public Flow(double alive) => Alive = alive;

        public double Alive { get; }

        public double Orders { get; private set; }

        public double DiscountedOrders { get; private set; }

        public double DiscountedAlive { get; private set; }

        public double DiscountedPeriods { get; private set; }

        public void Add(double orders, double aliveAtStart, double discountRate)
        {
            discount /= 1 + discountRate;
            Orders += orders;
            DiscountedOrders += orders * discount;
            DiscountedAlive += aliveAtStart * discount;
            DiscountedPeriods += discount;
        }

        public double Worth(ExpectedValue perOrder, ValuationTerms terms) => perOrder.Amount * DiscountedOrders - (double)terms.CostToServe * DiscountedAlive;
    }
}
