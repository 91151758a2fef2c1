using System;
using System.Collections.Generic;
using Kam.Rules.Vocabulary;

namespace Kam.Plugins.Pipeline;

/// <summary>A refusal on its way to the person: every violated rule with its figures, not yet in any language.</summary>
public sealed class RefusalException : Exception
{
    /// <summary>All violations at once, in the order in which they are read.</summary>
    public IReadOnlyList<Violation> Violations { get; }

    public RefusalException(IReadOnlyList<Violation> violations) : base(violations[0].Reason.Code) => Violations = violations;

    public RefusalException(Reason reason, string field, string value, params Argument[] arguments) : this([Violation.Of(reason, field, value, arguments)]) { }

    /// <summary>Refuses when anything is violated.</summary>
    public static void WhenAny(IReadOnlyList<Violation> violations)
    {
        if (violations.Count > 0) throw new RefusalException(violations);
    }
}
