using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Kam.Rules.ValueInsights;
using Xunit;

namespace Kam.Rules.Tests.ValueInsights;

public sealed class AccountGroupTests
{
    private static readonly Guid Holding = Id(1), Swiss = Id(2), German = Id(3), Plant = Id(4), Stranger = Id(9);

    private static readonly ParentLink[] Links =
    [
        new(Holding, null), new(Swiss, Holding), new(German, Holding), new(Plant, Swiss), new(Stranger, null),
    ];

    [Fact]
    public void EveryMember_HasTheSameWholeGroup()
    {
        foreach (var member in new[] { Holding, Swiss, German, Plant })
        {
            var group = new AccountHierarchy(Links).GroupOf(member);
            Assert.Equal([Holding, Swiss, German, Plant], group.Members.Order());
        }

        Assert.Equal([Stranger], new AccountHierarchy(Links).GroupOf(Stranger).Members);
        Assert.Equal([Id(77)], new AccountHierarchy(Links).GroupOf(Id(77)).Members);
    }

    [Fact]
    public void ParentsInACircle_AreOneGroup_NobodyTwice()
    {
        ParentLink[] circle = [new(Holding, Plant), new(Swiss, Holding), new(Plant, Swiss), new(German, German)];

        Assert.Equal([Holding, Swiss, Plant], new AccountHierarchy(circle).GroupOf(Swiss).Members.Order());
        Assert.Equal([German], new AccountHierarchy(circle).GroupOf(German).Members);
    }

    [Fact]
    public void TheGroups_AreListedOnceEach_LoneAccountsAreNone()
    {
        ParentLink[] links = [.. Links, new(Id(20), Id(21)), new(Id(21), null), new(Id(30), Id(30))];

        Assert.Equal(
            [[Holding, Swiss, German, Plant], [Id(20), Id(21)]],
            new AccountHierarchy(links).Groups.Select(group => group.Members.Order().ToArray()).OrderByDescending(members => members.Length));
    }

