using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Kam.WebResources.Tests;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Kam.WebResources.Tests;

/// <summary>One browser for all tests, and the built pages to show in it.</summary>
/// <remarks>
/// Where the browser or Node.js is missing the tests report themselves skipped and say what to install, unless
/// <c>KAM_REQUIRE_BROWSER=1</c> makes that a failure. The browser is the system's: Playwright's own is not downloaded.
/// </remarks>
public sealed class Browser : IAsyncLifetime
{
    private const float PatienceInMilliseconds = 180_000f;

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    // A build within a test run must not take over the settings of the one that started it.
    private static readonly string[] InheritedFromOuterBuild = ["MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "MSBuildSDKsPath"];

    private IPlaywright? playwright;
    private IBrowser? browser;
    private string? missing;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var executable = Places.FirstOrDefault(File.Exists);
        missing = executable is null ? "These tests need a browser: apt install chromium" : await Build();
        if (missing is not null) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Headless = true, Args = Switches });
    }

    /// <summary>A fresh browser profile.</summary>
    public async Task<IBrowserContext> NewContext(BrowserNewContextOptions options)
    {
        if (missing is not null)
        {
            Assert.False(Environment.GetEnvironmentVariable("KAM_REQUIRE_BROWSER") == "1", missing);
            Assert.Skip(missing);
        }

        var context = await browser!.NewContextAsync(options);

        // A page that never comes must fail; one that comes late on a busy machine must not.
        context.SetDefaultTimeout(PatienceInMilliseconds);
        return context;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    // Returns what is missing to build them; null when they are built from what their sources are now.
    private static async Task<string?> Build()
    {
        using var alone = await Alone();
        var start = new ProcessStartInfo("dotnet", "build pac-solution.cdsproj -t:BuildWebResources;BuildControls -nologo -v q -m:1") { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
        foreach (var variable in InheritedFromOuterBuild) start.Environment.Remove(variable);
        using var build = Process.Start(start)!;
        var said = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        return build.ExitCode == 0 ? null : $"The web resources do not build here: {said.Trim()}";
    }

    // Several test programs may start at the same time; one of them builds, the others find everything up to date.
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
}
