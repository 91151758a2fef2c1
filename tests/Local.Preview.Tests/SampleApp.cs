using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Local.Dataverse;
using Local.Preview.Tests;
using Local.WebApi.Hosting;
using Xunit;

[assembly: AssemblyFixture(typeof(SampleApp))]

namespace Local.Preview.Tests;

/// <summary>The packed zip of this repository with its sample portfolio, made by the command line once; each test looks at a copy of its own.</summary>
public sealed class SampleApp : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("kam-preview-").FullName;
    private int copies;

    private string Template => Path.Combine(folder, "sample.db");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "kam.dll"), "run", "--database", Template])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        await using var alone = await Alone();
        using var job = Process.Start(start)!;
        var output = job.StandardOutput.ReadToEndAsync();
        var errors = job.StandardError.ReadToEndAsync();
        await job.WaitForExitAsync();
        Assert.True(job.ExitCode == 0, $"kam run failed:{Environment.NewLine}{await output}{await errors}");
    }

    // Other test programs pack the solution too: one at a time, by the lock they all take.
    private static async Task<FileStream> Alone()
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "obj")).FullName, "tests-pack.lock");
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(200))
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

    /// <summary>A server over a copy of the sample.</summary>
    public async Task<ServedApp> Serve()
    {
        var file = Path.Combine(folder, $"{System.Threading.Interlocked.Increment(ref copies)}.db");
        File.Copy(Template, file);
        var dataverse = LocalDataverse.Open(new LocalDataverseOptions { Path = file });
        var site = new PreviewSite();
        return new ServedApp(dataverse, site, await WebApiServer.StartAsync(dataverse, new WebApiOptions { Sites = [site] }));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>An organisation with its preview, on a free port.</summary>
public sealed record ServedApp(LocalDataverse Dataverse, PreviewSite Site, WebApiServer Server) : IAsyncDisposable
{
    public Uri Link => Site.LinkFor(Server.BaseAddress);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Dataverse.Dispose();
    }
}
