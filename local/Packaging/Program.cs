using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Local.Packaging.Check;

namespace Local.Packaging;

/// <summary>
/// What the build calls: <c>pack FOLDER MAP MANAGED_ZIP UNMANAGED_ZIP</c> and <c>check ZIP|FOLDER [MAP [SCHEMA_FOLDER]]</c>.
/// People use <c>kam pack</c> and <c>kam check</c>.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        try
        {
            return arguments switch
            {
                ["pack", var folder, var map, var managed, var unmanaged] => Pack(folder, map, managed, unmanaged),
                ["check", var path, .. var rest] when rest.Length <= 2 => Check(path, rest.ElementAtOrDefault(0), rest.ElementAtOrDefault(1)),
                _ => Usage(),
            };
        }
        catch (SolutionException refused)
        {
            Report(arguments[1], refused.Findings);
            return 1;
        }
    }

    private static int Pack(string folder, string map, string managed, string unmanaged)
    {
        var mapping = SolutionMap.Read(map);
        SolutionPacker.Pack(folder, mapping, Flavour.Managed, managed);
        SolutionPacker.Pack(folder, mapping, Flavour.Unmanaged, unmanaged);
        return 0;
    }

    private static int Check(string path, string? map, string? schemas)
    {
        var mapping = string.IsNullOrEmpty(map) ? SolutionMap.None : SolutionMap.Read(map);
        var findings = SolutionCheck.Run(path, new() { Map = mapping, SchemaFolder = schemas });
        Report(path, findings);
        return findings.Any(finding => finding.Severity == Severity.Error) ? 1 : 0;
    }

    // In the compiler's format, with the folder in front, so that a build shows them as its own errors.
    private static void Report(string path, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings) Console.Error.WriteLine(Path.Combine(path, finding.ToString()));
    }

    private static int Usage()
    {
        Console.Error.WriteLine("pack FOLDER MAP MANAGED_ZIP UNMANAGED_ZIP | check ZIP|FOLDER [MAP [SCHEMA_FOLDER]]");
        return 2;
    }
}
