using Kam.Rules.Vocabulary;

namespace Kam.Rules.Solutions;

/// <summary>Why Solutions refuses something. Codes are stable; the README lists them.</summary>
/// <remarks>001 bundles, 020 configurations and offers, 040 chances.</remarks>
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

    /// <summary>{0} requires itself by way of {1}.</summary>
    public static Reason RequiresInCircle { get; } = new("KAM-SOL-007", "solutions.requiresInCircle");

    /// <summary>{0} allows {1} components, and {2} of it belong to the core.</summary>
    public static Reason CoreExceedsGroup { get; } = new("KAM-SOL-008", "solutions.coreExceedsGroup");

    /// <summary>{0} cannot be put together in any way.</summary>
    public static Reason NoConfiguration { get; } = new("KAM-SOL-009", "solutions.noConfiguration");

    /// <summary>{0} has no component.</summary>
    public static Reason NoComponents { get; } = new("KAM-SOL-010", "solutions.noComponents");

    /// <summary>{0} can never be chosen.</summary>
    public static Reason NeverPossible { get; } = new("KAM-SOL-011", "solutions.neverPossible");

    /// <summary>{0} is valid from {1}, which is after {2}.</summary>
    public static Reason ValidityReversed { get; } = new("KAM-SOL-012", "solutions.validityReversed");

    /// <summary>{0} is released; it is not changed any more.</summary>
    public static Reason ReleasedIsFixed { get; } = new("KAM-SOL-013", "solutions.releasedIsFixed");

    /// <summary>{0} is retired; that is final.</summary>
    public static Reason RetiredIsFinal { get; } = new("KAM-SOL-014", "solutions.retiredIsFinal");

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

    /// <summary>{0} is not released.</summary>
    public static Reason NotReleased { get; } = new("KAM-SOL-028", "solutions.notReleased");

    /// <summary>{0} is offered from {1}.</summary>
    public static Reason NotYetValid { get; } = new("KAM-SOL-029", "solutions.notYetValid");

    /// <summary>{0} was offered until {1}.</summary>
    public static Reason NoLongerValid { get; } = new("KAM-SOL-030", "solutions.noLongerValid");

    /// <summary>The quote {0} is no draft any more.</summary>
    public static Reason QuoteNotDraft { get; } = new("KAM-SOL-031", "solutions.quoteNotDraft");

    /// <summary>The request {0} has added something else to this quote.</summary>
    public static Reason RequestUsed { get; } = new("KAM-SOL-032", "solutions.requestUsed");

    /// <summary>Too few first purchases in the past year to learn from; the chance is the share of peers that buy.</summary>
    public static Reason TooFewFirstPurchases { get; } = new("KAM-SOL-040", "solutions.tooFewFirstPurchases");
}
