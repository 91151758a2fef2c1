using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Local.Dataverse.Schema;

/// <summary>Who owns rows of a table.</summary>
public enum Ownership { None, User, Organization, BusinessUnit }

/// <summary>An alternate key: columns that together identify a row.</summary>
public sealed record TableKey(string LogicalName, string SchemaName, IReadOnlyList<string> Columns, Labels DisplayName);

/// <summary>One table with its columns. Built once at import, then read only.</summary>
public sealed record Table
{
    public required string LogicalName { get; init; }
    public required string SchemaName { get; init; }
    /// <summary>Name of the set in the Web API, e.g. <c>accounts</c>.</summary>
    public required string EntitySetName { get; init; }
    public int ObjectTypeCode { get; init; }
    public required string PrimaryId { get; init; }
    /// <summary>Primary name column; null for tables that have none (intersect tables, activity parties).</summary>
    public string? PrimaryName { get; init; }
    public Ownership Ownership { get; init; }
    public bool IsActivity { get; init; }
    public bool IsIntersect { get; init; }
    public bool IsCustom { get; init; }
    public bool ChangeTracking { get; init; }
    /// <summary>A status reason may only be followed by those its transitions name.</summary>
    public bool EnforcesStateTransitions { get; init; }
    public Labels DisplayName { get; init; } = Labels.None;
    public Labels DisplayCollectionName { get; init; } = Labels.None;
    public Labels Description { get; init; } = Labels.None;
    /// <summary>Web resource of the vector icon, by name; null for the platform's own.</summary>
    public string? IconVectorName { get; init; }
    /// <summary>Web resource of the small icon, by name.</summary>
    public string? IconSmallName { get; init; }
    /// <summary>Web resource of the medium icon, by name.</summary>
    public string? IconMediumName { get; init; }
    /// <summary>Web resource of the large icon, by name.</summary>
    public string? IconLargeName { get; init; }
    /// <summary>Columns by logical name.</summary>
    public required IReadOnlyDictionary<string, Column> Columns { get; init; }
    public IReadOnlyList<TableKey> Keys { get; init; } = Array.Empty<TableKey>();

    /// <summary>The column, or null.</summary>
    public Column? Find(string logicalName) => Columns.GetValueOrDefault(logicalName);

    /// <summary>Same object: a definition is never compared by content, and lookups by it stay cheap.</summary>
    public bool Equals(Table? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
