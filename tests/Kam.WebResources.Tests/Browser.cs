using System;
using System.ComponentModel;
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

    private IPlaywright? playwright;
    private IBrowser? browser;
    private string? missing;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var executable = Places.FirstOrDefault(File.Exists);
        missing = executable is null ? "These tests need a browser: apt install chromium" : await BuildPages() ?? await BuildControls();
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

    // Returns what is missing to build them; null when they are there.
    private static async Task<string?> BuildPages() =>
        Directory.Exists(Repository.Built) && File.Exists(Repository.Axe) ? null : await Npm(Repository.WebResources, "ci --no-audit", "run build");

    private static async Task<string?> BuildControls() =>
        Directory.Exists(Path.Combine(Repository.Controls, "out", "controls")) ? null : await Npm(Repository.Controls, "ci --no-audit", "run build");

    private static async Task<string?> Npm(string folder, params string[] commands)
    {
        foreach (var arguments in commands)
        {
            try
            {
                using var npm = Process.Start(new ProcessStartInfo("npm", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
                await npm.StandardOutput.ReadToEndAsync();
                await npm.WaitForExitAsync();
                if (npm.ExitCode != 0) return $"The web resources do not build here: npm {arguments} in {Path.GetRelativePath(Repository.Root, folder)} says why. It needs Node.js 20.";
            }
            catch (Win32Exception)
            {
                return "These tests build the web resources, which needs Node.js 20: https://nodejs.org, or apt install nodejs npm";
            }
        }

        return null;
    }
}
