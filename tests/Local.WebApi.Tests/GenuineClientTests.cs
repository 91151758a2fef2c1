using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Local.WebApi.Tests.Hosting;
using Xunit;

namespace Local.WebApi.Tests;

/// <summary>A client library that knows only the genuine Web API, npm dynamics-web-api, works with this one.</summary>
/// <remarks>
/// The scenario is client/scenario.test.mjs. Without Node.js 20 the test reports itself skipped and says so, unless <c>KAM_REQUIRE_BROWSER=1</c>
/// makes that a failure.
/// </remarks>
public sealed partial class GenuineClientTests
{
    private const int Boolean = 0, DateTimeType = 1, Decimal = 2, Integer = 7, Text = 10, TextArray = 11, Id = 12;

    [Fact]
    public async Task TheScenario_PassesStepByStep()
    {
        var folder = ClientFolder();
        if (await Missing(folder) is { } missing)
        {
            Assert.False(Environment.GetEnvironmentVariable("KAM_REQUIRE_BROWSER") == "1", missing);
            Assert.Skip(missing);
        }
        await using var server = await TestServer.Start();
        AddCustomApis(server);
        var user = server.User("Basic User");
        var facts = JsonSerializer.Serialize(new
        {
            url = server.Server.BaseAddress.ToString(),
            token = server.Token,
            administrator = server.Dataverse.AdministratorId,
            user,
            userToken = await server.TokenOf(user),
            businessUnit = server.Dataverse.RootBusinessUnitId,
        });

        var (code, output) = await Run(folder, "node", "--test --test-reporter=tap scenario.test.mjs", facts);

        Assert.True(code == 0, output);
        var passed = int.Parse(Passed().Match(output).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(File.ReadLines(Path.Combine(folder, "scenario.test.mjs")).Count(l => l.StartsWith("test(", StringComparison.Ordinal)), passed);
    }

    private static void AddCustomApis(TestServer server)
    {
        (string, int)[] types = [("test_Text", Text), ("test_Count", Integer), ("test_Share", Decimal), ("test_Yes", Boolean), ("test_Names", TextArray), ("test_Id", Id), ("test_On", DateTimeType)];
        server.Organization.CustomApi("test_Echo", "Echo", binding: 0, allowedSteps: 0, [.. types.Select(t => (t.Item1, t.Item2, true))], types);
        server.Organization.CustomApi("test_NameOf", "NameOfTarget", binding: 1, allowedSteps: 0, [], [("test_Name", Text)]);
        server.Organization.CustomApi("test_Product", "Multiply", binding: 0, allowedSteps: 0, [("test_Factor", Integer, false), ("test_Other", Integer, true)], [("test_Product", Integer)], isFunction: true);
    }

    // Returns what is missing to run the client; null when it is there.
    private static async Task<string?> Missing(string folder)
    {
        if (Directory.Exists(Path.Combine(folder, "node_modules", "dynamics-web-api"))) return null;
        try
        {
            var (code, output) = await Run(folder, "npm", "ci --no-audit --no-fund", string.Empty);
            return code == 0 ? null : $"The client dynamics-web-api cannot be installed: npm ci in {folder} says {output}";
        }
        catch (Win32Exception)
        {
            return "This test drives the Web API with dynamics-web-api, which needs Node.js 20: https://nodejs.org, or apt install nodejs npm";
        }
    }

    private static async Task<(int Code, string Output)> Run(string folder, string program, string arguments, string facts)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["KAM_WEB_API"] = facts;
        // The server is on this machine: a proxy would not find it.
        start.Environment["NO_PROXY"] = "127.0.0.1,localhost";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    private static string ClientFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var client = Path.Combine(folder.FullName, "client");
            if (File.Exists(Path.Combine(client, "scenario.test.mjs"))) return client;
        }
        throw new DirectoryNotFoundException("The folder client with scenario.test.mjs is not above the tests.");
    }

    [GeneratedRegex(@"^# pass (\d+)", RegexOptions.Multiline)]
    private static partial Regex Passed();
}
