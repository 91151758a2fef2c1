using System.Linq;
using Kam.Plugins.Pipeline;

namespace Kam.Plugins.Structure;

/// <summary>Tells what this dimension writes itself from what people and integrations send: by the custom API further up, which nobody can pretend.</summary>
internal static class OwnWrites
{
    public const string SegmentAccount = "kam_SegmentAccount", SegmentPortfolio = "kam_SegmentPortfolio", ProposePortfolio = "kam_ProposePortfolio", ApplyPortfolio = "kam_ApplyPortfolio", RefreshContent = "kam_RefreshContent";

    /// <summary>Whether the write comes from one of these custom APIs, at any distance.</summary>
    public static bool ComeFrom(Request request, params string[] customApis)
    {
        for (var above = request.Context.ParentContext; above is not null; above = above.ParentContext)
            if (customApis.Contains(above.MessageName)) return true;
        return false;
    }
}
