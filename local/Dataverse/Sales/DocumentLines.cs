using System.Collections.Generic;
using System.Linq;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>Reads the lines of many documents, some hundred documents at a time.</summary>
internal static class DocumentLines
{
    private const int MostDocuments = 256, PageSize = 5000;

    /// <summary>The lines with these columns and the lookup to their document.</summary>
    public static IEnumerable<Entity> Of(MessageExecution execution, LineTable lines, IReadOnlyList<EntityReference> documents, params string[] columns)
    {
        foreach (var chunk in documents.Chunk(MostDocuments))
        {
            var query = new QueryExpression(lines.Table) { ColumnSet = new ColumnSet(columns) };
            query.ColumnSet.AddColumn(lines.HeaderLookup);
            if (chunk.Length == 1) query.Criteria.AddCondition(lines.HeaderLookup, ConditionOperator.Equal, chunk[0].Id);
            else query.Criteria.AddCondition(lines.HeaderLookup, ConditionOperator.In, [.. chunk.Select(d => (object)d.Id)]);
            foreach (var line in All(execution, query)) yield return line;
        }
    }

    /// <summary>All rows of a query, page by page.</summary>
    public static IEnumerable<Entity> All(MessageExecution execution, QueryExpression query)
    {
        query.PageInfo = new PagingInfo { PageNumber = 1, Count = PageSize };
        while (true)
        {
            var page = execution.Unit.RetrieveMultiple(execution.PlatformContext, query);
            foreach (var row in page.Entities) yield return row;
            if (!page.MoreRecords) yield break;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }
}
