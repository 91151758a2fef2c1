using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Pricing;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>Reads price exceptions as the rules see them.</summary>
internal sealed class PriceExceptionStore
{
    private static readonly ColumnSet Columns = new(
        PriceExceptionRow.Column.Name, PriceExceptionRow.Column.QuoteLineId, PriceExceptionRow.Column.OrderLineId, PriceExceptionRow.Column.AgreementLineId, PriceExceptionRow.Column.SalesOrderId,
        PriceExceptionRow.Column.ApprovalLevelId, PriceExceptionRow.Column.RequestedById, PriceExceptionRow.Column.ValidUntil, PriceExceptionRow.Column.StateCode, PriceExceptionRow.Column.StatusCode,
        PriceExceptionRow.Column.Terms, PriceExceptionRow.Column.UsedOn, PriceExceptionRow.Column.DecideBy);

    private readonly IOrganizationService dataverse;

    public PriceExceptionStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    /// <summary>One exception, with its version. One request.</summary>
    public PriceExceptionRow Read(Guid id) => dataverse.Retrieve(PriceExceptionRow.Table, id, Columns).ToEntity<PriceExceptionRow>();

    /// <summary>All exceptions of a line, the latest first. One request.</summary>
    public IReadOnlyList<PriceExceptionRow> OfLine(OfferTable table, Guid lineId) => Query(table.ExceptionToLine, [lineId], onlyActive: false);

    /// <summary>Those of a line that wait or hold. One request.</summary>
    public IReadOnlyList<PriceExceptionRow> ActiveOfLine(OfferTable table, Guid lineId) => Query(table.ExceptionToLine, [lineId], onlyActive: true);

    /// <summary>All exceptions of a document's lines, the latest first. One request; none without a line.</summary>
    public IReadOnlyList<PriceExceptionRow> OfDocument(OfferTable table, Guid documentId, IReadOnlyList<OfferedLine> lines)
    {
        if (lines.Count == 0) return [];
        return table.ExceptionToDocument is { } lookup
            ? Query(lookup, [documentId], onlyActive: false)
            : Query(table.ExceptionToLine, lines.Select(line => line.Reference.Id).ToList(), onlyActive: false);
    }

    /// <summary>Those of a document that wait or hold. One request.</summary>
    public IReadOnlyList<PriceExceptionRow> ActiveOfDocument(OfferTable table, Guid documentId) => Query(table.ExceptionToDocument!, [documentId], onlyActive: true);

    /// <summary>The exception as the rules see it from a line: for the line it was asked for, or for the order line it was used for.</summary>
    /// <param name="row">The row.</param>
    /// <param name="levels">The levels in use; one that is not signs for nothing.</param>
    /// <param name="parties">Whose price it is.</param>
    public static LineException Rule(PriceExceptionRow row, ApprovalLevels levels, PriceParties parties)
    {
        var level = levels.Find(row.ApprovalLevelId?.Id);
        return new LineException(row.Id, new PriceException(TermsOf(row), parties, level?.Rank ?? 0, StatusOf(row), row.ValidUntil ?? DateTime.MinValue, row.UsedOn is not null), level?.Name ?? row.ApprovalLevelId?.Name ?? "");
    }

    /// <summary>For checks that ask nothing about people.</summary>
    public static LineException Rule(PriceExceptionRow row, ApprovalLevels levels) => Rule(row, levels, new PriceParties(row.RequestedById?.Id ?? Guid.Empty, [], []));

    /// <summary>What it is for. A row without terms is for nothing that exists.</summary>
    public static ApprovedTerms TermsOf(PriceExceptionRow row)
    {
        var terms = TermsText.Read(row.Terms ?? "{\"Description\":\"\"}");
        return row.UsedOn is not null && row.OrderLineId is { } line && row.SalesOrderId is { } order ? terms.For(line.Id, order.Id) : terms;
    }

    /// <summary>Where it stands.</summary>
    public static ExceptionStatus StatusOf(PriceExceptionRow row) => row.StatusCode switch
    {
        PriceExceptionStatusReason.Requested => ExceptionStatus.Requested,
        PriceExceptionStatusReason.Approved => ExceptionStatus.Approved,
        PriceExceptionStatusReason.Rejected => ExceptionStatus.Rejected,
        PriceExceptionStatusReason.Expired => ExceptionStatus.Expired,
        PriceExceptionStatusReason.Withdrawn => ExceptionStatus.Withdrawn,
        _ => ExceptionStatus.Void,
    };

    /// <summary>The line it was asked for; null when that line is gone.</summary>
    public static EntityReference? LineOf(PriceExceptionRow row) => row.UsedOn is not null && row.OrderLineId is { } ordered ? ordered : row.QuoteLineId ?? row.OrderLineId ?? row.AgreementLineId;

    private List<PriceExceptionRow> Query(string column, IReadOnlyList<Guid> ids, bool onlyActive)
    {
        var query = new QueryExpression(PriceExceptionRow.Table) { ColumnSet = Columns };
        query.Criteria.AddCondition(column, ConditionOperator.In, ids.Cast<object>().ToArray());
        if (onlyActive) query.Criteria.AddCondition(PriceExceptionRow.Column.StateCode, ConditionOperator.Equal, (int)PriceExceptionState.Active);
        query.AddOrder(PriceExceptionRow.Column.CreatedOn, OrderType.Descending);
        return dataverse.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<PriceExceptionRow>()).ToList();
    }
}
