using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.ValueInsights.Reading;

/// <summary>Reads the figures of many accounts with one aggregate per kind of figure: 8 requests for up to 1,000 accounts, up to 10 when some lines lack their cost.</summary>
/// <remarks>
/// One more for each of up to five large tables, more where an aggregate would run over the platform's 50,000 rows (see <see cref="AggregateReader"/>), and one more for every
/// further 5,000 pairs of account and product family.
/// </remarks>
internal sealed class FigureReader
{
    private static readonly DateTime Always = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly AggregateReader aggregates;
    private readonly RevenueTables tables;
    private readonly MeasureBasis basis;

    public FigureReader(IOrganizationService dataverse, RevenueTables tables, MeasureBasis basis)
    {
        aggregates = new AggregateReader(dataverse);
        this.tables = tables;
        this.basis = basis;
    }

    private Period Ever => Period.Rolling(basis.AsOf, (basis.AsOf - Always).Days);

    /// <summary>All figures, in the order of the accounts.</summary>
    public IReadOnlyList<AccountReading> Read(IReadOnlyList<AccountRow> accounts)
    {
        var collected = Collect(accounts);
        var purchases = AskForPurchases(collected);
        Ask(collected, purchases, FigureQuestions.Families(tables), basis.Rolling, (c, group) =>
        {
            if (group.Reference("family") is { } family) c.Families.Add(family);
        });
        Ask(collected, FigureQuestions.Payments, basis.Rolling, (c, group) => c.Payments = c.Payments.Plus(new Tally(group.Sum("delay") ?? 0m, group.Count("paid"))));
        Ask(collected, FigureQuestions.Cases, basis.Rolling, (c, group) => c.Cases += group.Count("cases"));
        Ask(collected, FigureQuestions.Activities, basis.Rolling, (c, group) => c.Minutes += group.Count("minutes"));
        Ask(collected, FigureQuestions.Pipeline, Ever, (c, group) => c.Pipeline += group.Sum("pipeline") ?? 0m);
        return accounts.Select(account => collected[account.Id].ReadingOf(account)).ToList();
    }

    /// <summary>Orders and margins alone, for fitting the lifetime value model: 3 requests, up to 5 when some lines lack their cost.</summary>
    public IReadOnlyList<AccountReading> ReadPurchases(IReadOnlyList<AccountRow> accounts)
    {
        var collected = Collect(accounts);
        AskForPurchases(collected);
        return accounts.Select(account => collected[account.Id].ReadingOf(account)).ToList();
    }

    private static Dictionary<Guid, Collected> Collect(IReadOnlyList<AccountRow> accounts) => accounts.ToDictionary(account => account.Id, _ => new Collected());

    private IReadOnlyList<AggregatePiece> AskForPurchases(Dictionary<Guid, Collected> collected)
    {
        // All questions about purchases share one cut: there are more lines than orders, and more of them in all years than in one.
        var purchases = aggregates.Cut(FigureQuestions.Lines(tables), collected.Keys.ToList(), Ever);
        Ask(collected, purchases, FigureQuestions.Lines(tables), basis.Rolling, (c, group) =>
        {
            c.Rolling = c.Rolling.Plus(Window(group));
            c.OrderDays += group.Count("days");
        });
        Ask(collected, purchases, FigureQuestions.Lines(tables), basis.Prior, (c, group) =>
        {
            c.Prior = c.Prior.Plus(Window(group));
            c.OrderDaysPrior += group.Count("days");
        });
        Ask(collected, purchases, FigureQuestions.OrderDays(tables), Ever, (c, group) =>
        {
            c.FirstOrderOn = new[] { c.FirstOrderOn, Utc(group.Day("first")) }.Min();
            c.LastOrderOn = new[] { c.LastOrderOn, Utc(group.Day("last")) }.Max();
            c.OrderDaysEver += group.Count("days");
        });
        TakeUncoveredOff(collected, purchases);
        return purchases;
    }

    private void Ask(Dictionary<Guid, Collected> collected, AggregateQuestion question, Period days, Action<Collected, Entity> take) =>
        Ask(collected, aggregates.Cut(question, collected.Keys.ToList(), days), question, days, take);

