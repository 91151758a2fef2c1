using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Local.Dataverse.Tests.Readme;

/// <summary>local/README.md says what is true today.</summary>
public sealed class ReadmeTests
{
    private const string Begin = "<!-- written by ReadmeTests -->", End = "<!-- end -->";

    private static string Root { get; } = FindRoot();

    private static string ReadmeFile => Path.Combine(Root, "local", "README.md");

    [Fact]
    public void TheTableOfWhatIsSupported_IsWhatTheEngineAnswers()
    {
        var text = File.ReadAllText(ReadmeFile).ReplaceLineEndings("\n");
        var from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = text.IndexOf(End, StringComparison.Ordinal);
        using var support = new SupportTable();
        var expected = "\n" + support.Markdown() + "\n";
        if (Environment.GetEnvironmentVariable("KAM_UPDATE_README") == "1") File.WriteAllText(ReadmeFile, text[..from] + expected + text[to..]);
        else Assert.True(text[from..to] == expected, "The table of local/README.md is stale. Run this test with KAM_UPDATE_README=1. It would be:" + expected);
    }

    [Fact]
    public void TheExample_IsTheOneThatRuns()
    {
        var source = File.ReadAllText(Path.Combine(Root, "tests", "Local.Dataverse.Tests", "Readme", "OwnSolutionExample.cs")).ReplaceLineEndings("\n");
        var readme = File.ReadAllText(ReadmeFile);
        var lines = source.Split("// README\n")[1].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(5, lines.Length);
        Assert.All(lines, line => Assert.Contains(line, readme, StringComparison.Ordinal));
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.EnumerateFiles(folder, "*.sln").Any()) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No solution file above the tests.");
        return folder;
    }
}
