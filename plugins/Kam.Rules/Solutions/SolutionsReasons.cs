using Kam.Rules.Vocabulary;

namespace Kam.Rules.Solutions;

/// <summary>Why Solutions refuses something. Codes are stable; the README lists them.</summary>
/// <remarks>001 bundles, 020 configurations, 040 chances.</remarks>
public static class SolutionsReasons
{
    /// <summary>{0} asks for at least {1} and at most {2} components.</summary>
    public static Reason GroupBoundsWrong { get; } = new("KAM-SOL-001", "solutions.groupBoundsWrong");

    /// <summary>{0} asks for {1} components and has only {2}.</summary>
    public static Reason GroupTooSmall { get; } = new("KAM-SOL-002", "solutions.groupTooSmall");

    /// <summary>The quantity of {0} goes from {1} to {2}.</summary>
    public static Reason QuantityBoundsWrong { get; } = new("KAM-SOL-003", "solutions.quantityBoundsWrong");

    /// <summary>The differentiation of {0} is {1}; it is 1 to {2}.</summary>
    public static Reason DifferentiationOutOfRange { get; } = new("KAM-SOL-004", "solutions.differentiationOutOfRange");

    /// <summary>A rule of {0} does not name two different components of it.</summary>
    public static Reason RuleWithoutComponents { get; } = new("KAM-SOL-005", "solutions.ruleWithoutComponents");

    /// <summary>{0} needs both {1} and {2}, which exclude each other.</summary>
    public static Reason RulesContradict { get; } = new("KAM-SOL-006", "solutions.rulesContradict");

    /// <summary>The component is not part of {0}.</summary>
    public static Reason ComponentUnknown { get; } = new("KAM-SOL-020", "solutions.componentUnknown");

    /// <summary>{0} is chosen more than once.</summary>
    public static Reason ComponentTwice { get; } = new("KAM-SOL-021", "solutions.componentTwice");

    /// <summary>{0} belongs to the core and is missing.</summary>
    public static Reason CoreMissing { get; } = new("KAM-SOL-022", "solutions.coreMissing");

    /// <summary>{0} is chosen with {1}; {2} to {3} is possible.</summary>
    public static Reason QuantityOutOfRange { get; } = new("KAM-SOL-023", "solutions.quantityOutOfRange");

    /// <summary>{0}: {1} chosen, at least {2} needed.</summary>
    public static Reason TooFewOfGroup { get; } = new("KAM-SOL-024", "solutions.tooFewOfGroup");

    /// <summary>{0}: {1} chosen, at most {2} possible.</summary>
    public static Reason TooManyOfGroup { get; } = new("KAM-SOL-025", "solutions.tooManyOfGroup");

    /// <summary>{0} is only possible with {1}.</summary>
    public static Reason RequiredMissing { get; } = new("KAM-SOL-026", "solutions.requiredMissing");

    /// <summary>{0} and {1} exclude each other.</summary>
    public static Reason ExcludedTogether { get; } = new("KAM-SOL-027", "solutions.excludedTogether");

    /// <summary>Too few first purchases in the past year to learn from; the chance is the share of peers that buy.</summary>
    public static Reason TooFewFirstPurchases { get; } = new("KAM-SOL-040", "solutions.tooFewFirstPurchases");
}
