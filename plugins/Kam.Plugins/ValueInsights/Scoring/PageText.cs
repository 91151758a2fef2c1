using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights;
using Kam.Rules.ValueInsights.LifetimeValue;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.ValueInsights.Scoring;

/// <summary>A page of measured accounts as JSON, compressed to some 200 bytes an account, kept between the calls of a portfolio scoring.</summary>
internal static class PageText
{
    private static readonly DataContractJsonSerializer Serializer = new(typeof(StoredAccount[]));

    public static string Write(IEnumerable<MeasuredAccount> accounts)
    {
        var stored = accounts.Select(Stored).ToArray();
        return CompressedText.Write(stream => Serializer.WriteObject(stream, stored));
    }

    public static IReadOnlyList<MeasuredAccount> Read(string text)
    {
        return CompressedText.Read(text, stream => ((StoredAccount[]?)Serializer.ReadObject(stream) ?? []).Select(Restored).ToList());
    }

    private static StoredAccount Stored(MeasuredAccount account)
    {
        var f = account.Figures;
        var v = account.LifetimeValue;
        return new StoredAccount
        {
            Rate = account.ExchangeRate,
            Id = account.AccountId,
            Parent = account.ParentId,
            Owner = account.Owner?.Id,
            OwnedByTeam = account.Owner?.LogicalName == TeamRow.Table,
            Count = f.AccountCount,
            Rolling = Window(f.Rolling),
            Prior = Window(f.Prior),
            OrderDays = f.OrderDays,
            First = f.FirstOrderOn?.Ticks,
            Last = f.LastOrderOn?.Ticks,
            Families = f.Families.ToArray(),
            Delay = Tally(f.PaymentDelayDays),
            Minutes = f.ServiceMinutes,
            Cases = f.CaseCount,
            Pipeline = f.OpenPipeline,
            Wallet = Tally(f.Wallet),
            InWallet = f.RevenueWithinWallet,
            Fit = Tally(f.StrategicFit),
            Promoter = Tally(f.NetPromoterScore),
            Lifetime = Tally(f.LifetimeValue),
            Created = f.CreatedOn?.Ticks,
            Contractual = f.IsContractual,
            Method = (int)v.Method,
            Value = v.Value,
            Low = v.Low,
            High = v.High,
            Alive = v.ProbabilityAlive,
            Orders = v.ExpectedOrders,
            Risk = (int)v.Risk,
            Sentences = v.Sentences,
        };
    }

    private static MeasuredAccount Restored(StoredAccount s) => new(s.Id, s.Parent, Owner(s), new AccountFigures
    {
        AccountCount = s.Count,
        Rolling = Window(s.Rolling),
        Prior = Window(s.Prior),
        OrderDays = s.OrderDays,
        FirstOrderOn = Day(s.First),
        LastOrderOn = Day(s.Last),
        Families = s.Families ?? [],
        PaymentDelayDays = Tally(s.Delay),
        ServiceMinutes = s.Minutes,
        CaseCount = s.Cases,
        OpenPipeline = s.Pipeline,
        Wallet = Tally(s.Wallet),
        RevenueWithinWallet = s.InWallet,
        StrategicFit = Tally(s.Fit),
        NetPromoterScore = Tally(s.Promoter),
        LifetimeValue = Tally(s.Lifetime),
        CreatedOn = Day(s.Created),
        IsContractual = s.Contractual,
    })
    {
        ExchangeRate = s.Rate,
        LifetimeValue = new LifetimeValueFigures
        {
            Method = (LifetimeValueMethod)s.Method,
            Value = s.Value,
            Low = s.Low,
            High = s.High,
            ProbabilityAlive = s.Alive,
            ExpectedOrders = s.Orders,
            Risk = (ChurnRisk)s.Risk,
            Sentences = s.Sentences ?? "[]",
        },
    };

    private static EntityReference? Owner(StoredAccount s) => s.Owner is { } owner ? new EntityReference(s.OwnedByTeam ? TeamRow.Table : UserRow.Table, owner) : null;

    private static decimal[] Window(WindowFigures w) => [w.Revenue, w.CoveredRevenue, w.Cost, w.LineCount, w.CoveredLineCount];

    private static WindowFigures Window(decimal[]? w) => w is null ? WindowFigures.None
        : new WindowFigures { Revenue = w[0], CoveredRevenue = w[1], Cost = w[2], LineCount = (int)w[3], CoveredLineCount = (int)w[4] };

    private static decimal[] Tally(Tally tally) => [tally.Sum, tally.Count];

    private static Tally Tally(decimal[]? tally) => tally is null ? default : new Tally(tally[0], (int)tally[1]);

    private static DateTime? Day(long? ticks) => ticks is { } known ? new DateTime(known, DateTimeKind.Utc) : null;

    /// <summary>A measured account as it is stored. Public because serialisers in partial trust see public members only.</summary>
    [DataContract]
    public sealed class StoredAccount
    {
        [DataMember(Name = "xr")] public decimal Rate { get; set; }
        [DataMember(Name = "id")] public Guid Id { get; set; }
        [DataMember(Name = "pa", EmitDefaultValue = false)] public Guid? Parent { get; set; }
        [DataMember(Name = "ow", EmitDefaultValue = false)] public Guid? Owner { get; set; }
        [DataMember(Name = "ot", EmitDefaultValue = false)] public bool OwnedByTeam { get; set; }
        [DataMember(Name = "n")] public int Count { get; set; }
        [DataMember(Name = "ro")] public decimal[]? Rolling { get; set; }
        [DataMember(Name = "pr")] public decimal[]? Prior { get; set; }
        [DataMember(Name = "od")] public int OrderDays { get; set; }
        [DataMember(Name = "fi", EmitDefaultValue = false)] public long? First { get; set; }
        [DataMember(Name = "la", EmitDefaultValue = false)] public long? Last { get; set; }
        [DataMember(Name = "fa")] public Guid[]? Families { get; set; }
        [DataMember(Name = "de")] public decimal[]? Delay { get; set; }
        [DataMember(Name = "mi")] public int Minutes { get; set; }
        [DataMember(Name = "ca")] public int Cases { get; set; }
        [DataMember(Name = "pi")] public decimal Pipeline { get; set; }
        [DataMember(Name = "wa")] public decimal[]? Wallet { get; set; }
        [DataMember(Name = "iw")] public decimal InWallet { get; set; }
        [DataMember(Name = "ft")] public decimal[]? Fit { get; set; }
        [DataMember(Name = "np")] public decimal[]? Promoter { get; set; }
        [DataMember(Name = "lv")] public decimal[]? Lifetime { get; set; }
        [DataMember(Name = "cr", EmitDefaultValue = false)] public long? Created { get; set; }
        [DataMember(Name = "co")] public bool Contractual { get; set; }
        [DataMember(Name = "me")] public int Method { get; set; }
        [DataMember(Name = "va", EmitDefaultValue = false)] public decimal? Value { get; set; }
        [DataMember(Name = "lo", EmitDefaultValue = false)] public decimal? Low { get; set; }
        [DataMember(Name = "hi", EmitDefaultValue = false)] public decimal? High { get; set; }
        [DataMember(Name = "al", EmitDefaultValue = false)] public decimal? Alive { get; set; }
        [DataMember(Name = "or", EmitDefaultValue = false)] public decimal? Orders { get; set; }
        [DataMember(Name = "ri")] public int Risk { get; set; }
        [DataMember(Name = "se", EmitDefaultValue = false)] public string? Sentences { get; set; }
    }
}
