using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Kam.Plugins.Pipeline;
using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>Custom API kam_DecidePriceException: approves or rejects a request, with a comment.</summary>
/// <remarks>
/// Only a member of the level's team or of a higher level's decides, or whoever stands in for one today; never who asked, who set the price, or who stands in for the one who asked. All
/// obstacles come back at once. Of two who decide at the same time one does: the row is written only over the version that was read, and the other reads KAM-PRC-030. Whoever acts
/// through somebody else (a flow, an impersonation) decides as both: neither may be a party.
/// </remarks>
/// <model stage="5 Pricing">Approvers never approve their own request.</model>
public sealed class DecidePriceException : KamPlugin
{
    private const int ConcurrencyVersionMismatch = unchecked((int)0x80060882);

    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var id = request.Required<Guid>("PriceExceptionId");
        var approves = request.Required<bool>("Approves");
        var comment = (request.Optional<string>("Comment") ?? "").Trim();
        var exception = new PriceExceptionStore(request.Dataverse).Read(id);
        var today = AsOfDate.Today(request);

        var way = Decide(request, exception, approves, comment, today);
        Store(request, exception, way, approves, comment);
        request.Answer("Status", new OptionSetValue((int)(approves ? PriceExceptionStatusReason.Approved : PriceExceptionStatusReason.Rejected)));
    }

    // The way in which the person may sign; refuses with all obstacles of the best way when there is none.
    private static Approver Decide(Request request, PriceExceptionRow exception, bool approves, string comment, DateTime today)
    {
        if (exception.StatusCode != PriceExceptionStatusReason.Requested || LineOf(exception) is not { } reference) throw AlreadyDecided(exception);
        var table = OfferTable.OfLines(reference.LogicalName)!;
        var dataverse = request.DataverseAsSystem;
        var line = new OfferStore(dataverse).Line(table, reference.Id);
        var standing = LineStandings.Of(request, [line])[reference.Id];
        var levels = ApprovalLevels.In(dataverse);
        var requester = exception.RequestedById!.Id;
        var ways = new ApproverReader(dataverse, levels).Of(request.Context.InitiatingUserId, requester, today, out var standIns);
        var rule = PriceExceptionStore.Rule(exception, levels, new PriceParties(requester, line.PriceSetByIds, [.. standIns])).Exception;

        var found = new List<KeyValuePair<Approver, IReadOnlyList<Violation>>>();
        foreach (var way in ways.Concat(Through(request, ways)))
            found.Add(new(way, rule.Obstacles(way, approves, line.Terms, standing.Verdict, today)));
        // Whose name is on the call must be free of the price as well, but needs no level.
        var parties = found.Where(one => one.Key.UserId != request.Context.InitiatingUserId).SelectMany(one => one.Value).Where(one => one.Reason == PricingReasons.OwnRequest).ToList();
        var best = found.Where(one => one.Key.UserId == request.Context.InitiatingUserId).OrderBy(one => one.Value.Count).ThenByDescending(one => one.Key.LevelRank).First();
        var obstacles = best.Value.Concat(parties).ToList();
        if (!approves && comment.Length == 0) obstacles.Add(Violation.Of(PricingReasons.DecisionCommentMissing, "Comment", ""));
        RefusalException.WhenAny(obstacles);
        return best.Key;
    }

    private static IEnumerable<Approver> Through(Request request, IReadOnlyList<Approver> ways) =>
        request.Context.UserId == request.Context.InitiatingUserId ? [] : [ways[0] with { UserId = request.Context.UserId }];

    private static EntityReference? LineOf(PriceExceptionRow exception) => PriceExceptionStore.LineOf(exception);

    private static void Store(Request request, PriceExceptionRow exception, Approver way, bool approves, string comment)
    {
        var journal = new ExceptionJournal(request);
        var change = new PriceExceptionRow
        {
            Id = exception.Id,
            RowVersion = exception.RowVersion,
            DecidedById = new EntityReference(UserRow.Table, way.UserId),
            ActsForId = way.ActsForId is { } absent ? new EntityReference(UserRow.Table, absent) : null,
            DecidedOn = request.Context.OperationCreatedOn,
            DecideBy = null,
            Comment = comment,
        };
        var status = new PriceExceptionRow
        {
            Id = exception.Id,
            StateCode = approves ? PriceExceptionState.Active : PriceExceptionState.Inactive,
            StatusCode = approves ? PriceExceptionStatusReason.Approved : PriceExceptionStatusReason.Rejected,
        };
        // In what language a refusal is said can no longer be asked once a write has failed.
        request.TextsOfCaller();
        try
        {
            // Who writes over the version he has read holds the row until his transaction ends; the status follows under its protection.
            OwnWrites.During(request, () =>
            {
                request.DataverseAsSystem.Execute(new UpdateRequest { Target = change, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches });
                request.DataverseAsSystem.Update(status);
            });
        }
        catch (FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode == ConcurrencyVersionMismatch)
        {
            // Nor can where it stands now.
            throw new RefusalException(PricingReasons.AlreadyDecided, nameof(PriceExceptionRow.StatusCode), "", Argument.TextKey("pricing.exceptionChanged"));
        }
        var said = way.ActsForId is { } other ? journal.Say("pricing.logActsFor", Argument.Text(NameOf(request, other)), Argument.Text(comment)) : comment;
        journal.Note(exception.Id, approves ? ExceptionEventChoice.Approved : ExceptionEventChoice.Rejected, said);
        if (LineOf(exception) is { } line) journal.Trace(line, exception.Id, approves ? PriceStatusChoice.Approved : PriceStatusChoice.NeedsApproval);
    }

    private static string NameOf(Request request, Guid user) =>
        request.DataverseAsSystem.Retrieve(UserRow.Table, user, new Microsoft.Xrm.Sdk.Query.ColumnSet(UserRow.Column.FullName)).ToEntity<UserRow>().FullName ?? "";

    private static RefusalException AlreadyDecided(PriceExceptionRow exception)
    {
        var status = PriceExceptionStore.StatusOf(exception);
        return new RefusalException(PricingReasons.AlreadyDecided, nameof(PriceExceptionRow.StatusCode), status.ToString(), Argument.TextKey("pricing.exception" + status));
    }
}
