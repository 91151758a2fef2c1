using System;
using System.IO;

namespace Kam.Benchmarks.Harness;

/// <summary>Where the checkout is, with the zip that <c>dotnet build pac-solution.cdsproj -c Release</c> wrote, and the data sets beside it.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static string ManagedZip => Path.Combine(Root, "bin", "Release", "KamDataverse_managed.zip");

    public static string ConfigurationData => Path.Combine(Root, "solution", "data");

    /// <summary>A folder of the public data sets; null where they are not present.</summary>
    public static string? Data(string set)
    {
        var shared = Environment.GetEnvironmentVariable("KAM_SHARED") is { Length: > 0 } named ? named : Path.Combine(Root, "..", "shared");
        var folder = Path.Combine(shared, "data", set);
        return Directory.Exists(folder) ? folder : null;
    }

    /// <exception cref="FileNotFoundException">The solution has not been packed yet.</exception>
    public static Stream OpenZip() => File.Exists(ManagedZip)
        ? File.OpenRead(ManagedZip)
        : throw new FileNotFoundException($"{ManagedZip} is missing. Pack it first: dotnet build pac-solution.cdsproj -c Release");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "KamDataverse.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("The benchmarks run inside a checkout of the repository.");
    }
}
