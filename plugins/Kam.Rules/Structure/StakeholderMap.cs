using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Structure;

/// <summary>What the house wants of a map.</summary>
/// <param name="RequiredRoles">Roles that a map must fill.</param>
/// <param name="GoodRelationship">Relationship from which a person counts as reached, 1 to 5.</param>
/// <param name="ContactsForFullDensity">Reached people from which the contact is dense, at least 1.</param>
/// <param name="SingleThreadPercent">When one person carries more than this share of what we have in relationships, everything hangs on one thread; 50 to 100.</param>
public sealed record StakeholderTargets(IReadOnlyCollection<StakeholderRole> RequiredRoles, int GoodRelationship, int ContactsForFullDensity, decimal SingleThreadPercent);

/// <summary>The buying centre of an account: whom we reach, how they stand to us, who is missing, and whether everything hangs on one person.</summary>
/// <remarks>
/// Relationship score after Palmatier, "Interfirm Relational Drivers of Customer Value" (Journal of Marketing 72, 2008): value comes from relationship quality, contact density and contact
/// authority together, so the three are multiplied; activities are not counted. It is for people who look after the account; bonus and skill scores never read it.
/// </remarks>
/// <model stage="2 Structure">relationship score = quality x contact density x contact authority (Palmatier 2008), not an activity count; coverage and sentiment weighted by influence; missing roles; single-thread risk</model>
public sealed class StakeholderMap
{
    private const decimal BestRelationship = 5m;
    private const decimal BestAttitude = 2m;
    private readonly Stakeholder[] people;
    private readonly StakeholderTargets targets;

    /// <param name="people">Everybody on the map; a contact that is on it twice counts once, with the greater influence.</param>
    /// <param name="targets">What the house wants.</param>
    public StakeholderMap(IEnumerable<Stakeholder> people, StakeholderTargets targets)
    {
        this.people = people.GroupBy(person => person.ContactId).Select(same => same.OrderByDescending(person => person.Influence).ThenByDescending(person => person.Relationship).ThenBy(person => person.Id).First()).ToArray();
        Roles = people.Select(person => person.Role).Distinct().OrderBy(role => role).ToArray();
        this.targets = targets;
    }

    /// <summary>Roles that somebody fills.</summary>
    public IReadOnlyList<StakeholderRole> Roles { get; }

    /// <summary>Required roles that nobody fills.</summary>
    public IReadOnlyList<StakeholderRole> MissingRoles => targets.RequiredRoles.Distinct().Except(Roles).OrderBy(role => role).ToArray();

    /// <summary>Share of all influence that lies with people we reach, percent with two decimals; null for an empty map.</summary>
    public decimal? CoveragePercent => Share(Reached.Sum(person => person.Influence), people.Sum(person => person.Influence));

    /// <summary>Mean attitude weighted by influence, −100 (all against us) to 100 (all for us), two decimals; null when no attitude is known.</summary>
    public decimal? SentimentPercent
    {
        get
        {
            var known = people.Where(person => person.Attitude is not null).ToArray();
            return Share(known.Sum(person => person.Influence * person.Attitude!.Value) / BestAttitude, known.Sum(person => person.Influence));
        }
    }

    /// <summary>Mean relationship with the people we reach, 0 to 1; 0 when we reach nobody.</summary>
    public decimal Quality => Reached.Length == 0 ? 0m : Reached.Average(person => (decimal)person.Relationship) / BestRelationship;

    /// <summary>How many we reach, of as many as are dense, 0 to 1.</summary>
    public decimal Density => Math.Min(1m, (decimal)Reached.Length / targets.ContactsForFullDensity);

    /// <summary>How much of the influence we reach, 0 to 1.</summary>
    public decimal Authority => (CoveragePercent ?? 0m) / 100m;

    /// <summary>Quality times density times authority, 0 to 100 with two decimals.</summary>
    public decimal RelationshipScore => Decimals.Two(Quality * Density * Authority * 100m);

    /// <summary>The person on whom everything hangs; null when there is none, or no relationship at all.</summary>
    public Stakeholder? SingleThread
    {
        get
        {
            var all = people.Sum(Carried);
            if (all == 0m) return null;
            var strongest = people.OrderByDescending(Carried).ThenBy(person => person.Id).First();
            return Reached.Length == 1 && Reached[0].Id == strongest.Id || Carried(strongest) / all * 100m > targets.SingleThreadPercent ? strongest : null;
        }
    }

    private Stakeholder[] Reached => people.Where(person => person.Relationship >= targets.GoodRelationship).ToArray();

    /// <summary>Everything wrong with entries at once: values outside their range, superiors in a circle.</summary>
    public static IReadOnlyList<Violation> Violations(IReadOnlyCollection<Stakeholder> people)
    {
        var superiors = people.GroupBy(person => person.Id).ToDictionary(same => same.Key, same => same.First().ReportsToId);
        return
        [
            .. people.Where(person => person.Influence is < 1 or > 5).Select(person => Violation.OfNumber(StructureReasons.InfluenceOutOfRange, nameof(Stakeholder.Influence), person.Influence)),
            .. people.Where(person => person.Attitude is < -2 or > 2).Select(person => Violation.OfNumber(StructureReasons.AttitudeOutOfRange, nameof(Stakeholder.Attitude), person.Attitude!.Value)),
            .. people.Where(person => person.Relationship is < 0 or > 5).Select(person => Violation.OfNumber(StructureReasons.RelationshipOutOfRange, nameof(Stakeholder.Relationship), person.Relationship)),
            .. people.Where(person => ReportsToItself(person.Id, superiors)).Select(person => Violation.Of(StructureReasons.ReportsInACircle, nameof(Stakeholder.ReportsToId), person.Id.ToString())),
        ];
    }

    private static bool ReportsToItself(Guid id, Dictionary<Guid, Guid?> superiors)
    {
        var seen = new HashSet<Guid>();
        for (var superior = superiors[id]; superior is { } next && seen.Add(next); superior = superiors.TryGetValue(next, out var above) ? above : null)
        {
            if (next == id) return true;
        }

        return false;
    }

    private static decimal Carried(Stakeholder person) => person.Influence * person.Relationship;

    private static decimal? Share(decimal part, decimal whole) => Percentage.Of(part, whole) is { } share ? Decimals.Two(share) : null;
}
