using System;
using Kam.Plugins.Pipeline;

namespace Kam.Plugins.Pricing.Approvals;

/// <summary>
/// Tells the guards of price exceptions which writes are ours. The mark stands in the shared variables of the call that writes, where nobody outside can put it (a client's
/// tag has a name of its own), and only while we write: what a client nests into the same call does not find it.
/// </summary>
internal static class OwnWrites
{
    private const string Mark = "kam_writespriceexceptions";

    /// <summary>Does what writes price exceptions, their history, or their traces on lines.</summary>
    public static void During(Request request, Action write)
    {
        request.Context.SharedVariables[Mark] = true;
        try
        {
            write();
        }
        finally
        {
            request.Context.SharedVariables.Remove(Mark);
        }
    }

    /// <summary>Whether a call above this one is ours.</summary>
    public static bool Is(Request request)
    {
        for (var above = request.Context.ParentContext; above is not null; above = above.ParentContext)
            if (above.SharedVariables.ContainsKey(Mark)) return true;
        return false;
    }
}
