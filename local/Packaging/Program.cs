using System;
using System.IO;

namespace Local.Packaging;

/// <summary>What pac-solution.cdsproj calls: <c>FOLDER MAP MANAGED_ZIP UNMANAGED_ZIP</c>. People use <c>kam pack</c>.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is not [var folder, var map, var managed, var unmanaged])
        {
            Console.Error.WriteLine("Local.Packaging FOLDER MAP MANAGED_ZIP UNMANAGED_ZIP");
            return 2;
        }
        try
        {
            var mapping = SolutionMap.Read(map);
            SolutionPacker.Pack(folder, mapping, Flavour.Managed, managed);
            SolutionPacker.Pack(folder, mapping, Flavour.Unmanaged, unmanaged);
            return 0;
        }
        catch (SolutionException refused)
        {
            // In the compiler's format, with the folder in front, so that the build shows them as its own errors.
            foreach (var finding in refused.Findings) Console.Error.WriteLine(Path.Combine(folder, finding.ToString()));
            return 1;
        }
    }
}
