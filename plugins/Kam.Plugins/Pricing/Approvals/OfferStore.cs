using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>Reads documents and lines with the terms they have now.</summary>
internal sealed class OfferStore
{
    private readonly IOrganizationService dataverse;

    /// <param name="dataverse">With all rights: terms are the same whoever asks.</param>
    public OfferStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    /// <summary>All lines of a document, by number. Two requests.</summary>
    public IReadOnlyList<OfferedLine> Lines(OfferTable table, Guid documentId)
    {
        var document = Document(table, documentId);
        var query = new QueryExpression(table.Lines) { ColumnSet = table.LineColumns };
        query.Criteria.AddCondition(table.LineToDocument, ConditionOperator.Equal, documentId);
        query.PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 };
        var lines = new List<OfferedLine>();
        while (true)
        {
            var page = dataverse.RetrieveMultiple(query);
            lines.AddRange(page.Entities.Select(row => table.ReadLine(row, document)));
            if (!page.MoreRecords) return [.. lines.OrderBy(line => line.Number.Length).ThenBy(line => line.Number, StringComparer.Ordinal)];
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    /// <summary>One line. Two requests.</summary>
    public OfferedLine Line(OfferTable table, Guid lineId)
    {
        var row = dataverse.Retrieve(table.Lines, lineId, table.LineColumns);
        return table.ReadLine(row, Document(table, row.GetAttributeValue<EntityReference>(table.LineToDocument).Id));
    }

    /// <summary>The document alone. One request.</summary>
    public OfferedDocument Document(OfferTable table, Guid documentId) => table.ReadDocument(dataverse.Retrieve(table.Documents, documentId, table.DocumentColumns));
}
