using System;
using System.Collections.Generic;
using System.Globalization;
using Kam.Rules.Vocabulary;

namespace Kam.Rules.Solutions;

/// <summary>When a bundle may be offered: once released, from its first to its last day, both included.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="IsReleased">Released, and not retired since.</param>
/// <param name="ValidFrom">First day; null for none.</param>
/// <param name="ValidUntil">Last day; null for none.</param>
public sealed record BundleAvailability(string Name, bool IsReleased, DateTime? ValidFrom, DateTime? ValidUntil)
{
    /// <summary>Why it may not be offered on a day; empty when it may.</summary>
    public IReadOnlyList<Violation> Violations(DateTime day)
    {
        var violations = new List<Violation>();
        if (!IsReleased) violations.Add(Violation.Of(SolutionsReasons.NotReleased, nameof(IsReleased), "", Argument.Text(Name)));
        if (ValidFrom is { } first && day < first) violations.Add(Violation.Of(SolutionsReasons.NotYetValid, nameof(ValidFrom), Written(first), Argument.Text(Name), Argument.Date(first)));
        if (ValidUntil is { } last && day > last) violations.Add(Violation.Of(SolutionsReasons.NoLongerValid, nameof(ValidUntil), Written(last), Argument.Text(Name), Argument.Date(last)));
        return violations;
    }

    private static string Written(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
