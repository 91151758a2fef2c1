using System;
using System.Collections.Generic;
using System.Linq;
using Local.Reliability.Writer;

namespace Local.Reliability.Tests.Kills;

/// <summary>What must be in the file after so many requests of the script: the same script, told without a database.</summary>
internal sealed class Model
{
    private readonly Dictionary<int, string?> families = [];
    private readonly decimal[] vaults = [.. Enumerable.Repeat(Script.MoneyInAVault, Script.Vaults)];

    /// <summary>How many requests it has seen.</summary>
    public int Requests { get; private set; }

    public int Jobs { get; private set; }

    public int Contacts { get; private set; }

    public string? LedgerText { get; private set; }

    public void Advance()
    {
        var request = Requests++;
        switch (request % Script.Kinds)
        {
            case 0 or 3:
                families[request] = null;
                Jobs++;
                Contacts += 1 + (request % Script.Kinds == 0 ? Script.Children : 0);
                break;
            case 1:
                var (from, to, amount) = Script.Transfer(request);
                vaults[from] -= amount;
                vaults[to] += amount;
                break;
            case 2:
                families[request - 2] = Script.Text(request);
                break;
            default:
                var old = request - Script.Lifetime;
                if (old < 0) LedgerText = Script.Text(request);
                families.Remove(old - 4);
                families.Remove(old - 1);
                break;
        }
    }

    /// <summary>Everything as lines, in the order of the ids.</summary>
    public string Describe()
    {
        var lines = new List<string> { $"ledger {Contacts} {LedgerText}", $"jobs {Jobs}", $"contacts of the plug-in {Jobs}" };
        lines.AddRange(vaults.Select((money, vault) => $"vault {vault} {money:0.00}"));
        foreach (var (request, renamed) in families.OrderBy(f => f.Key))
        {
            lines.Add($"family {request} plugin saw {Script.Text(request)}");
            if (request % Script.Kinds == 0) lines.AddRange(Enumerable.Range(0, Script.Children).Select(child => $"child {request} {child} {renamed}"));
        }
        return string.Join(Environment.NewLine, lines);
    }
}
