using System;

namespace Kam.Rules.Structure;

/// <summary>A person's part in the customer's decision. The numbers are the values of the choice kam_stakeholderrole.</summary>
/// <remarks>Buying centre after Webster and Wind, "A General Model for Understanding Organizational Buying Behavior" (Journal of Marketing, 1972), with the sponsor of solution selling.</remarks>
public enum StakeholderRole
{
    /// <summary>Says yes or no.</summary>
    Decider = 781340000,

    /// <summary>Negotiates and orders.</summary>
    Buyer,

    /// <summary>Works with what is bought.</summary>
    User,

    /// <summary>Is asked for an opinion.</summary>
    Influencer,

    /// <summary>Lets information through, or not.</summary>
    Gatekeeper,

    /// <summary>Wants us to win and acts on it.</summary>
    Sponsor,
}

/// <summary>One person in one account's buying centre; the same person may be in several accounts.</summary>
/// <param name="Id">The row of the map.</param>
/// <param name="ContactId">The person.</param>
/// <param name="Role">Part in the decision.</param>
/// <param name="Influence">1 (little) to 5 (decisive).</param>
/// <param name="Attitude">−2 (against us) to +2 (for us); null when unknown.</param>
/// <param name="Relationship">0 (none) to 5 (trusted adviser), as judged by whoever keeps it.</param>
/// <param name="ReportsToId">Row of the superior on the map; null for none.</param>
/// <model stage="2 Structure">Stakeholder map (buying centre): role, influence 1–5, attitude −2..+2, relationship 0–5, reports-to, one person in several accounts</model>
public sealed record Stakeholder(Guid Id, Guid ContactId, StakeholderRole Role, int Influence, int? Attitude, int Relationship, Guid? ReportsToId);
