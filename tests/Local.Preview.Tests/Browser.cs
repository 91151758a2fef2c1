using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Local.Preview.Tests;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Local.Preview.Tests;

/// <summary>One browser for all tests.</summary>
/// <remarks>
/// Where the browser is missing the tests report themselves skipped and say what to install, unless
/// <c>KAM_REQUIRE_BROWSER=1</c> makes that a failure. The browser is the system's: Playwright's own is not downloaded.
/// </remarks>
public sealed class Browser : IAsyncLifetime
{
    private const float PatienceInMilliseconds = 60_000f;

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
        missing = executable is null ? "These tests need a browser: apt install chromium" : null;
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
}
