using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Cli.Run;

/// <summary>
/// Values a portfolio as a cloud flow would: by the solution's custom APIs alone, page by page with their cursors.
/// Beside the sections of the report the only place of this program that knows names of our solution.
/// </summary>
internal sealed class Valuation(IOrganizationService service, DateTime asOf)
{
    private const int AccountScope = 781340000, MarginRolling = 781340002;

    /// <summary>What the fit of the lifetime value model came to.</summary>
    /// <param name="IsUsable">The model holds for this customer base.</param>
    /// <param name="Refusal">Why it does not; then lifetime values come from the plain heuristic or are not stated.</param>
    public sealed record Fit(bool IsUsable, string Refusal, int CustomerCount);

    /// <summary>What the scoring came to.</summary>
    public sealed record Scored(int Count, int Unscored);

    /// <summary>What could not be stated, over all accounts of the day.</summary>
    /// <param name="Accounts">Accounts with a snapshot.</param>
    /// <param name="WithoutMargin">Those whose margin is unknown.</param>
    /// <param name="WithoutLifetimeValue">Those whose lifetime value is not stated.</param>
    /// <param name="WhyNoMargin">The reason, as the first of them says it.</param>
    public sealed record Gaps(int Accounts, int WithoutMargin, int WithoutLifetimeValue, string WhyNoMargin);

    /// <summary>Lets explanations be written, and choices be called, in a language.</summary>
    /// <param name="userId">Whose labels change, too.</param>
    /// <param name="language">1031, 1033, 1036 or 1040.</param>
    public void Speak(Guid userId, int language)
    {
        var query = new QueryExpression("environmentvariabledefinition") { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition("schemaname", ConditionOperator.Equal, "kam_ExplanationLanguage");
        service.Create(new Entity("environmentvariablevalue")
        {
            ["environmentvariabledefinitionid"] = service.RetrieveMultiple(query).Entities.Single().ToEntityReference(),
            ["value"] = language.ToString(CultureInfo.InvariantCulture),
        });
        service.Update(new Entity("usersettings", userId) { ["uilanguageid"] = language });
    }

    /// <summary>Fits the lifetime value model over the whole customer base.</summary>
    public Fit FitModel()
    {
        var response = Paged("kam_FitValueModel", _ => { });
        return new Fit((bool)response["IsUsable"], response.Results.TryGetValue("Refusal", out var refusal) ? refusal as string ?? "" : "", (int)response["CustomerCount"]);
    }

    /// <summary>Scores every active account.</summary>
    /// <param name="accounts">How many there are about.</param>
    /// <param name="progress">Told which share of them has been scored so far.</param>
    public Scored ScorePortfolio(int accounts, IProgress<double> progress)
    {
        int scored = 0, unscored = 0;
        Paged("kam_ScorePortfolio", page =>
        {
            scored += (int)page["ScoredCount"];
            unscored += (int)page["UnscoredCount"];
            progress.Report(Math.Min(1, (scored + unscored) / (double)Math.Max(1, accounts)));
        });
        return new Scored(scored, unscored);
    }

    /// <summary>Concentration, Pareto curve, matrix and churn list.</summary>
    public Portfolio Analyze() => Portfolio.Read((string)service.Execute(new OrganizationRequest("kam_AnalyzePortfolio") { ["AsOf"] = asOf })["Analysis"]);

    /// <summary>The parts of scores, by score.</summary>
    public ILookup<Guid, Entity> PartsOf(IReadOnlyCollection<Entity> scores)
    {
        if (scores.Count == 0) return Enumerable.Empty<Entity>().ToLookup(p => p.Id);
        var query = new QueryExpression("kam_scorepart")
        {
            ColumnSet = new ColumnSet("kam_valuescoreid", "kam_name", "kam_measure", "kam_contribution", "kam_weightpercent", "kam_appliedpolicy", "kam_explanation"),
        };
        query.Criteria.AddCondition("kam_valuescoreid", ConditionOperator.In, scores.Select(s => (object)s.Id).ToArray());
        return service.RetrieveMultiple(query).Entities.ToLookup(p => p.GetAttributeValue<EntityReference>("kam_valuescoreid").Id);
    }

    /// <summary>How many accounts lack a margin or a lifetime value, and why.</summary>
    public Gaps FindGaps()
    {
        var query = OfTheDay();
        query.ColumnSet = new ColumnSet("kam_margin", "kam_lifetimevalue");
        query.PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 };
        var scores = new List<Entity>();
        while (true)
        {
            var page = service.RetrieveMultiple(query);
            scores.AddRange(page.Entities);
            if (!page.MoreRecords) break;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
        var withoutMargin = scores.Where(s => !s.Contains("kam_margin")).ToList();
        return new Gaps(scores.Count, withoutMargin.Count, scores.Count(s => !s.Contains("kam_lifetimevalue")), WhyNoMargin(withoutMargin));
    }

    /// <summary>The snapshots of the day, best first.</summary>
    public IReadOnlyList<Entity> Ranking(int top)
    {
        var query = OfTheDay();
        query.ColumnSet = new ColumnSet(true);
        query.TopCount = top;
        query.Criteria.AddCondition("kam_score", ConditionOperator.NotNull);
        query.AddOrder("kam_score", OrderType.Descending);
        query.AddOrder("kam_revenue", OrderType.Descending);
        var account = query.AddLink("account", "kam_accountid", "accountid");
        account.EntityAlias = "account";
        account.Columns = new ColumnSet("name", "address1_city");
        return service.RetrieveMultiple(query).Entities.ToList();
    }

    private QueryExpression OfTheDay()
    {
        var query = new QueryExpression("kam_valuescore");
        query.Criteria.AddCondition("kam_asof", ConditionOperator.Equal, asOf);
        query.Criteria.AddCondition("kam_scope", ConditionOperator.Equal, AccountScope);
        return query;
    }

    // The second sentence of the part says why; the first only that it is unknown.
    private string WhyNoMargin(IEnumerable<Entity> scores) => PartsOf(scores.Take(1).ToList()).SelectMany(parts => parts)
        .Where(part => part.GetAttributeValue<OptionSetValue>("kam_measure")?.Value is MarginRolling && part.Contains("kam_appliedpolicy"))
        .Select(part => (part.GetAttributeValue<string>("kam_explanation") ?? "").Split('\n', StringSplitOptions.TrimEntries).Last()).FirstOrDefault() ?? "";

    private OrganizationResponse Paged(string name, Action<OrganizationResponse> page) => service.CallPaged(name, asOf, page);
}
