using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Cli.Run;

/// <summary>
/// Values a portfolio as a cloud flow would: by the solution's custom APIs alone, page by page with their cursors.
/// The only place of this program that knows names of our solution.
/// </summary>
internal sealed class Valuation(IOrganizationService service, DateTime asOf)
{
    /// <summary>What the fit of the lifetime value model came to.</summary>
    /// <param name="IsUsable">The model holds for this customer base.</param>
    /// <param name="Refusal">Why it does not; then lifetime values come from the plain heuristic or are not stated.</param>
    public sealed record Fit(bool IsUsable, string Refusal, int CustomerCount);

    /// <summary>What the scoring came to.</summary>
    public sealed record Scored(int Count, int Unscored);

    /// <summary>Fits the lifetime value model over the whole customer base.</summary>
    public Fit FitModel()
    {
        var response = Paged("kam_FitValueModel", _ => { });
        return new Fit((bool)response["IsUsable"], response.Results.TryGetValue("Refusal", out var refusal) ? refusal as string ?? "" : "", (int)response["CustomerCount"]);
    }

    /// <summary>Scores every active account.</summary>
    /// <param name="pageDone">Told how many accounts have been scored so far.</param>
    public Scored ScorePortfolio(Action<int> pageDone)
    {
        int scored = 0, unscored = 0;
        Paged("kam_ScorePortfolio", page =>
        {
            scored += (int)page["ScoredCount"];
            unscored += (int)page["UnscoredCount"];
            pageDone(scored + unscored);
        });
        return new Scored(scored, unscored);
    }

    /// <summary>Concentration, Pareto curve, matrix and churn list.</summary>
    public OrganizationResponse Analyze() => service.Execute(new OrganizationRequest("kam_AnalyzePortfolio") { ["AsOf"] = asOf });

    /// <summary>The snapshots of the day, best first.</summary>
    public IReadOnlyList<Entity> Ranking(int top)
    {
        var query = new QueryExpression("kam_valuescore") { ColumnSet = new ColumnSet(true), TopCount = top };
        query.Criteria.AddCondition("kam_asof", ConditionOperator.Equal, asOf);
        query.Criteria.AddCondition("kam_scope", ConditionOperator.Equal, AccountScope);
        query.Criteria.AddCondition("kam_score", ConditionOperator.NotNull);
        query.AddOrder("kam_score", OrderType.Descending);
        query.AddOrder("kam_revenue", OrderType.Descending);
        var account = query.AddLink("account", "kam_accountid", "accountid");
        account.EntityAlias = "account";
        account.Columns = new ColumnSet("name", "address1_city");
        return service.RetrieveMultiple(query).Entities.ToList();
    }

    private const int AccountScope = 781340000;

    private OrganizationResponse Paged(string name, Action<OrganizationResponse> page)
    {
        var cursor = "";
        while (true)
        {
            var request = new OrganizationRequest(name) { ["AsOf"] = asOf };
            if (cursor.Length > 0) request["Cursor"] = cursor;
            var response = service.Execute(request);
            page(response);
            if ((bool)response["IsComplete"]) return response;
            cursor = (string)response["NextCursor"];
        }
    }
}
