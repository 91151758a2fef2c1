using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Tests.Structure;

/// <summary>Segments, managers and their portfolios as a test sees them.</summary>
internal static class House
{
    /// <summary>The segment of the policy that comes with the solution.</summary>
    public static SegmentRow Segment(this Crm crm, string name) => crm.All<SegmentRow>(SegmentRow.Column.Name, name).Single();

    /// <summary>The name of the account's segment; empty without one.</summary>
    public static string SegmentOf(this Crm crm, Guid account) => crm.Read<AccountRow>(account).SegmentId is { } segment ? crm.Read<SegmentRow>(segment.Id).Name! : "";

    /// <summary>An account with a value score, not yet in a segment.</summary>
    public static Guid Scored(this Crm crm, string name, decimal score, EntityReference? portfolio = null) =>
        crm.Create(new AccountRow { Name = name, ValueScore = score, PortfolioId = portfolio });

    /// <summary>Says what an account is worth now. The job that follows is not run.</summary>
    public static void Value(this Crm crm, Guid account, decimal score) => crm.Service.Update(new AccountRow { Id = account, ValueScore = score });

    /// <summary>Segments one account and says where it came.</summary>
    public static string Segmented(this Crm crm, Guid account)
    {
        crm.Call("kam_SegmentAccount", ("AccountId", account));
        return crm.SegmentOf(account);
    }

    /// <summary>Segments all accounts, call by call.</summary>
    public static IReadOnlyList<OrganizationResponse> SegmentAll(this Crm crm, int pageSize = 500)
    {
        var calls = new List<OrganizationResponse>();
        var cursor = "";
        do
        {
            calls.Add(crm.Call("kam_SegmentPortfolio", ("PageSize", pageSize), ("Cursor", cursor)));
            cursor = (string)calls[^1]["NextCursor"];
        }
        while (cursor.Length > 0);
        return calls;
    }

    /// <summary>History of an account, oldest first.</summary>
    public static IReadOnlyList<SegmentAssignmentRow> History(this Crm crm, Guid account) =>
        crm.All<SegmentAssignmentRow>(SegmentAssignmentRow.Column.AccountId, account).OrderBy(row => row.AssignedOn).ThenBy(row => row.PreviousSegmentId is not null).ToList();

    /// <summary>A portfolio of somebody who is nobody else.</summary>
    public static EntityReference Portfolio(this Crm crm, string name, decimal capacity, int maximumAccounts = 100, params LanguageChoice[] languages) => crm.PortfolioOf(new Member(crm, "KAM").Id, name, capacity, maximumAccounts, languages);

    /// <summary>A portfolio of a user.</summary>
    public static EntityReference PortfolioOf(this Crm crm, Guid manager, string name, decimal capacity, int maximumAccounts = 100, params LanguageChoice[] languages) => new(PortfolioRow.Table, crm.Create(new PortfolioRow
    {
        Name = name,
        KeyAccountManagerId = new EntityReference(UserRow.Table, manager),
        CapacityHours = capacity,
        MaximumAccounts = maximumAccounts,
        Languages = languages.Length == 0 ? null : new OptionSetValueCollection(languages.Select(language => new OptionSetValue((int)language)).ToList()),
    }));

    /// <summary>Accounts of a score in a portfolio, segmented.</summary>
    public static IReadOnlyList<Guid> Fill(this Crm crm, EntityReference portfolio, int count, decimal score)
    {
        var accounts = Enumerable.Range(1, count).Select(number => crm.Scored($"{portfolio.Name ?? "Account"} {number}", score, portfolio)).ToList();
        foreach (var account in accounts) crm.Segmented(account);
        return accounts;
    }
}
