using System.Runtime.CompilerServices;

namespace Local.Dataverse.Schema;

/// <summary>What happens to the many side.</summary>
public enum Cascade { NoCascade, Cascade, Active, UserOwned, RemoveLink, Restrict }

/// <summary>One row of the referenced table, many of the referencing one.</summary>
public sealed record OneToMany
{
    public required string SchemaName { get; init; }
    /// <summary>Logical name of the one side.</summary>
    public required string ReferencedTable { get; init; }
    /// <summary>Logical name of the many side.</summary>
    public required string ReferencingTable { get; init; }
    /// <summary>The lookup column on the many side.</summary>
    public required string ReferencingColumn { get; init; }
    public bool IsHierarchical { get; init; }
    public Cascade Assign { get; init; }
    public Cascade Delete { get; init; } = Cascade.RemoveLink;
    public Cascade Merge { get; init; }
    public Cascade Reparent { get; init; }
    public Cascade Share { get; init; }
    public Cascade Unshare { get; init; }
    public bool IsCustom { get; init; }

    /// <summary>Same object: a definition is never compared by content, and lookups by it stay cheap.</summary>
    public bool Equals(OneToMany? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>Many to many, through an intersect table the platform keeps.</summary>
public sealed record ManyToMany
{
    public required string SchemaName { get; init; }
    public required string Table1 { get; init; }
    public required string Table2 { get; init; }
    /// <summary>Logical name of the intersect table; its columns are <c>table1id</c>, <c>table2id</c> and its own id.</summary>
    public required string IntersectTable { get; init; }
    public required string Column1 { get; init; }
    public required string Column2 { get; init; }
    public bool IsCustom { get; init; }

    /// <summary>Same object: a definition is never compared by content, and lookups by it stay cheap.</summary>
    public bool Equals(ManyToMany? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
