using System;
using System.IO;
using Kam.Plugins.Tests;
using Local.Dataverse;
using Xunit;

[assembly: AssemblyFixture(typeof(PackedSolution))]

namespace Kam.Plugins.Tests;

/// <summary>The managed zip and an organisation it has been imported into, made once for all tests. Each test works on a copy of its own.</summary>
public sealed class PackedSolution : IDisposable
{
    /// <summary>The day on which all tests play: the rolling twelve months are 1 April 2025 to 31 March 2026, the prior ones those before.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("kam-plugins-").FullName;
    private readonly string? problem;
    private readonly byte[] zip;
    private int copies;

    public PackedSolution()
    {
        problem = Build.ManagedZip(out zip);
        if (problem is not null) return;
        using var organisation = LocalDataverse.Open(new LocalDataverseOptions { Path = Template, Clock = new StoppedClock(Now) });
        organisation.ImportSolution(new MemoryStream(zip));
        organisation.ImportConfigurationData(Repository.File("solution", "data"));
    }

    /// <summary>The managed zip as it ships.</summary>
    public byte[] Zip
    {
        get
        {
            Assert.SkipWhen(problem is not null, problem ?? "");
            return zip;
        }
    }

    private string Template => Path.Combine(folder, "template.db");

    /// <summary>A fresh organisation with the solution and its configuration data in it.</summary>
    internal LocalDataverse Copy(StoppedClock clock)
    {
        Assert.SkipWhen(problem is not null, problem ?? "");
        var file = Path.Combine(folder, $"{System.Threading.Interlocked.Increment(ref copies)}.db");
        File.Copy(Template, file);
        return LocalDataverse.Open(new LocalDataverseOptions { Path = file, Clock = clock });
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
