using Microsoft.Xrm.Sdk;
using Spectre.Console;

namespace Local.Cli.Run;

/// <summary>The portfolio as a whole: how concentrated it is.</summary>
internal static class PortfolioSummary
{
    public static void Show(IAnsiConsole console, OrganizationResponse analysis)
    {
        console.MarkupLineInterpolated($"Key accounts make {(decimal)analysis["KeyAccountSharePercent"]:0.0} % of revenue; concentration (HHI) {(decimal)analysis["HerfindahlIndex"]:0} of 10,000.");
    }
}
