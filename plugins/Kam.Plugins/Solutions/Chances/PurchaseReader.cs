using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Solutions.CrossSelling;
using Kam.Rules.Vocabulary;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Solutions.Chances;

/// <summary>Reads what accounts bought, family by family: two aggregates for up to 1,000 accounts, more where an aggregate would run over the platform's 50,000 rows.</summary>
internal sealed class PurchaseReader
{
    // Their ids are parameters of one SQL statement, of which SQL Server takes 2,100.
    private const int ReadTogether = 1000;
    private static readonly DateTime Always = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly AggregateReader aggregates;
    private readonly RevenueBasis basis;

    public PurchaseReader(IOrganizationService dataverse, RevenueBasis basis)
    {
        aggregates = new AggregateReader(dataverse);
        this.basis = basis;
    }

    /// <summary>Purchases up to a day, with the amounts of the rolling year before it.</summary>
    public IReadOnlyList<FamilyPurchase> UpTo(DateTime asOf, IReadOnlyList<Guid> accounts)
    {
        var collected = Days(asOf, accounts);
        var rolling = Period.Rolling(asOf, basis.RollingDays);
        Ask(PurchaseQuestions.Amounts(basis.Tables), accounts, rolling, collected, create: false, (family, group) =>
        {
            family.Revenue += (group.Sum("revenue") ?? 0m) - (group.Sum("tax") ?? 0m);
            family.Cost += group.Sum("cost") ?? 0m;
            family.Lines += group.Count("lines");
            family.Covered += group.Count("covered");
        });
        return Purchases(collected);
    }

    /// <summary>Purchases up to an earlier day, without amounts: one aggregate.</summary>
    public IReadOnlyList<FamilyPurchase> DaysUpTo(DateTime day, IReadOnlyList<Guid> accounts) => Purchases(Days(day, accounts));

    private Dictionary<Guid, Dictionary<Guid, Collected>> Days(DateTime asOf, IReadOnlyList<Guid> accounts)
    {
        var collected = accounts.ToDictionary(account => account, _ => new Dictionary<Guid, Collected>());
        Ask(PurchaseQuestions.Days(basis.Tables), accounts, Period.Rolling(asOf, (asOf - Always).Days), collected, create: true, (family, group) =>
        {
            var first = Period.DayOf(DateTime.SpecifyKind(group.Day("first")!.Value, DateTimeKind.Utc));
            var last = Period.DayOf(DateTime.SpecifyKind(group.Day("last")!.Value, DateTimeKind.Utc));
            family.FirstOn = first < family.FirstOn ? first : family.FirstOn;
            family.LastOn = last > family.LastOn ? last : family.LastOn;
        });
        return collected;
    }

    private void Ask(AggregateQuestion question, IReadOnlyList<Guid> accounts, Period days, Dictionary<Guid, Dictionary<Guid, Collected>> collected, bool create, Action<Collected, Entity> take)
    {
        for (var done = 0; done < accounts.Count; done += ReadTogether)
        {
            var together = accounts.Skip(done).Take(ReadTogether).ToList();
            aggregates.Read(question, aggregates.Cut(question, together, days), days, group =>
            {
                if (group.Reference("account") is not { } account || group.Reference("family") is not { } id || !collected.TryGetValue(account, out var families)) return;
                // What was only taken back in the year was never bought.
                if (!families.TryGetValue(id, out var family))
                {
                    if (!create) return;
                    families[id] = family = new Collected();
                }

                take(family, group);
            });
        }
    }

    private static FamilyPurchase[] Purchases(Dictionary<Guid, Dictionary<Guid, Collected>> collected) => collected
        .SelectMany(account => account.Value.Select(family => new FamilyPurchase(
            account.Key, family.Key, family.Value.Margin, family.Value.Revenue, family.Value.FirstOn, family.Value.LastOn)))
        .ToArray();

    private sealed class Collected
    {
        public DateTime FirstOn { get; set; } = DateTime.MaxValue;
        public DateTime LastOn { get; set; } = DateTime.MinValue;
        public decimal Revenue { get; set; }
        public decimal Cost { get; set; }
        public int Lines { get; set; }
        public int Covered { get; set; }

        // A margin without the cost of every line is unknown.
        public decimal? Margin => Lines > 0 && Covered == Lines ? Revenue - Cost : null;
    }
}
