using System;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>
/// Where the climb up a log-likelihood ended: damped Newton steps on the logarithms of the parameters, so that they stay
/// positive and a parameter that runs away is seen walking to the edge of the search box.
/// </summary>
internal sealed class Maximum
{
    /// <summary>Half width of the search box in logarithms: a parameter beyond e^±14 (1.2 million) is as good as infinite or zero.</summary>
    public const double Edge = 14;

    private const int MostIterations = 200;
    private const double LongestStep = 1.5;

    private Maximum(double[] logParameters, double logLikelihood, double[,] hessian, bool isConverged, int iterations)
    {
        Parameters = new double[logParameters.Length];
        for (var i = 0; i < logParameters.Length; i++)
        {
            Parameters[i] = Math.Exp(logParameters[i]);
            IsAtEdge |= Math.Abs(logParameters[i]) >= Edge;
        }

        Value = logLikelihood;
        this.hessian = hessian;
        IsConverged = isConverged;
        Iterations = iterations;
    }

    private readonly double[,] hessian;

    public double[] Parameters { get; }

    public double Value { get; }

    /// <summary>No step promises more than a ten-billionth of log-likelihood.</summary>
    public bool IsConverged { get; }

    /// <summary>Some parameter went as far as the search goes.</summary>
    public bool IsAtEdge { get; }

    public int Iterations { get; }

    /// <summary>Covariance of the logarithms of the parameters, from the curvature; null when the curvature is not negative definite.</summary>
    public double[,]? LogCovariance() => PositiveDefinite.Factor(Negated(hessian, hessian.GetLength(0), null))?.Inverse();

    /// <summary>Climbs from the best of several starts; parameters marked as held keep their start value.</summary>
    public static Maximum From(LogLikelihood likelihood, double[][] starts, bool[]? held = null)
    {
        Maximum? best = null;
        foreach (var start in starts)
        {
            var end = Climb(likelihood, start, held);
            if (best is null || end.Value > best.Value + 1e-9 || (end.IsConverged && !best.IsConverged && end.Value > best.Value - 1e-6)) best = end;
        }

        return best ?? throw new ArgumentException("At least one start is needed.", nameof(starts));
    }

    private static Maximum Climb(LogLikelihood likelihood, double[] start, bool[]? held)
    {
        var here = new Point(likelihood);
        var there = new Point(likelihood);
        for (var i = 0; i < start.Length; i++) here.At[i] = Math.Max(-Edge, Math.Min(Edge, Math.Log(start[i])));
        here.Evaluate();

        var damping = 1e-3;
        for (var iteration = 1; iteration <= MostIterations; iteration++)
        {
            var free = here.Free(held);
            if (free.Length == 0) return here.AsMaximum(true, iteration);
            var slope = new double[free.Length];
            for (var i = 0; i < free.Length; i++) slope[i] = here.Gradient[free[i]];

            if (PositiveDefinite.Factor(Negated(here.Hessian, free.Length, free)) is { } curvature)
            {
                var promise = 0.0;
                var newton = curvature.Solve(slope);
                for (var i = 0; i < free.Length; i++) promise += slope[i] * newton[i];
                if (promise < 1e-10 + 1e-14 * here.Magnitude) return here.AsMaximum(true, iteration);
            }

            var moved = false;
            while (!moved && damping < 1e12)
            {
                var damped = Negated(here.Hessian, free.Length, free);
                for (var i = 0; i < free.Length; i++) damped[i, i] += damping * Math.Max(Math.Abs(damped[i, i]), 1e-6);
                moved = PositiveDefinite.Factor(damped) is { } factor && there.StepFrom(here, free, factor.Solve(slope));
                damping = moved ? damping / 10 : Math.Max(damping * 5, 1e-6);
            }

            if (!moved) return here.AsMaximum(false, iteration);
            var swap = here;
            here = there;
            there = swap;
        }

        return here.AsMaximum(false, MostIterations);
    }

    private static double[,] Negated(double[,] matrix, int size, int[]? picked)
    {
        var negated = new double[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                negated[row, column] = -(picked is null ? matrix[row, column] : matrix[picked[row], picked[column]]);
            }
        }

        return negated;
    }

    /// <summary>A place in the space of logarithms, with height, slope and curvature there.</summary>
    private sealed class Point
    {
        private readonly LogLikelihood likelihood;
        private readonly double[] parameters;

        public Point(LogLikelihood likelihood)
        {
            this.likelihood = likelihood;
            var size = likelihood.Dimension;
            parameters = new double[size];
            At = new double[size];
            Gradient = new double[size];
            Hessian = new double[size, size];
        }

        public double[] At { get; }

        public double[] Gradient { get; }

        public double[,] Hessian { get; }

        public double Magnitude => Math.Abs(Height);

        private double Height { get; set; }

        public void Evaluate()
        {
            var size = At.Length;
            for (var i = 0; i < size; i++) parameters[i] = Math.Exp(At[i]);
            Height = likelihood.Evaluate(parameters, Gradient, Hessian);
            for (var row = 0; row < size; row++)
            {
                for (var column = 0; column < size; column++) Hessian[row, column] *= parameters[row] * parameters[column];
            }

            for (var i = 0; i < size; i++)
            {
                Gradient[i] *= parameters[i];
                Hessian[i, i] += Gradient[i];
            }
        }

        /// <summary>The parameters that may move: not held, and not pressed against the edge by the slope.</summary>
        public int[] Free(bool[]? held)
        {
            var count = 0;
            var free = new int[At.Length];
            for (var i = 0; i < At.Length; i++)
            {
                var isPressed = Math.Abs(At[i]) >= Edge && Math.Sign(Gradient[i]) == Math.Sign(At[i]);
                if (!isPressed && (held is null || !held[i])) free[count++] = i;
            }

            Array.Resize(ref free, count);
            return free;
        }

        /// <summary>Goes there if it is higher than here.</summary>
        public bool StepFrom(Point here, int[] free, double[] step)
        {
            var longest = 0.0;
            foreach (var length in step) longest = Math.Max(longest, Math.Abs(length));
            if (double.IsNaN(longest) || double.IsInfinity(longest)) return false;
            var shorten = longest > LongestStep ? LongestStep / longest : 1;
            Array.Copy(here.At, At, At.Length);
            for (var i = 0; i < free.Length; i++)
            {
                At[free[i]] = Math.Max(-Edge, Math.Min(Edge, here.At[free[i]] + shorten * step[i]));
            }

            Evaluate();
            // Within the rounding of a sum over all customers equally high is high enough.
            return Height >= here.Height - 1e-14 * here.Magnitude;
        }

        public Maximum AsMaximum(bool isConverged, int iterations) =>
            new((double[])At.Clone(), Height, (double[,])Hessian.Clone(), isConverged, iterations);
    }
}
