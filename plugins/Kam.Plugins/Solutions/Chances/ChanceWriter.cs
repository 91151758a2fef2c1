using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.Solutions.CrossSelling;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Solutions.Chances;

/// <summary>Stores the chances of an account, one row for each family: a request for each that is new or changed, and for each that is bought or no longer likely.</summary>
internal sealed class ChanceWriter
{
    private const int LongestName = 300;

    private readonly IOrganizationService dataverse;
    private readonly PortfolioChances portfolio;
    private readonly BaseCurrency currency;
    private readonly Texts texts;
    private readonly DateTime asOf;

    public ChanceWriter(IOrganizationService dataverse, PortfolioChances portfolio, BaseCurrency currency, Texts texts, DateTime asOf)
    {
        this.dataverse = dataverse;
        this.portfolio = portfolio;
        this.currency = currency;
        this.texts = texts;
        this.asOf = asOf;
    }

    /// <summary>Writes them; a second time on the same purchases writes nothing.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="chances">Likeliest first.</param>
    /// <param name="stored">All rows of the account, closed ones too.</param>
    public void Write(AccountRow account, IReadOnlyList<CrossSellChance> chances, IEnumerable<CrossSellChanceRow> stored)
    {
        var known = stored.ToDictionary(row => row.FamilyId!.Id);
        foreach (var chance in chances)
        {
            var row = Row(account, chance);
            if (!known.TryGetValue(chance.FamilyId, out var existing)) dataverse.Create(row);
            else if (!IsSame(row, existing)) dataverse.Update(Change(row, existing));
        }

        var open = new HashSet<Guid>(chances.Select(chance => chance.FamilyId));
        foreach (var gone in known.Values.Where(row => row.StateCode == CrossSellChanceState.Active && !open.Contains(row.FamilyId!.Id))) Close(account, gone);
    }

    private CrossSellChanceRow Row(AccountRow account, CrossSellChance chance)
    {
        var reason = portfolio.Reason(account, chance);
        var name = $"{account.Name} – {portfolio.NameOf(chance.FamilyId)}";
        return new CrossSellChanceRow
        {
            Name = name.Length <= LongestName ? name : name.Substring(0, LongestName),
            AccountId = new EntityReference(AccountRow.Table, account.Id),
            FamilyId = new EntityReference(ProductRow.Table, chance.FamilyId),
            AsOf = asOf,
            Probability = chance.Probability,
            TransactionCurrencyId = currency.Reference,
            TypicalMargin = currency.Money(chance.TypicalMargin),
            ExpectedMargin = currency.Money(chance.ExpectedMargin),
            PeerCount = chance.Evidence.Peers,
            PeerBuyerCount = chance.Evidence.Both,
            BoughtFamilyId = chance.Evidence.BoughtFamilyId is { } bought ? new EntityReference(ProductRow.Table, bought) : null,
            Reason = texts.Say(reason),
            ReasonData = ExplanationJson.Write(reason),
            ConfigurationVersion = portfolio.Configuration,
            OwnerId = account.OwnerId,
        };
    }

    private static CrossSellChanceRow Change(CrossSellChanceRow row, CrossSellChanceRow existing)
    {
        row.Id = existing.Id;
        // An owner that is written is assigned, so only another one is.
        if (existing.OwnerId?.Id == row.OwnerId?.Id) row.Attributes.Remove(CrossSellChanceRow.Column.OwnerId);
        if (existing.StateCode == CrossSellChanceState.Active) return row;
        row.StateCode = CrossSellChanceState.Active;
        row.StatusCode = CrossSellChanceStatusReason.Open;
        return row;
    }

    private static bool IsSame(CrossSellChanceRow row, CrossSellChanceRow existing) => existing.StateCode == CrossSellChanceState.Active && row.AsOf == existing.AsOf
        && row.Probability == existing.Probability && row.ExpectedMargin?.Value == existing.ExpectedMargin?.Value && row.TypicalMargin?.Value == existing.TypicalMargin?.Value
        && row.ReasonData == existing.ReasonData && row.ConfigurationVersion == existing.ConfigurationVersion && row.OwnerId?.Id == existing.OwnerId?.Id;

    private void Close(AccountRow account, CrossSellChanceRow gone) => dataverse.Update(new CrossSellChanceRow
    {
        Id = gone.Id,
        StateCode = CrossSellChanceState.Inactive,
        StatusCode = portfolio.HasBought(account.Id, gone.FamilyId!.Id) ? CrossSellChanceStatusReason.Bought : CrossSellChanceStatusReason.NoLongerLikely,
    });
}