    private void Ask(Dictionary<Guid, Collected> collected, IReadOnlyList<AggregatePiece> pieces, AggregateQuestion question, Period days, Action<Collected, Entity> take) =>
        aggregates.Read(question, pieces, days, group =>
        {
            if (group.Reference("account") is { } account && collected.TryGetValue(account, out var c)) take(c, group);
        });

    // Where every line has its cost, or none has, the sums already say it; only between the two must the lines without a cost be summed by themselves.
    private void TakeUncoveredOff(Dictionary<Guid, Collected> collected, IReadOnlyList<AggregatePiece> purchases)
    {
        var question = FigureQuestions.UncoveredLines(tables);
        if (collected.Values.Any(c => IsPartlyCovered(c.Rolling)))
            Ask(collected, purchases, question, basis.Rolling, (c, group) => c.Rolling = WithoutUncovered(c.Rolling, Revenue(group)));
        if (collected.Values.Any(c => IsPartlyCovered(c.Prior)))
            Ask(collected, purchases, question, basis.Prior, (c, group) => c.Prior = WithoutUncovered(c.Prior, Revenue(group)));
    }

    private static decimal Revenue(Entity group) => (group.Sum("revenue") ?? 0m) - (group.Sum("tax") ?? 0m);

    private static WindowFigures WithoutUncovered(WindowFigures window, decimal revenue) =>
        IsPartlyCovered(window) ? window with { CoveredRevenue = window.CoveredRevenue - revenue } : window;

    private static bool IsPartlyCovered(WindowFigures window) => window.CoveredLineCount > 0 && window.CoveredLineCount < window.LineCount;

    private static WindowFigures Window(Entity group)
    {
        var revenue = Revenue(group);
        var covered = group.Count("covered");
        return new WindowFigures
        {
            Revenue = revenue,
            CoveredRevenue = covered == 0 ? 0m : revenue,
            Cost = group.Sum("cost") ?? 0m,
            LineCount = group.Count("lines"),
            CoveredLineCount = covered,
        };
    }

    private static DateTime? Utc(DateTime? day) => day is { } known ? DateTime.SpecifyKind(known, DateTimeKind.Utc) : null;

    private sealed class Collected
    {
        public WindowFigures Rolling { get; set; } = WindowFigures.None;
        public WindowFigures Prior { get; set; } = WindowFigures.None;
        public int OrderDays { get; set; }
        public int OrderDaysPrior { get; set; }
        public int OrderDaysEver { get; set; }
        public DateTime? FirstOrderOn { get; set; }
        public DateTime? LastOrderOn { get; set; }
        public HashSet<Guid> Families { get; } = [];
        public Tally Payments { get; set; }
        public int Cases { get; set; }
        public int Minutes { get; set; }
        public decimal Pipeline { get; set; }

        public AccountReading ReadingOf(AccountRow account)
        {
            var figures = new AccountFigures
            {
                Rolling = Rolling,
                Prior = Prior,
                OrderDays = OrderDays,
                FirstOrderOn = FirstOrderOn,
                LastOrderOn = LastOrderOn,
                Families = Families,
                PaymentDelayDays = Payments,
                ServiceMinutes = Minutes,
                CaseCount = Cases,
                OpenPipeline = Pipeline,
                StrategicFit = Tally.Of(account.StrategicFit),
                NetPromoterScore = Tally.Of(account.NetPromoterScore),
                CreatedOn = account.CreatedOn,
                IsContractual = account.IsContractual ?? false,
            };
            return new AccountReading(account.Id, account.ParentAccountId?.Id, account.OwnerId, figures.WithWallet(account.WalletSizeBase?.Value))
            {
                OrderDaysEver = OrderDaysEver,
                OrderDaysPrior = OrderDaysPrior,
                ExchangeRate = account.ExchangeRate ?? 1m,
                ContractStartedOn = account.ContractStartedOn,
                ContractEndedOn = account.ContractEndedOn,
            };
        }
    }
}
