using System.Collections.Generic;

namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>Who buys the one also buys the other.</summary>
/// <param name="Antecedent">Items on the left side, ascending.</param>
/// <param name="Consequent">The one item on the right side.</param>
/// <param name="Count">Transactions with all of them.</param>
/// <param name="AntecedentCount">Transactions with the left side.</param>
/// <param name="ConsequentCount">Transactions with the right side.</param>
/// <param name="TransactionCount">All transactions.</param>
public sealed record AssociationRule(IReadOnlyList<int> Antecedent, int Consequent, int Count, int AntecedentCount, int ConsequentCount, int TransactionCount)
{
    /// <summary>Share of all transactions with both sides, 0 to 1.</summary>
    public double Support => (double)Count / TransactionCount;

    /// <summary>Share of the transactions with the left side that have the right side too, 0 to 1.</summary>
    public double Confidence => (double)Count / AntecedentCount;

    /// <summary>How much likelier the right side is with the left side than without looking; 1 for no connection.</summary>
    public double Lift => Confidence * TransactionCount / ConsequentCount;
}
