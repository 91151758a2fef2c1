using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Plugins.Tests.Pricing.Lines;
using Kam.Plugins.Tests.ValueInsights;
using Kam.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Tests.Pricing.Approvals;

/// <summary>
/// The people around the prices of a shop: Anna asks, Beat signs for level 1 (5 percent below the minimum of 85, 1,000 below it for the line), Carla for level 2 (30 percent, 50,000). The administrator
/// sets the prices. At 82 a sensor is 3.53 percent below the minimum, at 76 10.59 percent.
/// </summary>
internal sealed class ApprovalDesk
{
    public const decimal OfTeamLead = 82m, OfManagement = 76m, BelowFloor = 69m;

    private readonly Crm crm;

    public ApprovalDesk(Crm crm)
    {
        this.crm = crm;
        Shop = new PricedShop(crm);
        Anna = new Member(crm, "KAM");
        Beat = new Member(crm, "KAM Pricing Approver");
        Carla = new Member(crm, "KAM Pricing Approver");
        TeamOf(Shop.TeamLead, Beat);
        TeamOf(Shop.Management, Carla);
    }

    public PricedShop Shop { get; }
    public Member Anna { get; }
    public Member Beat { get; }
    public Member Carla { get; }

    /// <summary>A quote of Anna's with one line.</summary>
    public QuoteLineRow Quoted(decimal price = OfTeamLead, decimal quantity = 10m)
    {
        var quote = Anna.Given(QuoteRow.Table, Shop.Quote());
        return crm.Read<QuoteLineRow>(crm.Create(Shop.Line(quote, price, quantity)));
    }

    /// <summary>One more line of a quote.</summary>
    public Guid Added(Guid quote, decimal price, decimal quantity = 1m) => crm.Create(Shop.Line(quote, price, quantity));

    /// <summary>Anna asks.</summary>
    public Guid Ask(Guid line, DateTime? validUntil = null, string table = QuoteLineRow.Table) => Ask(Anna, line, validUntil, table);

    public static Guid Ask(Member who, Guid line, DateTime? validUntil = null, string table = QuoteLineRow.Table)
    {
        var parameters = new List<(string, object)> { ("LineId", line), ("Table", table), ("Reason", "Competitor at 80") };
        if (validUntil is { } day) parameters.Add(("ValidUntil", day));
        return (Guid)who.Call("kam_RequestPriceException", [.. parameters])["PriceExceptionId"];
    }

    /// <summary>Somebody decides.</summary>
    public static void Decide(Member who, Guid exception, bool approves = true, string comment = "As agreed") =>
        who.Call("kam_DecidePriceException", ("PriceExceptionId", exception), ("Approves", approves), ("Comment", comment));

    /// <summary>Anna asks for a line, and who signs for its level approves.</summary>
    public Guid Approved(Guid line, DateTime? validUntil = null, string table = QuoteLineRow.Table)
    {
        var exception = Ask(line, validUntil, table);
        Decide(crm.Read<PriceExceptionRow>(exception).ApprovalLevelId!.Id == Shop.TeamLead ? Beat : Carla, exception);
        return exception;
    }

    public PriceExceptionStatusReason Status(Guid exception) => crm.Read<PriceExceptionRow>(exception).StatusCode!.Value;

    /// <summary>What happened to an exception, in order.</summary>
    public IReadOnlyList<ExceptionEventChoice> History(Guid exception) =>
        [.. crm.All<PriceExceptionLogRow>(PriceExceptionLogRow.Column.PriceExceptionId, exception).OrderBy(one => one.On).ThenBy(one => one.Event).Select(one => one.Event!.Value)];

    public void Activate(Guid quote) => crm.Service.Update(new QuoteRow { Id = quote, StateCode = QuoteState.Active });

    public void Delegate(Member from, Member to, DateTime first, DateTime last) => crm.Create(new ApprovalDelegationRow
    {
        Name = "Holidays",
        OwnerId = new EntityReference(UserRow.Table, from.Id),
        FromUserId = new EntityReference(UserRow.Table, from.Id),
        ToUserId = new EntityReference(UserRow.Table, to.Id),
        ValidFrom = first,
        ValidUntil = last,
    });

    public void Join(Guid level, Member member) =>
        crm.Service.Execute(new AddMembersTeamRequest { TeamId = crm.Read<ApprovalLevelRow>(level).TeamId!.Id, MemberIds = [member.Id] });

    private void TeamOf(Guid level, Member member)
    {
        var team = crm.Create(new TeamRow { Name = $"Approvers {level}", BusinessUnitId = new EntityReference(BusinessUnitRow.Table, crm.Organisation.RootBusinessUnitId) });
        // A team owns tasks only with a role that lets it read them.
        crm.Service.Associate(TeamRow.Table, team, new Relationship("teamroles_association"), [crm.Role("KAM Pricing Approver")]);
        crm.Service.Update(new ApprovalLevelRow { Id = level, TeamId = new EntityReference(TeamRow.Table, team) });
        Join(level, member);
    }
}
