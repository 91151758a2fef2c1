using System.Collections.Generic;
using Local.WebApi.Model;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Queries;

/// <summary>One table of a query with what is written of its rows and what is expanded under them.</summary>
internal sealed class Level
{
    public required Projection Projection { get; init; }

    /// <summary>Columns to ask for.</summary>
    public required ColumnSet Columns { get; init; }

    /// <summary>Expanded lookups: joined in the same query.</summary>
    public IReadOnlyList<SingleExpansion> Singles { get; init; } = [];

    /// <summary>Expanded collections: one query each, for all rows of the level.</summary>
    public IReadOnlyList<ManyExpansion> Manys { get; init; } = [];

    /// <summary>What $select and $expand say, as @odata.context repeats it: <c>name,primarycontactid(fullname)</c>.</summary>
    public string Context { get; init; } = "";
}

/// <summary>An expanded lookup.</summary>
/// <param name="Navigation">The lookup.</param>
/// <param name="Targets">Where its row stands: one join, or one for each table it may be of.</param>
internal sealed record SingleExpansion(Navigation Navigation, IReadOnlyList<JoinedLevel> Targets);

/// <summary>A level whose rows come as columns of a join.</summary>
internal sealed record JoinedLevel(string Alias, Level Level);

/// <summary>An expanded collection.</summary>
/// <param name="Navigation">The collection.</param>
/// <param name="Query">The query of its rows, still without saying whose.</param>
/// <param name="Level">The rows.</param>
/// <param name="Top">Rows for each row above at most; null for a page.</param>
/// <param name="IsPaged">Something is expanded in it, or it in something: then Prefer: odata.maxpagesize holds for it too.</param>
internal sealed record ManyExpansion(Navigation Navigation, QueryExpression Query, Level Level, int? Top, bool IsPaged);
