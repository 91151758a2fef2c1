using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>Runs of a portfolio scoring and the pages they keep between calls.</summary>
internal sealed class ScoringRunStore
{
    private static readonly ColumnSet RunColumns = new(
        ScoringRunRow.Column.ScoringModelId, ScoringRunRow.Column.AsOf, ScoringRunRow.Column.Phase, ScoringRunRow.Column.Cursor, ScoringRunRow.Column.PageCount,
        ScoringRunRow.Column.AccountCount, ScoringRunRow.Column.ScoredCount, ScoringRunRow.Column.Distribution, ScoringRunRow.Column.Basis, ScoringRunRow.Column.ValueModelFitId);

    private readonly IOrganizationService dataverse;

    public ScoringRunStore(IOrganizationService dataverse) => this.dataverse = dataverse;

    /// <summary>A run by its id; null when there is none.</summary>
    public ScoringRunRow? ById(Guid id)
    {
        var query = new QueryExpression(ScoringRunRow.Table) { ColumnSet = RunColumns, TopCount = 1 };
        query.Criteria.AddCondition(ScoringRunRow.Column.ScoringRunId, ConditionOperator.Equal, id);
        return First(query);
    }

    /// <summary>The run of a model and a day; null when it was never begun.</summary>
    public ScoringRunRow? Of(Guid modelId, DateTime asOf)
    {
        var query = Runs(modelId);
        query.Criteria.AddCondition(ScoringRunRow.Column.AsOf, ConditionOperator.Equal, asOf);
        return First(query);
    }

    /// <summary>The newest finished run of a model up to a day; null when there is none.</summary>
    public ScoringRunRow? NewestFinished(Guid modelId, DateTime upTo)
    {
        var query = Runs(modelId);
        query.Criteria.AddCondition(ScoringRunRow.Column.AsOf, ConditionOperator.LessEqual, upTo);
        query.Criteria.AddCondition(ScoringRunRow.Column.Phase, ConditionOperator.Equal, (int)ScoringPhaseChoice.Finished);
        query.AddOrder(ScoringRunRow.Column.AsOf, OrderType.Descending);
        return First(query);
    }

    public void AddPage(ScoringRunRow run, int number, IEnumerable<MeasuredAccount> accounts) => dataverse.Create(new ScoringPageRow
    {
        Name = $"{number}",
        ScoringRunId = run.ToEntityReference(),
        Number = number,
        Measures = PageText.Write(accounts),
    });

    public IReadOnlyList<MeasuredAccount> Page(ScoringRunRow run, int number)
    {
        var query = Pages(run);
        query.Criteria.AddCondition(ScoringPageRow.Column.Number, ConditionOperator.Equal, number);
        return PageText.Read(dataverse.RetrieveMultiple(query).Entities.Single().ToEntity<ScoringPageRow>().Measures!);
    }

    /// <summary>All pages, read a few at a time: a page may have a megabyte.</summary>
    public IEnumerable<MeasuredAccount> AllPages(ScoringRunRow run)
    {
        var query = Pages(run);
        query.AddOrder(ScoringPageRow.Column.Number, OrderType.Ascending);
        query.PageInfo = new PagingInfo { Count = 20, PageNumber = 1 };
        while (true)
        {
            var answer = dataverse.RetrieveMultiple(query);
            foreach (var page in answer.Entities)
                foreach (var account in PageText.Read(page.ToEntity<ScoringPageRow>().Measures!)) yield return account;
            if (!answer.MoreRecords) yield break;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = answer.PagingCookie;
        }
    }

    /// <summary>Stores where the run stands. Two callers that drive one run at the same time: the second is refused by the platform, nothing is done twice.</summary>
    public void Save(ScoringRunRow run, ScoringRunRow change)
    {
        change.Id = run.Id;
        change.RowVersion = run.RowVersion;
        dataverse.Execute(new UpdateRequest { Target = change, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches });
    }

    private static QueryExpression Runs(Guid modelId)
    {
        var query = new QueryExpression(ScoringRunRow.Table) { ColumnSet = RunColumns, TopCount = 1 };
        query.Criteria.AddCondition(ScoringRunRow.Column.ScoringModelId, ConditionOperator.Equal, modelId);
        return query;
    }

    private static QueryExpression Pages(ScoringRunRow run)
    {
        var query = new QueryExpression(ScoringPageRow.Table) { ColumnSet = new ColumnSet(ScoringPageRow.Column.Measures) };
        query.Criteria.AddCondition(ScoringPageRow.Column.ScoringRunId, ConditionOperator.Equal, run.Id);
        return query;
    }

    private ScoringRunRow? First(QueryExpression query) => dataverse.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<ScoringRunRow>();
}
