using System;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>
/// Log-likelihood of BG/NBD and MBG/NBD over a customer base, with analytic gradient and Hessian.
/// </summary>
/// <remarks>
/// Parameters r, α, a, b. With m = chances to drop out so far (x in BG/NBD, x + 1 in MBG/NBD) a customer contributes
/// ln[Γ(r+x)/Γ(r)] + r ln α − (r+x) ln(α+T) + ln[B(a,b+m)/B(a,b)] − ln P(alive), which neither over- nor underflows
/// (the cure of Hardie's note 027 for the “#NUM!” of the textbook form). Every gamma function meets as a ratio over a whole
/// number of steps, so plain sums over those steps replace it and stay exact even where r, a or b run away.
/// Times are divided by the mean age, so that the search does not depend on the unit.
/// </remarks>
internal sealed class RepeatPurchaseLikelihood : LogLikelihood
{
    private readonly int extraChance;
    private readonly int[] repeats;
    private readonly int[] customers;
    private readonly double[] recency;
    private readonly double[] age;
    private readonly double unitShift;

    public RepeatPurchaseLikelihood(CustomerBase customerBase, RepeatPurchaseFamily family)
    {
        extraChance = family == RepeatPurchaseFamily.MbgNbd ? 1 : 0;
        TimeScale = customerBase.TotalAge / customerBase.CustomerCount;
        repeats = new int[customerBase.GroupCount];
        customers = new int[customerBase.GroupCount];
        recency = new double[customerBase.GroupCount];
        age = new double[customerBase.GroupCount];
        var i = 0;
        foreach (var group in customerBase.Groups)
        {
            repeats[i] = group.History.RepeatPurchases;
            customers[i] = group.Customers;
            recency[i] = group.History.Recency / TimeScale;
            age[i] = group.History.Age / TimeScale;
            i++;
        }

        // A density per unit of time and repeat purchase changes with the unit.
        unitShift = -customerBase.RepeatPurchases * Math.Log(TimeScale);
    }

    /// <summary>Length of the search's unit of time in the caller's unit: α of the search times this is α of the model.</summary>
    public double TimeScale { get; }

    /// <inheritdoc/>
    public override int Dimension => 4;

    /// <inheritdoc/>
    public override double Evaluate(double[] parameters, double[] gradient, double[,] hessian)
    {
        double r = parameters[0], alpha = parameters[1], a = parameters[2], b = parameters[3];
        Array.Clear(gradient, 0, 4);
        Array.Clear(hessian, 0, 16);

        var total = 0.0;
        var steps = 0;
        var chances = 0;
        // Σ over purchases of ln(r+j), 1/(r+j), 1/(r+j)²; Σ over chances of the same for the dropout part.
        double rise = 0, rise1 = 0, rise2 = 0;
        double stay = 0, stayA = 0, stayB = 0, stayAA = 0, stayBB = 0;

        for (var i = 0; i < repeats.Length; i++)
        {
            var x = repeats[i];
            for (; steps < x; steps++)
            {
                var w = 1 / (r + steps);
                rise += Math.Log(r + steps);
                rise1 += w;
                rise2 -= w * w;
            }

            for (; chances < x + extraChance; chances++)
            {
                var both = 1 / (a + b + chances);
                var b1 = 1 / (b + chances);
                stay -= GammaFunction.LogOnePlus(a * b1);
                stayA -= both;
                stayB += b1 - both;
                stayAA += both * both;
                stayBB += both * both - b1 * b1;
            }

            var n = customers[i];
            var ageWeight = 1 / (alpha + age[i]);
            var log = rise - r * GammaFunction.LogOnePlus(age[i] / alpha) - x * Math.Log(alpha + age[i]) + stay;
            var gR = rise1 - GammaFunction.LogOnePlus(age[i] / alpha);
            var gAlpha = (r * age[i] / alpha - x) * ageWeight;
            var gA = stayA;
            var gB = stayB;
            var hRR = rise2;
            var hRAlpha = age[i] / alpha * ageWeight;
            var hAlphaAlpha = -r / (alpha * alpha) + (r + x) * ageWeight * ageWeight;
            var hAA = stayAA;
            var hAB = stayAA;
            var hBB = stayBB;
            double hRA = 0, hRB = 0, hAlphaA = 0, hAlphaB = 0;

            if (chances > 0)
            {
                // q = log-odds of having dropped out right after the last purchase.
                var recencyWeight = 1 / (alpha + recency[i]);
                var quiet = GammaFunction.LogOnePlus((age[i] - recency[i]) * recencyWeight);
                var last = 1 / (b + chances - 1);
                var q = Math.Log(a * last) + (r + x) * quiet;
                log += GammaFunction.LogOnePlusExp(q);
                var gone = q > 0 ? 1 / (1 + Math.Exp(-q)) : Math.Exp(q) / (1 + Math.Exp(q));
                var bend = gone * (1 - gone);
                var qAlpha = (r + x) * (ageWeight - recencyWeight);
                var qA = 1 / a;
                gR += gone * quiet;
                gAlpha += gone * qAlpha;
                gA += gone * qA;
                gB -= gone * last;
                hRR += bend * quiet * quiet;
                hRAlpha += bend * quiet * qAlpha + gone * (ageWeight - recencyWeight);
                hRA = bend * quiet * qA;
                hRB = -bend * quiet * last;
                hAlphaAlpha += bend * qAlpha * qAlpha + gone * (r + x) * (recencyWeight * recencyWeight - ageWeight * ageWeight);
                hAlphaA = bend * qAlpha * qA;
                hAlphaB = -bend * qAlpha * last;
                hAA += (bend - gone) * qA * qA;
                hAB -= bend * qA * last;
                hBB += (bend + gone) * last * last;
            }

            total += n * log;
            gradient[0] += n * gR;
            gradient[1] += n * gAlpha;
            gradient[2] += n * gA;
            gradient[3] += n * gB;
            hessian[0, 0] += n * hRR;
            hessian[0, 1] += n * hRAlpha;
            hessian[0, 2] += n * hRA;
            hessian[0, 3] += n * hRB;
            hessian[1, 1] += n * hAlphaAlpha;
            hessian[1, 2] += n * hAlphaA;
            hessian[1, 3] += n * hAlphaB;
            hessian[2, 2] += n * hAA;
            hessian[2, 3] += n * hAB;
            hessian[3, 3] += n * hBB;
        }

        for (var row = 1; row < 4; row++)
        {
            for (var column = 0; column < row; column++) hessian[row, column] = hessian[column, row];
        }

        return total + unitShift;
    }
}
