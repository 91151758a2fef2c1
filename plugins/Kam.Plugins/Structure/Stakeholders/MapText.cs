using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization;
using Kam.Plugins.Pipeline;
using Kam.Rules.Structure;
using Kam.Tables;

namespace Kam.Plugins.Structure.Stakeholders;

/// <summary>The stakeholder map as JSON, for visuals and flows.</summary>
public static class MapText
{
    internal static string Write(IReadOnlyList<StakeholderRow> rows, StakeholderMap map, StakeholderTargets targets) => Json.Write(new Map
    {
        People = rows.Select(row => new Person
        {
            StakeholderId = row.Id,
            ContactId = row.ContactId?.Id ?? Guid.Empty,
            Name = row.Name ?? row.ContactId?.Name ?? "",
            Role = ((StakeholderRole)(int)(row.Role ?? StakeholderRoleChoice.User)).ToString(),
            Influence = row.Influence ?? 1,
            Attitude = row.Attitude,
            Relationship = row.Relationship ?? 0,
            IsReached = (row.Relationship ?? 0) >= targets.GoodRelationship,
            ReportsToId = row.ReportsToId?.Id,
        }).ToArray(),
        RelationshipScore = map.RelationshipScore,
        CoveragePercent = map.CoveragePercent,
        SentimentPercent = map.SentimentPercent,
        MissingRoles = map.MissingRoles.Select(role => role.ToString()).ToArray(),
        SingleThreadId = map.SingleThread?.Id,
    });

    /// <summary>The whole map. These types are public because serialisers in partial trust see public members only.</summary>
    [DataContract]
    public sealed class Map
    {
        [DataMember(Name = "people", Order = 0)] public Person[]? People { get; set; }
        [DataMember(Name = "relationshipScore", Order = 1)] public decimal RelationshipScore { get; set; }
        [DataMember(Name = "coveragePercent", Order = 2)] public decimal? CoveragePercent { get; set; }
        [DataMember(Name = "sentimentPercent", Order = 3)] public decimal? SentimentPercent { get; set; }
        [DataMember(Name = "missingRoles", Order = 4)] public string[]? MissingRoles { get; set; }
        [DataMember(Name = "singleThreadId", Order = 5)] public Guid? SingleThreadId { get; set; }
    }

    /// <summary>One person on it.</summary>
    [DataContract]
    public sealed class Person
    {
        [DataMember(Name = "stakeholderId", Order = 0)] public Guid StakeholderId { get; set; }
        [DataMember(Name = "contactId", Order = 1)] public Guid ContactId { get; set; }
        [DataMember(Name = "name", Order = 2)] public string? Name { get; set; }
        [DataMember(Name = "role", Order = 3)] public string? Role { get; set; }
        [DataMember(Name = "influence", Order = 4)] public int Influence { get; set; }
        [DataMember(Name = "attitude", Order = 5)] public int? Attitude { get; set; }
        [DataMember(Name = "relationship", Order = 6)] public int Relationship { get; set; }
        [DataMember(Name = "isReached", Order = 7)] public bool IsReached { get; set; }
        [DataMember(Name = "reportsToId", Order = 8)] public Guid? ReportsToId { get; set; }
    }
}
