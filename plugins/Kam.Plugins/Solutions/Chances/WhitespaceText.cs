using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.Serialization;
using Kam.Plugins.Pipeline;
using Kam.Rules.Solutions.CrossSelling;
using Kam.Rules.Vocabulary;
using Kam.Tables;

namespace Kam.Plugins.Solutions.Chances;

/// <summary>The whitespace matrix as JSON for a page that draws it: accounts, families, and the cells that are no gap. A pair without a cell is a gap.</summary>
public sealed class WhitespaceText
{
    private readonly Texts texts;
    private readonly string currency;
    private readonly DateTime asOf;

    internal WhitespaceText(Texts texts, string currency, DateTime asOf)
    {
        this.texts = texts;
        this.currency = currency;
        this.asOf = asOf;
    }

    internal string Write(IReadOnlyList<AccountRow> accounts, IReadOnlyList<ProductRow> families, WhitespaceMatrix whitespace, IReadOnlyList<CrossSellChanceRow> chances, bool isCut)
    {
        var shown = new HashSet<Guid>(families.Select(family => family.Id));
        var cells = whitespace.Cells.Where(cell => shown.Contains(cell.FamilyId)).ToArray();
        var byFamily = cells.ToLookup(cell => cell.FamilyId);
        var reasons = chances.ToDictionary(chance => chance.AccountId!.Id.ToString("N") + chance.FamilyId!.Id.ToString("N"), chance => chance.ReasonData ?? "[]");
        return Json.Write(new Matrix
        {
            AsOf = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Currency = currency,
            IsCut = isCut,
            Accounts = accounts.Select(account => new Named { Id = account.Id.ToString("D"), Name = account.Name }).ToArray(),
            Families = families.Select(family => Counted(family, byFamily[family.Id])).ToArray(),
            Cells = cells.Where(cell => cell.State != WhitespaceState.Gap).Select(cell => new Cell
            {
                AccountId = cell.AccountId.ToString("D"),
                FamilyId = cell.FamilyId.ToString("D"),
                State = cell.State.ToString(),
                Revenue = cell.Revenue,
                Probability = cell.Chance?.Probability,
                ExpectedMargin = cell.Chance?.ExpectedMargin,
                Reason = cell.Chance is null ? null : texts.Say(ExplanationJson.Read(reasons[cell.AccountId.ToString("N") + cell.FamilyId.ToString("N")])),
            }).ToArray(),
        });
    }

    private static Family Counted(ProductRow family, IEnumerable<WhitespaceCell> cells)
    {
        var states = cells.GroupBy(cell => cell.State).ToDictionary(same => same.Key, same => same.Count());
        int Count(WhitespaceState state) => states.TryGetValue(state, out var count) ? count : 0;
        return new Family
        {
            Id = family.Id.ToString("D"),
            Name = family.Name,
            Bought = Count(WhitespaceState.Bought),
            Lapsed = Count(WhitespaceState.Lapsed),
            Chances = Count(WhitespaceState.Chance),
            Gaps = Count(WhitespaceState.Gap),
        };
    }

    /// <summary>The whole matrix. These types are public because serialisers in partial trust see public members only.</summary>
    [DataContract]
    public sealed class Matrix
    {
        [DataMember(Name = "asOf", Order = 0)] public string? AsOf { get; set; }
        [DataMember(Name = "currency", Order = 1)] public string? Currency { get; set; }
        [DataMember(Name = "isCut", Order = 2)] public bool IsCut { get; set; }
        [DataMember(Name = "accounts", Order = 3)] public Named[]? Accounts { get; set; }
        [DataMember(Name = "families", Order = 4)] public Family[]? Families { get; set; }
        [DataMember(Name = "cells", Order = 5)] public Cell[]? Cells { get; set; }
    }

    /// <summary>A row: an account.</summary>
    [DataContract]
    public sealed class Named
    {
        [DataMember(Name = "id", Order = 0)] public string? Id { get; set; }
        [DataMember(Name = "name", Order = 1)] public string? Name { get; set; }
    }

    /// <summary>A column: a family, and how many of the accounts stand how with it.</summary>
    [DataContract]
    public sealed class Family
    {
        [DataMember(Name = "id", Order = 0)] public string? Id { get; set; }
        [DataMember(Name = "name", Order = 1)] public string? Name { get; set; }
        [DataMember(Name = "bought", Order = 2)] public int Bought { get; set; }
        [DataMember(Name = "lapsed", Order = 3)] public int Lapsed { get; set; }
        [DataMember(Name = "chances", Order = 4)] public int Chances { get; set; }
        [DataMember(Name = "gaps", Order = 5)] public int Gaps { get; set; }
    }

    /// <summary>An account and a family.</summary>
    [DataContract]
    public sealed class Cell
    {
        [DataMember(Name = "accountId", Order = 0)] public string? AccountId { get; set; }
        [DataMember(Name = "familyId", Order = 1)] public string? FamilyId { get; set; }
        [DataMember(Name = "state", Order = 2)] public string? State { get; set; }
        [DataMember(Name = "revenue", Order = 3, EmitDefaultValue = false)] public decimal? Revenue { get; set; }
        [DataMember(Name = "probability", Order = 4, EmitDefaultValue = false)] public decimal? Probability { get; set; }
        [DataMember(Name = "expectedMargin", Order = 5, EmitDefaultValue = false)] public decimal? ExpectedMargin { get; set; }
        [DataMember(Name = "reason", Order = 6, EmitDefaultValue = false)] public string? Reason { get; set; }
    }
}
