using System;

namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>How much having bought one family speaks for another, learnt from the whole portfolio.</summary>
/// <remarks>
/// EASE: Steck, "Embarrassingly Shallow Autoencoders for Sparse Data" (WWW 2019). B = I − P · diag(1 / diag P) with P = (XᵀX + λI)⁻¹; the score of a family for an account is the sum of the weights
/// of what the account bought. Time grows with the cube of the number of families, so it is meant for families, not for products: 300 families take some 27 million steps.
/// </remarks>
/// <model stage="3 Solutions">EASE or co-clusters for the ranking</model>
public sealed class ItemSimilarity
{
    private readonly PurchaseMatrix matrix;
    private readonly double[][] weights;

    /// <param name="matrix">Who bought what.</param>
    /// <param name="regularisation">λ, above zero; more trusts the data less.</param>
    /// <exception cref="ArgumentOutOfRangeException">λ is not above zero: the inverse need not exist.</exception>
    public ItemSimilarity(PurchaseMatrix matrix, double regularisation)
    {
        if (regularisation is not > 0d) throw new ArgumentOutOfRangeException(nameof(regularisation), regularisation, "Above zero.");
        this.matrix = matrix;
        var inverse = Inverse(BoughtTogether(matrix, regularisation));
        weights = inverse;
        for (var column = 0; column < inverse.Length; column++)
        {
            var own = inverse[column][column];
            for (var row = 0; row < inverse.Length; row++) weights[row][column] = row == column ? 0d : -inverse[row][column] / own;
        }
    }

    /// <summary>How much the account's purchases speak for the family; about 0 to 1, larger is likelier.</summary>
    public double Score(int account, int family)
    {
        var score = 0d;
        foreach (var bought in matrix.BoughtBy(account)) score += weights[bought][family];
        return score;
    }

    private static double[][] BoughtTogether(PurchaseMatrix matrix, double regularisation)
    {
        var together = new double[matrix.Families.Count][];
        for (var row = 0; row < together.Length; row++)
        {
            together[row] = new double[together.Length];
            together[row][row] = regularisation;
        }

        for (var account = 0; account < matrix.Accounts.Count; account++)
        {
            var bought = matrix.BoughtBy(account);
            foreach (var one in bought)
            {
                foreach (var other in bought) together[one][other]++;
            }
        }

        return together;
    }

    // The matrix is symmetric and positive definite, so elimination in place needs no pivoting (Gauss-Jordan).
    private static double[][] Inverse(double[][] matrix)
    {
        for (var pivot = 0; pivot < matrix.Length; pivot++)
        {
            var scale = 1d / matrix[pivot][pivot];
            matrix[pivot][pivot] = 1d;
            for (var column = 0; column < matrix.Length; column++) matrix[pivot][column] *= scale;
            for (var row = 0; row < matrix.Length; row++)
            {
                if (row == pivot) continue;
                var factor = matrix[row][pivot];
                matrix[row][pivot] = 0d;
                for (var column = 0; column < matrix.Length; column++) matrix[row][column] -= factor * matrix[pivot][column];
            }
        }

        return matrix;
    }
}
