using System;
using System.Linq;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>CalculateActualValueOpportunity: what an opportunity that is won was worth.</summary>
/// <remarks>
/// Documented is that the opportunity is won and that quotes are read; not how the value comes from them. Here it is the total of its won quotes, and
/// without one the opportunity's own: the actual value, else the estimated one.
/// </remarks>
internal static class OpportunityValue
{
    private const int Won = 1, QuoteWon = 2;

    public static void Calculate(MessageExecution execution)
    {
        var id = execution.Required<Guid>("OpportunityId");
        var opportunity = execution.Unit.Retrieve(execution.Context, new EntityReference("opportunity", id), new ColumnSet("statecode", "actualvalue", "estimatedvalue"));
        execution.Context.Access?.Require("prvReadQuote");
        if (ClosingMessages.StateOf(opportunity) != Won) throw SalesErrors.InvalidState.Fault();

        var query = new QueryExpression("quote") { ColumnSet = new ColumnSet("totalamount") };
        query.Criteria.AddCondition("opportunityid", ConditionOperator.Equal, id);
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, QuoteWon);
        var totals = execution.Unit.RetrieveMultiple(execution.Context, query).Entities.Select(q => q.GetAttributeValue<Money>("totalamount")?.Value ?? 0m).ToList();
        var own = opportunity.GetAttributeValue<Money>("actualvalue") ?? opportunity.GetAttributeValue<Money>("estimatedvalue");
        execution.Output["Value"] = totals.Count > 0 ? totals.Sum() : own?.Value ?? 0m;
    }
}
