namespace Kam.Rules.ValueInsights;

/// <summary>Sums over the sales lines of one window, base currency, without tax. Returns are negative lines and reduce the sums.</summary>
public sealed record WindowFigures
{
    /// <summary>No line.</summary>
    public static WindowFigures None { get; } = new();

    /// <summary>Revenue of all lines.</summary>
    public decimal Revenue { get; init; }

    /// <summary>Revenue of the lines whose cost is known.</summary>
    public decimal CoveredRevenue { get; init; }

    /// <summary>Cost of the lines whose cost is known.</summary>
    public decimal Cost { get; init; }

    /// <summary>Number of lines.</summary>
    public int LineCount { get; init; }

    /// <summary>Number of lines whose cost is known.</summary>
    public int CoveredLineCount { get; init; }

    /// <summary>
    /// How much of the revenue has a known cost, 0 to 100 percent. 100 without lines or when every line has a cost;
    /// 0 when none has.
    /// </summary>
    /// <remarks>
    /// Uncovered revenue is held against the larger of all revenue and covered revenue, by absolute value, so that uncovered
    /// returns do not lift coverage above 100. Uncovered lines that cancel out leave no trace in the sums and count as covered.
    /// </remarks>
    public decimal CostCoveragePercent
    {
        get
        {
            if (CoveredLineCount >= LineCount) return 100m;
            var whole = System.Math.Max(System.Math.Abs(Revenue), System.Math.Abs(CoveredRevenue));
            if (whole == 0m) return 0m;
            var uncovered = System.Math.Abs(Revenue - CoveredRevenue) / whole * 100m;
            return System.Math.Max(0m, 100m - uncovered);
        }
    }

    /// <summary>Contribution margin of the lines whose cost is known. Only meaningful when coverage suffices.</summary>
    public decimal CoveredMargin => CoveredRevenue - Cost;

    /// <summary>Both windows' lines together.</summary>
    public WindowFigures Plus(WindowFigures other) => new()
    {
        Revenue = Revenue + other.Revenue,
        CoveredRevenue = CoveredRevenue + other.CoveredRevenue,
        Cost = Cost + other.Cost,
        LineCount = LineCount + other.LineCount,
        CoveredLineCount = CoveredLineCount + other.CoveredLineCount,
    };
}
