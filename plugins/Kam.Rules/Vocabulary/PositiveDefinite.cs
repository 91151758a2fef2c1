using System;

namespace Kam.Rules.Vocabulary;

/// <summary>Cholesky factor of a small symmetric matrix: proves that it is positive definite, solves and inverts with it.</summary>
internal sealed class PositiveDefinite
{
    private readonly double[,] lower;
    private readonly int size;

    private PositiveDefinite(double[,] lower)
    {
        this.lower = lower;
        size = lower.GetLength(0);
    }

    /// <summary>Null when the matrix is not positive definite (to within rounding) or holds NaN.</summary>
    public static PositiveDefinite? Factor(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        var lower = new double[size, size];
        for (var column = 0; column < size; column++)
        {
            for (var row = column; row < size; row++)
            {
                var rest = matrix[row, column];
                for (var k = 0; k < column; k++) rest -= lower[row, k] * lower[column, k];
                if (row > column)
                {
                    lower[row, column] = rest / lower[column, column];
                    continue;
                }

                // A pivot that is only rounding noise of its diagonal element says singular, not definite.
                if (!(rest > 1e-13 * Math.Abs(matrix[row, row])) || double.IsInfinity(rest)) return null;
                lower[row, row] = Math.Sqrt(rest);
            }
        }

        return new PositiveDefinite(lower);
    }

    /// <summary>The vector y with M·y = right.</summary>
    public double[] Solve(double[] right)
    {
        var y = new double[size];
        for (var row = 0; row < size; row++)
        {
            var rest = right[row];
            for (var k = 0; k < row; k++) rest -= lower[row, k] * y[k];
            y[row] = rest / lower[row, row];
        }

        for (var row = size - 1; row >= 0; row--)
        {
            var rest = y[row];
            for (var k = row + 1; k < size; k++) rest -= lower[k, row] * y[k];
            y[row] = rest / lower[row, row];
        }

        return y;
    }

    /// <summary>M⁻¹.</summary>
    public double[,] Inverse()
    {
        var inverse = new double[size, size];
        var unit = new double[size];
        for (var column = 0; column < size; column++)
        {
            Array.Clear(unit, 0, size);
            unit[column] = 1;
            var solved = Solve(unit);
            for (var row = 0; row < size; row++) inverse[row, column] = solved[row];
        }

        return inverse;
    }
}
