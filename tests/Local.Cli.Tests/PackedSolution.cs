using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using Local.Cli.Commands;
using Local.Cli.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(PackedSolution))]

namespace Local.Cli.Tests;

/// <summary>The managed zip, built once for all tests; they skip where it cannot be built.</summary>
public sealed class PackedSolution
{
    private readonly Repository repository = Repository.Above(AppContext.BaseDirectory);
    private readonly Lazy<string?> problem;

    public PackedSolution() => problem = new Lazy<string?>(Build);

    internal Repository Repository
    {
        get
        {
            Assert.SkipWhen(problem.Value is not null, problem.Value ?? "");
            return repository;
        }
    }

    private string? Build()
    {
        using var alone = Alone();
        try
        {
            repository.BuildWebResources();
        }
        catch (CommandException noNode) when (noNode.Message.Contains("Node.js", StringComparison.Ordinal))
        {
            return noNode.Message;
        }
        repository.Pack();
        return null;
    }

    // Several test programs may start at the same time; one of them builds, the others find everything up to date.
    private FileStream Alone()
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(repository.Root, "obj")).FullName, "tests-pack.lock");
        for (var waited = Stopwatch.StartNew(); ; Thread.Sleep(200))
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < TimeSpan.FromMinutes(10))
            {
                // Another program packs; its turn ends with its build.
            }
        }
    }
}
