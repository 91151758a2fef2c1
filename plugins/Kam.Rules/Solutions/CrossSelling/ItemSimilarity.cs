using System;
using Kam.Rules.Vocabulary;

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
    private readonly double[,] weights;

    /// <param name="matrix">Who bought what.</param>
    /// <param name="regularisation">λ, above zero; more trusts the data less.</param>
    /// <exception cref="ArgumentOutOfRangeException">λ is not above zero, or lost in the rounding of the purchases: there is no inverse.</exception>
    public ItemSimilarity(PurchaseMatrix matrix, double regularisation)
    {
        if (regularisation is not > 0d) throw new ArgumentOutOfRangeException(nameof(regularisation), regularisation, "Above zero.");
        this.matrix = matrix;
        var together = BoughtTogether(matrix, regularisation);
        var inverse = PositiveDefinite.Factor(together)?.Inverse()
            ?? throw new ArgumentOutOfRangeException(nameof(regularisation), regularisation, "Too small for these purchases: the matrix cannot be inverted.");
        weights = new double[together.GetLength(0), together.GetLength(0)];
        for (var column = 0; column < matrix.Families.Count; column++)
        {
            for (var row = 0; row < matrix.Families.Count; row++) weights[row, column] = row == column ? 0d : -inverse[row, column] / inverse[column, column];
        }
    }

    /// <summary>How much the account's purchases speak for the family; about 0 to 1, larger is likelier.</summary>
    public double Score(int account, int family)
    {
        var score = 0d;
        foreach (var bought in matrix.BoughtBy(account)) score += weights[bought, family];
        return score;
    }

    private static double[,] BoughtTogether(PurchaseMatrix matrix, double regularisation)
    {
        var together = new double[matrix.Families.Count, matrix.Families.Count];
        for (var family = 0; family < matrix.Families.Count; family++) together[family, family] = regularisation;
        for (var account = 0; account < matrix.Accounts.Count; account++)
        {
            foreach (var one in matrix.BoughtBy(account))
            {
                foreach (var other in matrix.BoughtBy(account)) together[one, other]++;
            }
        }

        return together;
    }
}
