namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>How probable the observed data are under a model's parameters, all of them greater than zero, with its slope and curvature.</summary>
internal abstract class LogLikelihood
{
    /// <summary>Number of parameters.</summary>
    public abstract int Dimension { get; }

    /// <summary>The log-likelihood; gradient and Hessian (both in the parameters themselves) are overwritten.</summary>
    public abstract double Evaluate(double[] parameters, double[] gradient, double[,] hessian);
}
