using System;
using System.IO;

namespace Kam.Plugins.Tests;

/// <summary>The checkout these tests belong to.</summary>
internal static class Repository
{
    /// <summary>Folder of KamDataverse.sln.</summary>
    public static string Root { get; } = FindRoot();

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "KamDataverse.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("KamDataverse.sln is not above the tests.");
        return folder.FullName;
    }
}
