using System;
using System.Linq;
using CsCheck;
using Kam.Rules.Structure;
using Xunit;

namespace Kam.Rules.Tests.Structure;

public sealed class StakeholderMapTests
{
    private static readonly StakeholderTargets Targets = new([StakeholderRole.Decider, StakeholderRole.Buyer, StakeholderRole.Sponsor], GoodRelationship: 3, ContactsForFullDensity: 4, SingleThreadPercent: 60m);

    private static readonly Gen<Stakeholder> People =
        from role in Gen.Enum<StakeholderRole>()
        from influence in Gen.Int[1, 5]
        from attitude in Gen.Int[-3, 2]
        from relationship in Gen.Int[0, 5]
        from id in Gen.Guid
        select new Stakeholder(id, id, role, influence, attitude == -3 ? null : attitude, relationship, null);

    [Fact]
    public void TheMap_SaysWhomWeReachAndHowTheyStand()
    {
        var map = new StakeholderMap([Of(1, StakeholderRole.Decider, 5, -1, 2), Of(2, StakeholderRole.Buyer, 3, 1, 4), Of(3, StakeholderRole.User, 2, null, 5)], Targets);

        Assert.Equal(50m, map.CoveragePercent);        // 3 + 2 of 10
        Assert.Equal(-12.5m, map.SentimentPercent);    // (5 x -1 + 3 x 1) / 8 of at most 2
        Assert.Equal([StakeholderRole.Sponsor], map.MissingRoles);
        Assert.Equal(0.9m, map.Quality);               // (4 + 5) / 2 of 5
        Assert.Equal(0.5m, map.Density);               // 2 of 4
        Assert.Equal(22.5m, map.RelationshipScore);    // 0.9 x 0.5 x 0.5
    }

    [Fact]
    public void OneGoodContact_IsASingleThread()
    {
        var map = new StakeholderMap([Of(1, StakeholderRole.Decider, 5, 0, 2), Of(2, StakeholderRole.Buyer, 3, 0, 4)], Targets);

        Assert.Equal(Id(2), map.SingleThread!.Id);
    }

    [Theory]
    [InlineData(3, false)]  // 5 x 3 of 25 is 60 %
    [InlineData(4, true)]   // 5 x 4 of 30 is 67 %
    public void WhoCarriesMoreThanTheShare_IsASingleThread(int relationship, bool isSingle)
    {
        var map = new StakeholderMap([Of(1, StakeholderRole.Decider, 5, 0, relationship), Of(2, StakeholderRole.Buyer, 2, 0, 3), Of(3, StakeholderRole.User, 1, 0, 4)], Targets);

        Assert.Equal(isSingle, map.SingleThread is not null);
    }

    [Fact]
    public void AnEmptyMap_KnowsNothing()
    {
        var map = new StakeholderMap([], Targets);

        Assert.Null(map.CoveragePercent);
        Assert.Null(map.SentimentPercent);
        Assert.Null(map.SingleThread);
        Assert.Equal(0m, map.RelationshipScore);
        Assert.Equal(3, map.MissingRoles.Count);
    }

    [Fact]
    public void APersonTwiceOnTheMap_CountsOnceButFillsBothRoles()
    {
        var buyer = Of(1, StakeholderRole.Buyer, 3, 1, 4);
        var map = new StakeholderMap([buyer, buyer with { Id = Id(2), Role = StakeholderRole.Decider, Influence = 4 }], Targets);

        Assert.Equal(100m, map.CoveragePercent);
        Assert.Equal(0.25m, map.Density);
        Assert.Equal([StakeholderRole.Sponsor], map.MissingRoles);
    }

    [Fact]
    public void ABetterRelationship_NeverLowersCoverageOrSingleThreadsMore() =>
        Gen.Select(People.Array[1, 8], Gen.Int[0, 5]).Sample((people, better) =>
        {
            var before = new StakeholderMap(people, Targets);
            Stakeholder[] improved = [people[0] with { Relationship = Math.Max(people[0].Relationship, better) }, .. people.Skip(1)];
            var after = new StakeholderMap(improved, Targets);
            return after.CoveragePercent >= before.CoveragePercent && after.Density >= before.Density && after.RelationshipScore is >= 0m and <= 100m;
        });

    [Fact]
    public void TheOrderOfPeople_DoesNotMatter() =>
        People.Array[0, 8].Sample(people =>
        {
            var one = new StakeholderMap(people, Targets);
            var other = new StakeholderMap(people.Reverse(), Targets);
            return one.RelationshipScore == other.RelationshipScore && one.SingleThread == other.SingleThread && one.SentimentPercent == other.SentimentPercent;
        });

    [Fact]
    public void EverythingWrongOnTheMap_ComesBackAtOnce()
    {
        var first = Of(1, StakeholderRole.Buyer, 6, 3, -1) with { ReportsToId = Id(2) };
        var second = Of(2, StakeholderRole.User, 1, 0, 0) with { ReportsToId = Id(1) };
        var third = Of(3, StakeholderRole.User, 1, 0, 0) with { ReportsToId = Id(1) };

        Assert.Equal(
            ["KAM-STR-040", "KAM-STR-041", "KAM-STR-042", "KAM-STR-043", "KAM-STR-043"],
            StakeholderMap.Violations([first, second, third]).Select(violation => violation.Reason.Code));
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static Stakeholder Of(int number, StakeholderRole role, int influence, int? attitude, int relationship) =>
        new(Id(number), Id(number), role, influence, attitude, relationship, null);
}
