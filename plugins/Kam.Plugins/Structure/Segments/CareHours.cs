using System;
using Kam.Rules.Structure;

namespace Kam.Plugins.Structure.Segments;

/// <summary>Care hours of an account: those of its segment times its complexity.</summary>
internal static class CareHours
{
    private const decimal Ordinary = 1m;

    /// <param name="complexity">Null counts as ordinary.</param>
    /// <param name="coverageHours">Of the segment; null without one.</param>
    public static decimal Of(decimal? complexity, decimal? coverageHours) => new AccountCare(Guid.Empty, coverageHours ?? 0m, complexity ?? Ordinary).Hours;
}
