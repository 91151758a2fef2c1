using System;

namespace Kam.Rules.ValueInsights.LifetimeValue;

/// <summary>From which multiple of an account's usual gap between orders its silence is a warning.</summary>
public sealed class OrderRhythmSettings
{
    /// <param name="watchMultiple">Above 0.</param>
    /// <param name="atRiskMultiple">At least the watch multiple.</param>
    /// <param name="shortestGap">Gaps below count as this long, so that a burst of orders does not make every pause a warning. At least 0, in the unit of the histories.</param>
    /// <exception cref="ArgumentException">Out of these bounds; the message names the argument.</exception>
    public OrderRhythmSettings(double watchMultiple = 1.5, double atRiskMultiple = 3, double shortestGap = 0)
    {
        if (!(watchMultiple > 0) || double.IsInfinity(watchMultiple)) throw new ArgumentException("The watch multiple is a finite number above 0.", nameof(watchMultiple));
        if (!(atRiskMultiple >= watchMultiple) || double.IsInfinity(atRiskMultiple)) throw new ArgumentException("The at-risk multiple is a finite number not below the watch multiple.", nameof(atRiskMultiple));
        if (!(shortestGap >= 0) || double.IsInfinity(shortestGap)) throw new ArgumentException("The shortest gap is a finite time of at least 0.", nameof(shortestGap));
        WatchMultiple = watchMultiple;
        AtRiskMultiple = atRiskMultiple;
        ShortestGap = shortestGap;
    }

    public double WatchMultiple { get; }

    public double AtRiskMultiple { get; }

    public double ShortestGap { get; }
}
