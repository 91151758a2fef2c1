using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Kam.Solution.Tests;

/// <summary>The repository these tests are about.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = [".git", "bin", "obj", "node_modules", "dist", "TestResults"];

    /// <summary>Folder of KamDataverse.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Where folders shared between repositories lie: beside this one, or where KAM_SHARED says.</summary>
    public static string Shared { get; } = Environment.GetEnvironmentVariable("KAM_SHARED") is { Length: > 0 } given ? given : Path.Combine(Root, "..", "shared");

    /// <summary>The plug-in assembly as built together with these tests.</summary>
    public static string PluginAssembly { get; } =
        Path.Combine(Root, "plugins", "Kam.Plugins", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net462", "Kam.Plugins.dll");

    /// <summary>Files below a folder without what builds leave behind, with forward slashes, in ordinal order.</summary>
    public static IEnumerable<string> Files(string folder, string pattern = "*")
    {
        var start = Path.Combine(Root, folder);
        return !Directory.Exists(start) ? [] : Directory.EnumerateFiles(start, pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(segment => NotOurs.Contains(segment))).Order(StringComparer.Ordinal);
    }

    /// <summary>Content of a file.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "KamDataverse.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("KamDataverse.sln is not above the tests.");
        return folder.FullName;
    }
}
