using System.Collections.Generic;
using Local.Dataverse.Schema;
using Local.WebApi.Model;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi.Queries;

/// <summary>What a request says about the form of its answer, as far as a query needs it.</summary>
/// <param name="MaxPageSize">Rows of a page, from Prefer: odata.maxpagesize; null for the platform's 5,000.</param>
/// <param name="FormattedValues">Whether Prefer: odata.include-annotations asks for anything.</param>
public sealed record QueryPreferences(int? MaxPageSize, bool FormattedValues);

/// <summary>What is written of each row of one table.</summary>
public sealed record Projection
{
    public required Table Table { get; init; }

    /// <summary>Columns to write, in this order; null for every column that can be read. The primary key and the ETag are written always.</summary>
    public IReadOnlyList<Column>? Columns { get; init; }

    /// <summary>
    /// Keys of <see cref="Entity.Attributes"/> to write as they are, for aggregates and aliased columns (FetchXML, $apply): the value may be an
    /// <see cref="AliasedValue"/>. Null writes every attribute of the row that is no column of the table.
    /// </summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>Groups and aggregates are no rows: without key and ETag.</summary>
    public bool IsAggregate { get; init; }

    public IReadOnlyList<Expansion> Expansions { get; init; } = [];
}

/// <summary>One $expand: the related rows stand in <see cref="Entity.RelatedEntities"/> of each row, under <see cref="Navigation.Key"/>.</summary>
/// <param name="Navigation">What is expanded. A single-valued one that is missing or empty is written as null.</param>
/// <param name="Projection">What is written of the related rows; for an owner the table is that of the row itself.</param>
/// <param name="ReferencesOnly">$expand=name/$ref.</param>
/// <param name="Link">Of a collection: query string of its own @odata.nextLink, with the options it was expanded with.</param>
/// <param name="IsPaged">
/// The link is there only where more rows are, and goes on behind those written: their collection's paging cookie is the $skiptoken. Else it is there
/// always, and gives the same rows ("Expand collection-valued navigation properties").
/// </param>
public sealed record Expansion(Navigation Navigation, Projection Projection, bool ReferencesOnly = false, string? Link = null, bool IsPaged = false);

/// <summary>A page of rows.</summary>
/// <param name="Rows">With what was expanded in their related entities.</param>
/// <param name="NextQuery">Query string of @odata.nextLink, without path and question mark; null on the last page.</param>
/// <param name="Count">@odata.count; null where it was not asked for.</param>
/// <param name="CountLimitExceeded">The count stopped at 5,000; null where no count was asked for.</param>
/// <param name="FetchPagingCookie">FetchXML: @Microsoft.Dynamics.CRM.fetchxmlpagingcookie.</param>
/// <param name="MoreRecords">FetchXML: @Microsoft.Dynamics.CRM.morerecords.</param>
public sealed record RowsPage(
    IReadOnlyList<Entity> Rows, string? NextQuery = null, long? Count = null, bool? CountLimitExceeded = null, string? FetchPagingCookie = null, bool? MoreRecords = null);

/// <summary>How a GET of rows is answered.</summary>
public abstract class RowsPlan
{
    public required Projection Projection { get; init; }

    /// <summary>The answer is one row (by key, or through a single-valued navigation property), else a list.</summary>
    public bool IsSingle { get; init; }

    /// <summary>The path ends in /$count: the answer is the number as text.</summary>
    public bool IsCount { get; init; }

    /// <summary>The path ends in /$ref: only @odata.id of each row.</summary>
    public bool IsReferences { get; init; }

    /// <summary>What follows # in @odata.context, e.g. <c>accounts(name)</c>, <c>accounts(name)/$entity</c>.</summary>
    public required string Context { get; init; }

    /// <summary>Reads in the name of the service's user. A single row that is not there throws the platform's fault; an empty lookup gives no row.</summary>
    public abstract RowsPage Read(IOrganizationService service);
}
