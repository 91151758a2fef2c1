using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Structure;

/// <summary>Who looks after whom while a balance is searched, with the load of each manager kept up to date.</summary>
internal sealed class BalanceState
{
    private readonly PortfolioMember[] accounts;
    private readonly ManagedPortfolio[] managers;
    private readonly int[] home, holder, counts, incoming, moved, placeInMoved;
    private readonly double[] accountHours, handover, load, fair;
    private readonly bool[][] permitted;

    internal BalanceState(ManagedPortfolio[] managers, PortfolioMember[] accounts)
    {
        this.managers = managers;
        this.accounts = accounts;
        var places = managers.Select((manager, place) => new KeyValuePair<Guid, int>(manager.Id, place)).ToDictionary(pair => pair.Key, pair => pair.Value);
        home = accounts.Select(account => places.TryGetValue(account.PortfolioId, out var place) ? place : throw new ArgumentException($"Account {account.Id} is in portfolio {account.PortfolioId}, which is not among the managers.", nameof(accounts))).ToArray();
        holder = (int[])home.Clone();
        moved = new int[accounts.Length];
        placeInMoved = Enumerable.Repeat(-1, accounts.Length).ToArray();
        accountHours = accounts.Select(account => (double)account.Hours).ToArray();
        handover = accounts.Select(account => (double)account.HandoverHours).ToArray();
        counts = new int[managers.Length];
        incoming = new int[managers.Length];
        load = new double[managers.Length];
        for (var account = 0; account < accounts.Length; account++)
        {
            counts[home[account]]++;
            load[home[account]] += accountHours[account];
        }

        var capacity = managers.Sum(manager => (double)manager.CapacityHours);
        var share = capacity == 0d ? 0d : load.Sum() / capacity;
        fair = managers.Select(manager => (double)manager.CapacityHours * share).ToArray();
        var kinds = new Dictionary<string, bool[]>(StringComparer.Ordinal);
        permitted = accounts.Select(account => Permitted(account, kinds)).ToArray();
        Cost = Enumerable.Range(0, managers.Length).Sum(manager => Math.Abs(load[manager] - fair[manager]));
    }

    /// <summary>Imbalance in hours and the handovers made.</summary>
    internal double Cost { get; private set; }

    internal int MovedCount { get; private set; }

    internal int AccountCount => accounts.Length;

    internal int ManagerCount => managers.Length;

    internal int Holder(int account) => holder[account];

    internal int Home(int account) => home[account];

    internal int Moved(int place) => moved[place];

    internal bool IsMoved(int account) => placeInMoved[account] >= 0;

    internal PortfolioMove Move(int account) =>
        new(accounts[account].Id, managers[home[account]].Id, managers[holder[account]].Id, accounts[account].Hours, accounts[account].HandoverHours);

    /// <summary>Whether the account may be with the manager; its own one always.</summary>
    internal bool MayHold(int manager, int account) => manager == home[account] || permitted[account][manager];

    /// <summary>Number of managers who were handed an account and now have more than they may.</summary>
    internal int OverfullCount { get; private set; }

    /// <summary>What the cost would be if the account went to the manager; the number of accounts is not looked at.</summary>
    internal double CostIf(int account, int manager)
    {
        var from = holder[account];
        if (from == manager) return Cost;
        var hours = accountHours[account];
        return Cost
            - Math.Abs(load[from] - fair[from]) - Math.Abs(load[manager] - fair[manager])
            + Math.Abs(load[from] - hours - fair[from]) + Math.Abs(load[manager] + hours - fair[manager])
            + (manager == home[account] ? -handover[account] : from == home[account] ? handover[account] : 0d);
    }

    /// <summary>Gives the account to the manager.</summary>
    internal void Give(int account, int manager)
    {
        var from = holder[account];
        if (from == manager) return;
        Cost = CostIf(account, manager);
        OverfullCount -= Overfull(from) + Overfull(manager);
        load[from] -= accountHours[account];
        load[manager] += accountHours[account];
        counts[from]--;
        counts[manager]++;
        if (from != home[account]) incoming[from]--;
        if (manager != home[account]) incoming[manager]++;
        OverfullCount += Overfull(from) + Overfull(manager);
        holder[account] = manager;
        if (manager == home[account]) Forget(account);
        else if (placeInMoved[account] < 0) Remember(account);
    }

    /// <summary>Takes over the holders that were found before.</summary>
    internal void Restore(int[] holders)
    {
        for (var account = 0; account < holders.Length; account++) Give(account, holders[account]);
    }

    internal int[] Holders() => (int[])holder.Clone();

    private int Overfull(int manager) => incoming[manager] > 0 && counts[manager] > managers[manager].MaximumAccounts ? 1 : 0;

    private void Remember(int account)
    {
        placeInMoved[account] = MovedCount;
        moved[MovedCount++] = account;
    }

    private void Forget(int account)
    {
        var last = moved[--MovedCount];
        moved[placeInMoved[account]] = last;
        placeInMoved[last] = placeInMoved[account];
        placeInMoved[account] = -1;
    }

    // Accounts of one language and territory share one answer.
    private bool[] Permitted(PortfolioMember account, Dictionary<string, bool[]> kinds)
    {
        var kind = account.IsKept ? "kept" : $"{account.Language}|{account.TerritoryId}";
        if (!kinds.TryGetValue(kind, out var answers)) kinds[kind] = answers = managers.Select(manager => !account.IsKept && manager.Speaks(account.Language) && manager.Covers(account.TerritoryId)).ToArray();
        return answers;
    }
}
