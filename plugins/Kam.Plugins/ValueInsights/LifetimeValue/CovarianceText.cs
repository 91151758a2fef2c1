using System.Globalization;
using System.Linq;

namespace Kam.Plugins.ValueInsights.LifetimeValue;

/// <summary>The covariances of the fitted models as one text: models by line, rows by semicolon, numbers by blank; an empty line is a model without one.</summary>
internal static class CovarianceText
{
    public static string Write(params double[,]?[] covariances) => string.Join("\n", covariances.Select(Line));

    public static double[,]? Read(string? text, int model)
    {
        var line = (text ?? "").Split('\n').ElementAtOrDefault(model);
        if (string.IsNullOrEmpty(line)) return null;
        var rows = line!.Split(';').Select(row => row.Split(' ').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        var matrix = new double[rows.Length, rows.Length];
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j < rows.Length; j++) matrix[i, j] = rows[i][j];
        return matrix;
    }

    private static string Line(double[,]? covariance) => covariance is null ? "" : string.Join(";",
        Enumerable.Range(0, covariance.GetLength(0)).Select(i => string.Join(" ",
            Enumerable.Range(0, covariance.GetLength(1)).Select(j => covariance[i, j].ToString("R", CultureInfo.InvariantCulture)))));
}
