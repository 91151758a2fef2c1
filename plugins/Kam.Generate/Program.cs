using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;

namespace Kam.Generate;

/// <summary>
/// Writes everything that follows from solution/ and from [Step]. With <c>--check</c> it writes nothing and lists what is stale.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        var isCheck = Array.IndexOf(arguments, "--check") >= 0;
        try
        {
            var root = Generator.FindRoot(AppContext.BaseDirectory);
            var stale = new List<string>(Generator.Update(root, Generator.TablesAndTypes(root), isCheck));
            if (Build(root) is { } assembly) stale.AddRange(Generator.Update(root, Generator.Steps(root, assembly), isCheck));
            else
            {
                Console.Error.WriteLine("Kam.Plugins does not build, so its steps stay as they are. Rows and types were written.");
                return 1;
            }
            foreach (var file in stale) Console.WriteLine((isCheck ? "stale: " : "wrote: ") + file);
            return isCheck && stale.Count > 0 ? 1 : 0;
        }
        catch (InvalidDataException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return 1;
        }
    }

    private static string? Build(string root)
    {
        var project = Path.Combine(root, "plugins", "Kam.Plugins", "Kam.Plugins.csproj");
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", project, "-c", "Release", "-v", "quiet", "--nologo"]))!;
        build.WaitForExit();
        return build.ExitCode == 0 ? Path.Combine(root, "plugins", "Kam.Plugins", "bin", "Release", "net462", "Kam.Plugins.dll") : null;
    }
}
