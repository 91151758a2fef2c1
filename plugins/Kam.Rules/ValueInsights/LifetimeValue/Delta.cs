namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>Delta method: the variance of a result from its slopes in the parameters and the parameters' covariance.</summary>
internal static class Delta
{
    public static double Variance(double[] slopes, double[,] covariance)
    {
        var variance = 0.0;
        for (var row = 0; row < slopes.Length; row++)
        {
            for (var column = 0; column < slopes.Length; column++) variance += slopes[row] * covariance[row, column] * slopes[column];
        }

        return variance;
    }
}
