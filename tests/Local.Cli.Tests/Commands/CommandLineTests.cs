using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Local.Cli.Tests.Commands;

/// <summary>Command lines as people type them, wrong ones above all: the exit code, what is wrong by name, the way out, and that nothing is left behind.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string NoStackTrace = "   at ";

    private readonly string folder = Directory.CreateTempSubdirectory("kam-command-").FullName;

    public CommandLineTests()
    {
        Directory.CreateDirectory(File("empty"));
        System.IO.File.WriteAllText(File("text.zip"), "no zip");
        System.IO.File.WriteAllText(File("text.db"), "no database");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string, string[]> Refused => new()
    {
        { "", ["Required command was not provided"] },
        { "frobnicate", ["'frobnicate'"] },
        { "check", ["'path' missing"] },
        { "check nothere.zip", ["There is no zip or folder nothere.zip"] },
        { "check empty surplus", ["'surplus'"] },
        { "check empty --schemas nothere", ["folder of schemas", "nothere does not exist"] },
        { "check empty --map nothere.xml", ["mapping file", "nothere.xml does not exist"] },
        { "pack", ["needs its sources", "inside a clone of the repository"] },
        { "pack now", ["'now'"] },
        { "import text.zip", ["'--database' is required"] },
        { "import nothere.zip --database new.db", ["There is no zip", "nothere.zip", "kam pack"] },
        { "import text.zip --database new.db", ["text.zip was not imported", "not a complete zip archive", "Export or pack the solution again"] },
        { "import text.zip --database new.db --data nothere", ["nothere of the configuration data does not exist"] },
        { "import text.zip --database text.db", ["text.db is not a database of the embedded Dataverse"] },
        { "load nothere --database text.db", ["The folder", "nothere does not exist"] },
        { "load empty --database new.db", ["new.db does not exist", "kam import ZIP --database new.db"] },
        { "load empty --database text.db --mapping nothere.json", ["mapping file", "nothere.json does not exist"] },
        { "load empty --database text.db", ["text.db is not a database of the embedded Dataverse"] },
        { "serve --port 65536", ["--port takes 0 to 65535"] },
        { "serve --zip nothere.zip --database new.db", ["There is no zip", "nothere.zip", "kam pack"] },
        { "serve --zip text.zip --database new.db", ["text.zip was not imported", "not a complete zip archive"] },
        { "serve --database text.db", ["text.db is not a database of the embedded Dataverse"] },
        { "run --top 0", ["--top takes 1 to 1000"] },
        { "run --language 7", ["--language takes 1031 (German)"] },
        { "run --as-of yesterday", ["--as-of takes a day like 2026-09-30, not 'yesterday'"] },
        { "run --as-of 2026-02-30", ["not '2026-02-30'"] },
        { "run", ["inside a clone of the repository"] },
    };

    [Theory, MemberData(nameof(Refused))]
    public void AWrongCommandLine_EndsWithOneAndSaysWhatIsWrong(string line, string[] says)
    {
        var ended = KamProcess.Run(folder, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(1, ended.ExitCode);
        Assert.All(says, words => Assert.Contains(words, ended.Error, StringComparison.Ordinal));
        Assert.DoesNotContain(NoStackTrace, ended.Error, StringComparison.Ordinal);
        Assert.Equal(["empty", "text.db", "text.zip"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Help_EndsWithZeroAndNamesEveryCommand()
    {
        var ended = KamProcess.Run(folder, "--help");

        Assert.Equal(0, ended.ExitCode);
        Assert.All(["run", "pack", "check", "import", "load", "serve"], command => Assert.Contains($"\n  {command} ", ended.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void CheckOfWhatIsNoZip_NamesTheFileAndCountsOneError()
    {
        var ended = KamProcess.Run(folder, "check", "text.zip");

        Assert.Equal(1, ended.ExitCode);
        Assert.StartsWith("text.zip", ended.Output, StringComparison.Ordinal);
        Assert.Contains("1 errors, 0 notes", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckOfAnEmptyFolder_NamesEachFileThatIsMissing()
    {
        var ended = KamProcess.Run(folder, "check", "empty");

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("Other/Solution.xml", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Other/Customizations.xml", ended.Output, StringComparison.Ordinal);
    }

    private string File(string name) => Path.Combine(folder, name);
}
