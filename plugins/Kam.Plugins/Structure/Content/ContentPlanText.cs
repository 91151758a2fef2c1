using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.Serialization;
using Kam.Plugins.Pipeline;
using Kam.Rules.Structure;

namespace Kam.Plugins.Structure.Content;

/// <summary>The content plan as JSON, for visuals and flows.</summary>
public static class ContentPlanText
{
    internal static string Write(IReadOnlyList<ContentDue> due, IReadOnlyDictionary<Guid, string> names) => Json.Write(due.Select(one => new Entry
    {
        DueOn = one.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ContentTopicId = one.Topic.TopicId,
        Topic = one.Topic.Name,
        Channel = one.Topic.Channel.ToString(),
        StakeholderId = one.Person.Id,
        ContactId = one.Person.ContactId,
        Person = names[one.Person.Id],
        Role = one.Person.Role.ToString(),
    }).ToArray());

    /// <summary>A topic due for a person. Public because serialisers in partial trust see public members only.</summary>
    [DataContract]
    public sealed class Entry
    {
        [DataMember(Name = "dueOn", Order = 0)] public string? DueOn { get; set; }
        [DataMember(Name = "contentTopicId", Order = 1)] public Guid ContentTopicId { get; set; }
        [DataMember(Name = "topic", Order = 2)] public string? Topic { get; set; }
        [DataMember(Name = "channel", Order = 3)] public string? Channel { get; set; }
        [DataMember(Name = "stakeholderId", Order = 4)] public Guid StakeholderId { get; set; }
        [DataMember(Name = "contactId", Order = 5)] public Guid ContactId { get; set; }
        [DataMember(Name = "person", Order = 6)] public string? Person { get; set; }
        [DataMember(Name = "role", Order = 7)] public string? Role { get; set; }
    }
}
