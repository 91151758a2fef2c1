using System;
using Kam.Rules.ValueInsights.LifetimeValue;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights.LifetimeValue;

/// <summary>Holds analytic gradients and Hessians against differences.</summary>
internal static class Derivatives
{
    public static void AssertMatch(LogLikelihood likelihood, double[] at)
    {
        var size = likelihood.Dimension;
        var gradient = new double[size];
        var hessian = new double[size, size];
        likelihood.Evaluate(at, gradient, hessian);
        for (var i = 0; i < size; i++)
        {
            var step = 1e-5 * at[i];
            var (up, upGradient) = Shifted(likelihood, at, i, step);
            var (down, downGradient) = Shifted(likelihood, at, i, -step);
            AssertClose((up - down) / (2 * step), gradient[i], $"slope {i}");
            for (var j = 0; j < size; j++) AssertClose((upGradient[j] - downGradient[j]) / (2 * step), hessian[i, j], $"curvature {i}, {j}");
        }
    }

    private static (double Value, double[] Gradient) Shifted(LogLikelihood likelihood, double[] at, int index, double step)
    {
        var there = (double[])at.Clone();
        there[index] += step;
        var gradient = new double[there.Length];
        return (likelihood.Evaluate(there, gradient, new double[there.Length, there.Length]), gradient);
    }

    private static void AssertClose(double expected, double actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-6 * (1 + Math.Abs(expected)), $"{what}: {actual:R} instead of {expected:R}");
}
