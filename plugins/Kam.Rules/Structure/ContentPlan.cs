using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Structure;

/// <summary>How something reaches a person. The numbers are the values of the choice kam_channel.</summary>
public enum Channel
{
    /// <summary>Face to face.</summary>
    Visit = 781340000,

    /// <summary>Video meeting.</summary>
    OnlineMeeting,

    /// <summary>Phone call.</summary>
    PhoneCall,

    /// <summary>E-mail.</summary>
    Email,

    /// <summary>Event of ours or a fair.</summary>
    Event,
}

/// <summary>What is told to whom, and how often.</summary>
/// <param name="TopicId">The row.</param>
/// <param name="Name">What it is about.</param>
/// <param name="SegmentId">Accounts of this segment; null for all.</param>
/// <param name="Role">People of this role; null for all on the map.</param>
/// <param name="Channel">How.</param>
/// <param name="TimesPerYear">At least 1.</param>
public sealed record ContentTopic(Guid TopicId, string Name, Guid? SegmentId, StakeholderRole? Role, Channel Channel, int TimesPerYear);

/// <summary>A topic that somebody was told on a day.</summary>
public sealed record ContentTold(Guid TopicId, Guid ContactId, DateTime On);

/// <summary>A topic that is due for a person.</summary>
/// <param name="Topic">What.</param>
/// <param name="Person">To whom.</param>
/// <param name="DueOn">The day; the as-of date itself when it was never told.</param>
public sealed record ContentDue(ContentTopic Topic, Stakeholder Person, DateTime DueOn);

/// <summary>What was said to be next for a person before.</summary>
/// <param name="TopicId">The topic.</param>
/// <param name="DueOn">Since when, or on which day.</param>
public sealed record NextContent(Guid TopicId, DateTime DueOn);

/// <summary>Which content is due for whom in an account.</summary>
/// <remarks>The year is cut into equal parts: told four times a year, a topic is due again 91 days after the last time (365 / 4, whole days).</remarks>
/// <model stage="2 Structure">content topic (what is communicated to which segment, role and channel, how often)</model>
public sealed class ContentPlan
{
    private const int DaysOfAYear = 365;
    // Once a year is the least a topic is told, so nothing is due later, unless a telling was entered for the future.
    private const int FarthestDays = 10 * DaysOfAYear;
    private readonly ContentTopic[] topics;

    /// <param name="topics">Of every segment.</param>
    public ContentPlan(IEnumerable<ContentTopic> topics) => this.topics = topics.OrderBy(topic => topic.TopicId).ToArray();

    /// <summary>What is due up to a day, soonest first.</summary>
    /// <param name="segmentId">Segment of the account.</param>
    /// <param name="people">Its stakeholder map.</param>
    /// <param name="told">What was told so far.</param>
    /// <param name="asOf">Today.</param>
    /// <param name="until">Last day of interest, not before today.</param>
    public IReadOnlyList<ContentDue> Due(Guid segmentId, IReadOnlyCollection<Stakeholder> people, IReadOnlyCollection<ContentTold> told, DateTime asOf, DateTime until)
    {
        var last = told.GroupBy(one => new { one.TopicId, one.ContactId }).ToDictionary(same => same.Key, same => same.Max(one => Period.DayOf(one.On)));
        var found =
            from topic in topics
            where topic.SegmentId is null || topic.SegmentId == segmentId
            from person in people
            where topic.Role is null || topic.Role == person.Role
            let due = last.TryGetValue(new { topic.TopicId, person.ContactId }, out var day) ? day.AddDays(DaysOfAYear / topic.TimesPerYear) : Period.DayOf(asOf)
            where due <= Period.DayOf(until)
            select new ContentDue(topic, person, due);
        return found.OrderBy(one => one.DueOn).ThenBy(one => one.Topic.TopicId).ThenBy(one => one.Person.Id).ToArray();
    }

    /// <summary>What a person is to be told next; null when nothing is meant for them.</summary>
    /// <param name="segmentId">Segment of the account.</param>
    /// <param name="person">On its map.</param>
    /// <param name="told">What was told so far.</param>
    /// <param name="asOf">Today.</param>
    /// <param name="before">What was said to be next before; what was never told stays due since then, so that asking again changes nothing.</param>
    public NextContent? Next(Guid segmentId, Stakeholder person, IReadOnlyCollection<ContentTold> told, DateTime asOf, NextContent? before)
    {
        var everTold = new HashSet<Guid>(told.Where(one => one.ContactId == person.ContactId).Select(one => one.TopicId));
        return Due(segmentId, [person], told, asOf, asOf.AddDays(FarthestDays))
            .Select(due => new NextContent(due.Topic.TopicId, before is { } known && known.TopicId == due.Topic.TopicId && !everTold.Contains(known.TopicId) && known.DueOn < due.DueOn ? known.DueOn : due.DueOn))
            .OrderBy(next => next.DueOn).ThenBy(next => next.TopicId).FirstOrDefault();
    }
}
