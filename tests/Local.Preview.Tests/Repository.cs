using System;
using System.IO;

namespace Local.Preview.Tests;

/// <summary>The files of the repository that the tests need.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution file.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The accessibility checker, as a script to run in a page.</summary>
    public static string Axe { get; } = Path.Combine(Root, "local", "Preview", "client", "node_modules", "axe-core", "axe.min.js");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KamDataverse.sln"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException("KamDataverse.sln is in no folder above the tests.");
    }
}
