using System;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>Log-likelihood of the shifted beta-geometric model, parameters α, β, with analytic gradient and Hessian.</summary>
internal sealed class ShiftedBetaGeometricLikelihood : LogLikelihood
{
    private readonly ContractBase contracts;

    public ShiftedBetaGeometricLikelihood(ContractBase contracts) => this.contracts = contracts;

    /// <inheritdoc/>
    public override int Dimension => 2;

    /// <inheritdoc/>
    public override double Evaluate(double[] parameters, double[] gradient, double[,] hessian)
    {
        double alpha = parameters[0], beta = parameters[1];
        Array.Clear(gradient, 0, 2);
        Array.Clear(hessian, 0, 4);

        // ln S(t) and its derivatives, one period after the other.
        double survived = 0, survivedA = 0, survivedB = 0, survivedAA = 0, survivedBB = 0, total = 0;
        for (var t = 0; t <= contracts.LongestDuration; t++)
        {
            int running = contracts.RunningAfter(t), ended = contracts.EndedIn(t + 1);
            var both = 1 / (alpha + beta + t);
            var b1 = 1 / (beta + t);
            var survivors = running + ended;
            total += survivors * survived;
            gradient[0] += survivors * survivedA;
            gradient[1] += survivors * survivedB;
            hessian[0, 0] += survivors * survivedAA;
            hessian[0, 1] += survivors * survivedAA;
            hessian[1, 1] += survivors * survivedBB;

            // Those that end in period t + 1 survived t periods and then meet the chance α/(α+β+t).
            total += ended * Math.Log(alpha * both);
            gradient[0] += ended * (1 / alpha - both);
            gradient[1] -= ended * both;
            hessian[0, 0] += ended * (both * both - 1 / (alpha * alpha));
            hessian[0, 1] += ended * both * both;
            hessian[1, 1] += ended * both * both;

            survived -= GammaFunction.LogOnePlus(alpha * b1);
            survivedA -= both;
            survivedB += b1 - both;
            survivedAA += both * both;
            survivedBB += both * both - b1 * b1;
        }

        hessian[1, 0] = hessian[0, 1];
        return total;
    }
}
