using System;
using System.Linq;
using Kam.Rules.Structure;
using Xunit;

namespace Kam.Rules.Tests.Structure;

public sealed class ContentPlanTests
{
    private static readonly DateTime Today = new(2026, 3, 31, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Key = Guid.NewGuid(), Other = Guid.NewGuid();
    private static readonly Stakeholder Decider = Person(1, StakeholderRole.Decider), User = Person(2, StakeholderRole.User);
    private static readonly ContentTopic Roadmap = new(new Guid(1, 0, 0, new byte[8]), "Roadmap", Key, StakeholderRole.Decider, Channel.Visit, 4);
    private static readonly ContentTopic News = new(new Guid(2, 0, 0, new byte[8]), "News", null, null, Channel.Email, 12);

    [Fact]
    public void WhatWasNeverTold_IsDueToday_ForSegmentAndRole()
    {
        var due = new ContentPlan([News, Roadmap]).Due(Key, [User, Decider], [], Today, Today);

        Assert.Equal([("Roadmap", Decider.Id), ("News", Decider.Id), ("News", User.Id)], due.Select(one => (one.Topic.Name, one.Person.Id)));
        Assert.All(due, one => Assert.Equal(Today, one.DueOn));
        Assert.Equal(["News", "News"], new ContentPlan([News, Roadmap]).Due(Other, [User, Decider], [], Today, Today).Select(one => one.Topic.Name));
    }

    [Theory]
    [InlineData(90, 0)]
    [InlineData(91, 1)]     // 365 / 4
    public void ToldFourTimesAYear_ItIsDueAgainAfterNinetyOneDays(int daysLater, int count)
    {
        ContentTold[] told = [new(Roadmap.TopicId, Decider.ContactId, Today.AddDays(-200)), new(Roadmap.TopicId, Decider.ContactId, Today)];

        Assert.Equal(count, new ContentPlan([Roadmap]).Due(Key, [Decider], told, Today, Today.AddDays(daysLater)).Count);
    }

    [Fact]
    public void WhatAnotherPersonWasTold_DoesNotCount()
    {
        ContentTold[] told = [new(News.TopicId, User.ContactId, Today)];

        Assert.Equal([Decider.Id], new ContentPlan([News]).Due(Key, [User, Decider], told, Today, Today).Select(one => one.Person.Id));
    }

    [Fact]
    public void Next_IsWhatIsDueFirst()
    {
        var plan = new ContentPlan([News, Roadmap]);
        ContentTold[] told = [new(Roadmap.TopicId, Decider.ContactId, Today), new(News.TopicId, Decider.ContactId, Today.AddDays(-10))];

        Assert.Equal(new NextContent(News.TopicId, Today.AddDays(20)), plan.Next(Key, Decider, told, Today, null));
        // Of two never told the first by its row; told to others does not count.
        Assert.Equal(new NextContent(Roadmap.TopicId, Today), plan.Next(Key, Decider, [new(Roadmap.TopicId, User.ContactId, Today)], Today, null));
        Assert.Null(new ContentPlan([Roadmap]).Next(Key, User, [], Today, null));
    }

    [Fact]
    public void WhatWasNeverTold_StaysDueSinceItWasFirstSaid()
    {
        var plan = new ContentPlan([News, Roadmap]);
        var since = new NextContent(News.TopicId, Today.AddDays(-30));

        Assert.Equal(since, plan.Next(Key, Decider, [], Today, since));
        Assert.Equal(since, plan.Next(Key, Decider, [], Today.AddDays(5), since));
        // Once told it goes by the day it was told.
        Assert.Equal(new NextContent(News.TopicId, Today.AddDays(29)), plan.Next(Other, Decider, [new(News.TopicId, Decider.ContactId, Today.AddDays(-1))], Today, since));
        // A topic that is not meant for the person any more is forgotten.
        Assert.Equal(new NextContent(News.TopicId, Today), plan.Next(Other, Decider, [], Today, new NextContent(Roadmap.TopicId, Today.AddDays(-30))));
    }

    private static Stakeholder Person(int number, StakeholderRole role)
    {
        var id = new Guid(number, 0, 0, new byte[8]);
        return new Stakeholder(id, id, role, 3, 0, 3, null);
    }
}