    [Fact]
    public void AGroup_IsNamedByTheMemberWithoutAParentInIt_InACircleByTheLowestId()
    {
        var parents = Links.ToDictionary(link => link.AccountId, link => link.ParentId);
        Assert.Equal(Holding, new AccountHierarchy(Links).GroupOf(Plant).Head(member => parents[member]));

        ParentLink[] circle = [new(Holding, Plant), new(Swiss, Holding), new(Plant, Swiss)];
        var round = circle.ToDictionary(link => link.AccountId, link => link.ParentId);
        Assert.Equal(new[] { Holding, Swiss, Plant }.Min(), new AccountHierarchy(circle).GroupOf(Swiss).Head(member => round[member]));
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void AGroup_HasAtMostAThousandAccounts(int size, bool isRolledUp)
    {
        var chain = Enumerable.Range(1, size).Select(n => new ParentLink(Id(n), n == 1 ? null : Id(n - 1)));

        var group = new AccountHierarchy(chain).GroupOf(Id(size / 2));

        Assert.Equal(isRolledUp, group.Refusal is null);
        Assert.Equal(isRolledUp ? size : 0, group.Members.Count);
        if (!isRolledUp) Assert.Equal(["KAM-VAL-020", "1001"], [group.Refusal!.Reason.Code, group.Refusal.Value]);
    }

    [Fact]
    public void AChainOfAHundredThousand_IsRefusedForEachMember_WithoutExhaustingStackOrTime()
    {
        var chain = Enumerable.Range(1, 100_000).Select(n => new ParentLink(Id(n), Id(n + 1)));

        var hierarchy = new AccountHierarchy(chain);

        Assert.All(Enumerable.Range(1, 100_001), n => Assert.Equal("100001", hierarchy.GroupOf(Id(n)).Refusal?.Value));
    }

    [Fact]
    public void TheFiguresOfAGroup_AreThoseOfItsMembersTogether()
    {
        var sensors = Guid.NewGuid();
        var figures = new Dictionary<Guid, AccountFigures>
        {
            [Holding] = new AccountFigures { CreatedOn = Day(2020), StrategicFit = Tally.Of(5m), NetPromoterScore = Tally.Of(40m) },
            [Swiss] = new AccountFigures
            {
                Rolling = new WindowFigures { Revenue = 100_000m, CoveredRevenue = 100_000m, Cost = 60_000m, LineCount = 3, CoveredLineCount = 3 },
                Families = [sensors],
                PaymentDelayDays = new Tally(30m, 3),
                LastOrderOn = Day(2025),
                FirstOrderOn = Day(2021),
            }.WithWallet(400_000m),
            [Plant] = new AccountFigures
            {
                Rolling = new WindowFigures { Revenue = 50_000m, CoveredRevenue = 50_000m, Cost = 35_000m, LineCount = 1, CoveredLineCount = 1 },
                Families = [sensors, Guid.NewGuid()],
                PaymentDelayDays = new Tally(-2m, 1),
                LastOrderOn = Day(2024),
                FirstOrderOn = Day(2018),
                StrategicFit = Tally.Of(2m),
            }, // wallet unknown: its revenue does not count towards the group's share of wallet
        };

        var group = new AccountHierarchy(Links).GroupOf(Plant).Sum(figures);
        var measures = AccountMeasures.Of(group, new MeasureBasis(Day(2025)));

        Assert.Equal(3, group.AccountCount);
        Assert.Equal(150_000m, measures[Measure.RevenueRolling].Value);
        Assert.Equal(55_000m, measures[Measure.MarginRolling].Value);
        Assert.Equal(2m, measures[Measure.FamiliesBought].Value);
        Assert.Equal(7m, measures[Measure.PaymentDelayDays].Value);
        Assert.Equal(25m, measures[Measure.ShareOfWalletPercent].Value);
        Assert.Equal(3.5m, measures[Measure.StrategicFit].Value);
        Assert.Equal(40m, measures[Measure.NetPromoterScore].Value);
        Assert.Equal(0m, measures[Measure.MonthsSinceLastOrder].Value);
        Assert.Equal(Day(2018), group.FirstOrderOn);
        Assert.Equal(Day(2020), group.CreatedOn);
    }

    [Fact]
    public void NobodyTogether_IsNothing() => Assert.Equal(0, AccountFigures.Sum([]).AccountCount);

    [Fact]
    public void Sums_DoNotDependOnOrderOrGrouping() => Gen.Select(Figures.Array[0, 8], Gen.Int).Sample((members, seed) =>
    {
        var shuffled = (AccountFigures[])members.Clone();
        new Random(seed).Shuffle(shuffled);
        var cut = members.Length == 0 ? 0 : (seed & int.MaxValue) % members.Length;

        var straight = AccountFigures.Sum(members);
        var other = AccountFigures.Sum([AccountFigures.Sum(shuffled.Take(cut)), AccountFigures.None, AccountFigures.Sum(shuffled.Skip(cut))]);

        Assert.Equal(Comparable(straight), Comparable(other));
        Assert.Equal(members.Sum(member => member.Rolling.Revenue), straight.Rolling.Revenue);
    });

    private static readonly Gen<Tally> Tallies = Gen.Select(Gen.Int[-500, 500], Gen.Int[0, 4], (sum, count) => new Tally(sum, count));

    private static readonly Gen<WindowFigures> Windows = Gen.Select(
        Gen.Int[-100_000, 100_000], Gen.Int[0, 50_000], Gen.Int[0, 9], (revenue, cost, lines) => new WindowFigures
        {
            Revenue = revenue / 100m,
            CoveredRevenue = revenue / 100m,
            Cost = cost / 100m,
            LineCount = lines,
            CoveredLineCount = lines,
        });

    private static readonly Gen<AccountFigures> Figures = Gen.Select(
        Windows, Windows, Tallies, Gen.Int[1, 5].Array[0, 3], Gen.Int[2015, 2026], Gen.Bool, (rolling, prior, tally, families, year, flag) => new AccountFigures
        {
            Rolling = rolling,
            Prior = prior,
            PaymentDelayDays = tally,
            StrategicFit = tally,
            Families = families.Select(Id).Distinct().ToArray(),
            FirstOrderOn = flag ? Day(year) : null,
            LastOrderOn = Day(year),
            IsContractual = flag,
            OrderDays = year % 7,
        }.WithWallet(flag ? 1_000m : null));

    // The set of families has no order; everything else compares as it is.
    private static object Comparable(AccountFigures figures) =>
        new { Families = string.Join(",", figures.Families.Order()), Rest = figures with { Families = [] } };

    private static DateTime Day(int year) => new(year, 6, 30, 0, 0, 0, DateTimeKind.Utc);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
