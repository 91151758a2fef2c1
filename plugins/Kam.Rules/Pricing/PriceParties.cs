using System;
using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Pricing;

/// <summary>Who wants to decide.</summary>
/// <param name="UserId">The person who decides.</param>
/// <param name="LevelRank">Rank of the highest level that this person signs for, own or delegated; 0 for none.</param>
/// <param name="ActsForId">Who delegated it; null when the level is this person's own.</param>
public sealed record Approver(Guid UserId, int LevelRank, Guid? ActsForId);

/// <summary>Whose eyes a price has already been under, so that theirs are not the other two: who asked, who set the price, and who stands in for the one who asked.</summary>
/// <param name="RequestedById">Who asked.</param>
/// <param name="PriceSetByIds">Who last set the terms of the line, and who those of its document.</param>
/// <param name="StandInsOfRequester">Everybody to whom the one who asked has delegated, on the day of the decision.</param>
/// <model stage="5 Pricing">Approvers never approve their own request.</model>
public sealed record PriceParties(Guid RequestedById, IReadOnlyCollection<Guid> PriceSetByIds, IReadOnlyCollection<Guid> StandInsOfRequester)
{
    /// <summary>Whether this person decides about his own price, by himself, in the place of a party, or as the stand-in of the one who asked.</summary>
    public bool Include(Approver approver) => IsParty(approver.UserId) || (approver.ActsForId is { } absent && IsParty(absent));

    private bool IsParty(Guid person) => person == RequestedById || PriceSetByIds.Contains(person) || StandInsOfRequester.Contains(person);
}
