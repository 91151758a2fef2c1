using System;
using System.Globalization;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Queries.Changes;

/// <summary>
/// What changed in one table since a version: rows as they are now in the order of their versions, then the ids of deleted ones. A client that
/// has no version yet gets every row and no deletions.
/// </summary>
/// <remarks>
/// Source: "Use change tracking to synchronize data with external systems". The token of an answer is that of its first page: what changes while a
/// client pages comes once more with the next token rather than never.
/// </remarks>
internal sealed class ChangedRows(Store store, TableLayout layout, SelectList select, RowReader reader)
{
    private const int LargestPage = 5000;

    /// <summary>Where a page ended.</summary>
    /// <param name="Until">Version of the first page: the token of them all.</param>
    /// <param name="Deleted">Whether the last one was a deletion.</param>
    /// <param name="Version">Version of the last row or deletion.</param>
    /// <param name="Id">Its id.</param>
    private readonly record struct Position(long Until, bool Deleted, long Version, Guid Id);

    public BusinessEntityChanges Read(ChangeToken? since, PagingInfo? page, DateTime utcNow)
    {
        var size = page is { Count: > 0 and <= LargestPage } ? page.Count : LargestPage;
        var last = PositionIn(page?.PagingCookie) ?? new Position(store.LastVersion, Deleted: false, since?.Version ?? 0, new Guid(int.MaxValue, 0, 0, new byte[8]));
        var first = last;
        if (page is { PageNumber: > 1 } && string.IsNullOrEmpty(page.PagingCookie)) throw PlatformErrors.QueryBuilderInvalidPagingCookie.Fault();
        var changes = new BusinessEntityChanges { Changes = new BusinessEntityChangesCollection(), DataToken = new ChangeToken(last.Until, utcNow).ToString() };
        if (!last.Deleted) last = ReadRows(changes, last, size, isFirstPage: string.IsNullOrEmpty(page?.PagingCookie));
        if (!changes.MoreRecords && since is { } known) last = ReadDeleted(changes, last with { Version = last.Deleted ? last.Version : known.Version, Deleted = true }, size);
        if (last != first) changes.PagingCookie = Cookie(page?.PageNumber ?? 1, last);
        return changes;
    }

    private Position ReadRows(BusinessEntityChanges changes, Position last, int size, bool isFirstPage)
    {
        var (version, id) = ("t0." + TableLayout.VersionSqlName, "t0." + layout.Id.SqlName);
        var (versionAt, idAt) = (select.Position(version), select.Position(id));
        var after = isFirstPage ? $"{version} > ?1" : $"({version} > ?1 OR ({version} = ?1 AND {id} > ?3))";
        var statement = store.PrepareQuery($"SELECT {select.Sql} FROM {layout.SqlName} t0 WHERE {version} >= ?1 AND {after} ORDER BY {version}, {id} LIMIT ?2");
        statement.Bind(1, last.Version);
        statement.Bind(2, size + 1L);
        if (!isFirstPage) statement.Bind(3, last.Id);
        try
        {
            while (statement.Step())
            {
                if (changes.Changes.Count == size)
                {
                    changes.MoreRecords = true;
                    break;
                }
                last = last with { Version = statement.Int64(versionAt), Id = statement.Guid(idAt) };
                var row = new Entity(layout.Name, last.Id) { RowVersion = last.Version.ToString(CultureInfo.InvariantCulture) };
                row.Attributes[layout.Id.Name] = last.Id;
                reader.Read(statement, select.Columns, row);
                changes.Changes.Add(new NewOrUpdatedItem(ChangeType.NewOrUpdated, row));
            }
        }
        finally
        {
            statement.Reset();
        }
        return last;
    }

    // A row that was deleted and created anew with its id is there; of one deleted twice the last time counts.
    private Position ReadDeleted(BusinessEntityChanges changes, Position last, int size)
    {
        var statement = store.PrepareQuery(
            $"SELECT MAX(d.version), d.id FROM {Tombstones.SqlName} d WHERE d.tablename = ?1 AND NOT EXISTS (SELECT 1 FROM {layout.SqlName} t0 WHERE t0.{layout.Id.SqlName} = d.id) " +
            "GROUP BY d.id HAVING MAX(d.version) > ?2 ORDER BY 1 LIMIT ?3");
        statement.Bind(1, layout.Name);
        statement.Bind(2, last.Version);
        statement.Bind(3, size - changes.Changes.Count + 1L);
        try
        {
            while (statement.Step())
            {
                if (changes.Changes.Count == size)
                {
                    changes.MoreRecords = true;
                    break;
                }
                last = last with { Version = statement.Int64(0), Id = statement.Guid(1) };
                changes.Changes.Add(new RemovedOrDeletedItem(ChangeType.RemoveOrDeleted, new EntityReference(layout.Name, last.Id)));
            }
        }
        finally
        {
            statement.Reset();
        }
        return last;
    }

    private string Cookie(int page, Position last) => PagingCookie.Write(
        page,
        ["token", "deleted", "versionnumber", layout.Id.Name],
        [null, null, null, null],
        [Text(last.Until), last.Deleted ? "1" : "0", Text(last.Version), last.Id.ToString("B").ToUpperInvariant()]);

    private static Position? PositionIn(string? cookie)
    {
        if (PagingCookie.Parse(cookie)?.Last is not { } last) return null;
        if (last.Count == 4 && long.TryParse(last[0].Last, out var until) && long.TryParse(last[2].Last, out var version) && Guid.TryParse(last[3].Last, out var id))
        {
            return new Position(until, last[1].Last == "1", version, id);
        }
        throw PlatformErrors.QueryBuilderInvalidPagingCookie.Fault();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
