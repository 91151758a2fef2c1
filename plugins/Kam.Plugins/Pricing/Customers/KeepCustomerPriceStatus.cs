using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Pricing.Lines;
using Kam.Rules.Pricing;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Customers;

/// <summary>Keeps on the account the worst price status of its open quotes, so that whoever opens the account sees that a price waits for a signature.</summary>
/// <remarks>As a job after the save: nobody waits for it. One request, and one more when the account stands otherwise than before; twice that when a quote moves to another customer.</remarks>
/// <model stage="5 Pricing">In Preisverhandlungen … systematisch durch das Preismanagement unterstützt</model>
[Step(Message.Update, QuoteRow.Table, Stage.PostOperation, When = [QuoteRow.Column.PriceStatus, QuoteRow.Column.StateCode, QuoteRow.Column.CustomerId], Mode = Mode.Asynchronous)]
[Step(Message.SetState, QuoteRow.Table, Stage.PostOperation, Mode = Mode.Asynchronous)]
[Step(Message.Delete, QuoteRow.Table, Stage.PostOperation, Mode = Mode.Asynchronous)]
[Image(ImageMoment.Before, QuoteRow.Column.CustomerId)]
[Image(ImageMoment.After, QuoteRow.Column.CustomerId, Of = Message.Update)]
public sealed class KeepCustomerPriceStatus : KamPlugin
{
    private const string Quote = "q";

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var customers = new List<EntityReference?> { request.Before<QuoteRow>().CustomerId };
        if (request.Context.MessageName == Message.Update) customers.Add(request.After<QuoteRow>().CustomerId);
        foreach (var account in customers.Where(customer => customer?.LogicalName == AccountRow.Table).Select(customer => customer!.Id).Distinct()) Keep(request.DataverseAsSystem, account);
    }

    private static void Keep(IOrganizationService asSystem, Guid account)
    {
        var rows = asSystem.RetrieveMultiple(WithOpenQuotes(account)).Entities;
        if (rows.Count == 0) return; // the account went together with its quotes
        var stored = (PriceStatus?)rows[0].ToEntity<AccountRow>().PriceStatus;
        var worst = DocumentStatus.Worst(rows.Select(row => (PriceStatus?)((OptionSetValue?)row.GetAttributeValue<AliasedValue>($"{Quote}.{QuoteRow.Column.PriceStatus}")?.Value)?.Value));
        if (worst != stored) asSystem.Update(new AccountRow { Id = account, PriceStatus = (PriceStatusChoice?)worst });
    }

    private static QueryExpression WithOpenQuotes(Guid account)
    {
        var query = new QueryExpression(AccountRow.Table) { ColumnSet = new ColumnSet(AccountRow.Column.PriceStatus), Distinct = true };
        query.Criteria.AddCondition(AccountRow.Column.AccountId, ConditionOperator.Equal, account);
        var quote = query.AddLink(QuoteRow.Table, AccountRow.Column.AccountId, QuoteRow.Column.CustomerId, JoinOperator.LeftOuter);
        quote.EntityAlias = Quote;
        quote.Columns.AddColumn(QuoteRow.Column.PriceStatus);
        quote.LinkCriteria.AddCondition(QuoteRow.Column.StateCode, ConditionOperator.In, (int)QuoteState.Draft, (int)QuoteState.Active);
        return query;
    }
}
