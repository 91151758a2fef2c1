using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization;
using Kam.Plugins.Pipeline;
using Kam.Rules.Structure;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Structure.Stakeholders;

/// <summary>The stakeholder map as JSON, for visuals and flows.</summary>
public static class MapText
{
    internal static string Write(IReadOnlyList<StakeholderRow> rows, ILookup<Guid, EntityReference> elsewhere, StakeholderMap map, StakeholderTargets targets) => Json.Write(new Map
    {
        People = rows.Select(row => new Person
        {
            StakeholderId = row.Id,
            ContactId = row.ContactId?.Id ?? Guid.Empty,
            Name = row.Name ?? row.ContactId?.Name ?? "",
            JobTitle = StakeholderStore.JobTitle(row),
            Role = ((StakeholderRole)(int)(row.Role ?? StakeholderRoleChoice.User)).ToString(),
            Influence = row.Influence ?? 1,
            Attitude = row.Attitude,
            Relationship = row.Relationship ?? 0,
            IsReached = (row.Relationship ?? 0) >= targets.GoodRelationship,
            ReportsToId = row.ReportsToId?.Id,
            OtherAccounts = elsewhere[row.ContactId?.Id ?? Guid.Empty].Select(account => new OtherAccount { AccountId = account.Id, Name = account.Name }).OrderBy(account => account.Name, StringComparer.Ordinal).ToArray(),
        }).ToArray(),
        RelationshipScore = map.RelationshipScore,
        CoveragePercent = map.CoveragePercent,
        SentimentPercent = map.SentimentPercent,
        MissingRoles = map.MissingRoles.Select(role => role.ToString()).ToArray(),
        SingleThreadId = map.SingleThread?.Id,
        Quality = Decimals.Four(map.Quality),
        Density = Decimals.Four(map.Density),
        Authority = Decimals.Four(map.Authority),
        RequiredRoles = targets.RequiredRoles.Select(role => role.ToString()).ToArray(),
        GoodRelationship = targets.GoodRelationship,
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
        [DataMember(Name = "quality", Order = 6)] public decimal Quality { get; set; }
        [DataMember(Name = "density", Order = 7)] public decimal Density { get; set; }
        [DataMember(Name = "authority", Order = 8)] public decimal Authority { get; set; }
        [DataMember(Name = "requiredRoles", Order = 9)] public string[]? RequiredRoles { get; set; }
        [DataMember(Name = "goodRelationship", Order = 10)] public int GoodRelationship { get; set; }
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
        [DataMember(Name = "jobTitle", Order = 9)] public string? JobTitle { get; set; }
        [DataMember(Name = "otherAccounts", Order = 10)] public OtherAccount[]? OtherAccounts { get; set; }
    }

    /// <summary>An account on whose map the same person is.</summary>
    [DataContract]
    public sealed class OtherAccount
    {
        [DataMember(Name = "accountId", Order = 0)] public Guid AccountId { get; set; }
        [DataMember(Name = "name", Order = 1)] public string? Name { get; set; }
    }
}
