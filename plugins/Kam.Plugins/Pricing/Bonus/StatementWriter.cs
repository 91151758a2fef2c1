using System;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Bonus;

/// <summary>Writes a statement with its parts, in one request, and marks it as the current one of its participant. It belongs to the manager, who reads no other.</summary>
internal sealed class StatementWriter
{
    private static readonly Relationship Parts = new("kam_BonusStatement_BonusPart");

    private readonly IOrganizationService dataverse;
    private readonly BaseCurrency currency;
    private readonly Texts texts;
    private readonly decimal marginBefore;

    public StatementWriter(IOrganizationService dataverse, BaseCurrency currency, Texts texts, decimal marginBefore)
    {
        this.dataverse = dataverse;
        this.currency = currency;
        this.texts = texts;
        this.marginBefore = marginBefore;
    }

    public Guid Write(BonusPlanRow plan, BonusParticipantRow participant, BonusPeriod period, DateTime until, BonusStatement statement, BonusStatementRow? latest)
    {
        var manager = participant.KeyAccountManagerId!;
        var before = latest?.Pay?.Value ?? 0m;
        var isCorrection = latest?.PeriodUntil == until;
        var row = new BonusStatementRow
        {
            Name = $"{plan.Name} {manager.Name} {until:yyyy-MM-dd}",
            OwnerId = manager,
            BonusPlanId = plan.ToEntityReference(),
            KeyAccountManagerId = manager,
            // Two statements at the same time would have the same number, which the key does not allow: one of them wins.
            Sequence = (latest?.Sequence ?? 0) + 1,
            PeriodFrom = period.First,
            PeriodUntil = until,
            SharePercent = Decimals.Four(period.Share(until) * 100m),
            TransactionCurrencyId = currency.Reference,
            Pay = currency.Money(statement.Pay),
            StatedBefore = currency.Money(before),
            Correction = currency.Money(statement.Correction(before)),
            IsCorrection = isCorrection,
            CorrectsId = isCorrection ? latest!.ToEntityReference() : null,
            LinesWithoutCost = statement.LinesWithoutCost,
            Margin = currency.Money(statement.Margin),
            MarginBefore = currency.Money(marginBefore),
        };
        row.RelatedEntities[Parts] = new EntityCollection(statement.Parts.Select(part => (Entity)Part(part, manager)).ToList()) { EntityName = BonusPartRow.Table };
        var id = dataverse.Create(row);
        dataverse.Update(new BonusParticipantRow { Id = participant.Id, CurrentStatementId = new EntityReference(BonusStatementRow.Table, id) });
        return id;
    }

    private BonusPartRow Part(BonusPart part, EntityReference owner) => new()
    {
        Name = part.Component.Name,
        OwnerId = owner,
        BonusComponentId = new EntityReference(BonusComponentRow.Table, part.Component.Id),
        Driver = (BonusDriverChoice)part.Component.Driver,
        Reached = Decimals.Four(part.Reached),
        PayPercent = part.PayPercent,
        Pay = currency.Money(part.Pay),
        TransactionCurrencyId = currency.Reference,
        Reason = part.WhyNothing is { } why ? texts.Say(new Sentence(why.TextKey, [])) : null,
    };
}
