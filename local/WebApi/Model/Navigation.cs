using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi.Model;

/// <summary>What a navigation property of a table leads to.</summary>
public sealed record Navigation
{
    /// <summary>Name of the navigation property.</summary>
    public required string Name { get; init; }

    /// <summary>Logical name of the table that has it.</summary>
    public required string Table { get; init; }

    /// <summary>Logical name of the table it leads to; null for an owner, who is a user or a team.</summary>
    public required string? TargetTable { get; init; }

    /// <summary>Many rows (<c>contact_customer_accounts</c>), or the one row a lookup holds (<c>primarycontactid</c>).</summary>
    public required bool IsCollection { get; init; }

    /// <summary>Single-valued: the lookup column of <see cref="Table"/>. One to many: the lookup column of <see cref="TargetTable"/>. Many to many: null.</summary>
    public Column? Lookup { get; init; }

    /// <summary>The relationship, seen from either end; null for owners and for many to many.</summary>
    public OneToMany? OneToMany { get; init; }

    public ManyToMany? ManyToMany { get; init; }

    /// <summary>Where expanded or deeply inserted rows stand in <see cref="Entity.RelatedEntities"/>.</summary>
    public required Relationship Key { get; init; }
}
