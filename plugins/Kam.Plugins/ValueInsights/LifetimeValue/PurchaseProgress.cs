using System;
using System.Collections.Generic;
using System.IO;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights.LifetimeValue;

namespace Kam.Plugins.ValueInsights.LifetimeValue;

/// <summary>What has been collected so far for a fit, small enough for a text column: purchase histories in days, margins per order, contracts in years.</summary>
/// <remarks>About four bytes a customer after compression: the column's million characters hold some 150,000 customers.</remarks>
internal sealed class PurchaseProgress
{
    private const int NoMargin = int.MinValue;

    private readonly List<Customer> customers = [];
    private readonly List<ContractDuration> contracts = [];

    public int Count => customers.Count;

    /// <param name="history">Times in days.</param>
    /// <param name="marginPerOrder">Base currency; kept to whole units. Null when unknown.</param>
    public void Add(PurchaseHistory history, decimal? marginPerOrder) => customers.Add(new Customer(history,
        marginPerOrder is { } margin && Math.Abs(margin) < int.MaxValue ? (int)Math.Round(margin, MidpointRounding.AwayFromZero) : NoMargin));

    public void Add(ContractDuration contract) => contracts.Add(contract);

    public IEnumerable<PurchaseHistory> Histories()
    {
        foreach (var customer in customers) yield return customer.History;
    }

    /// <summary>Margin per order of the customers who ordered again.</summary>
    public IEnumerable<RepeatSpend> Spends()
    {
        foreach (var customer in customers)
            if (customer.History.RepeatPurchases > 0) yield return new RepeatSpend(customer.History.RepeatPurchases, customer.Margin == NoMargin ? null : customer.Margin);
    }

    public IReadOnlyList<ContractDuration> Contracts => contracts;

    public string Write()
    {
        return CompressedText.Write(stream =>
        {
            using var writer = new BinaryWriter(stream);
            // Column by column: equal numbers stand together, which halves the size.
            writer.Write(customers.Count);
            foreach (var customer in customers) writer.Write(customer.History.RepeatPurchases);
            foreach (var customer in customers) writer.Write((int)customer.History.Recency);
            foreach (var customer in customers) writer.Write((int)customer.History.Age);
            foreach (var customer in customers) writer.Write(customer.Margin);
            writer.Write(contracts.Count);
            foreach (var contract in contracts)
            {
                writer.Write(contract.HasEnded);
                writer.Write(contract.Periods);
            }
        });
    }

    /// <exception cref="FormatException">The text is none of ours.</exception>
    public static PurchaseProgress Read(string? text)
    {
        if (string.IsNullOrEmpty(text)) return new PurchaseProgress();
        try
        {
            return CompressedText.Read(text!, Read);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException or ArgumentException)
        {
            throw new FormatException("The collected purchases cannot be read.", damaged);
        }
    }

    private static PurchaseProgress Read(Stream stream)
    {
        var progress = new PurchaseProgress();
        using var reader = new BinaryReader(stream);
        var count = reader.ReadInt32();
        var columns = new int[4][];
        for (var column = 0; column < columns.Length; column++)
        {
            columns[column] = new int[count];
            for (var i = 0; i < count; i++) columns[column][i] = reader.ReadInt32();
        }
        for (var i = 0; i < count; i++) progress.customers.Add(new Customer(new PurchaseHistory(columns[0][i], columns[1][i], columns[2][i]), columns[3][i]));
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var hasEnded = reader.ReadBoolean();
            var periods = reader.ReadInt32();
            progress.contracts.Add(hasEnded ? ContractDuration.EndedIn(periods) : ContractDuration.RunningAfter(periods));
        }
        return progress;
    }

    private sealed record Customer(PurchaseHistory History, int Margin);
}
