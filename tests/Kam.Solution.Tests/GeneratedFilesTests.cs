using Kam.Generate;
using Xunit;

namespace Kam.Solution.Tests;

public sealed class GeneratedFilesTests
{
    private const string HowTo = "Run: dotnet run --project plugins/Kam.Generate";

    [Fact]
    public void RowsChoicesAndTypeScriptTypes_AreWhatTheSolutionGivesToday()
    {
        var stale = Generator.Update(Repository.Root, Generator.TablesAndTypes(Repository.Root), isCheck: true);
        Assert.True(stale.Count == 0, $"Stale: {string.Join(", ", stale)}. {HowTo}");
    }

    [Fact]
    public void StepsAndTheAssemblysDescription_AreWhatThePlugInsSayToday()
    {
        var stale = Generator.Update(Repository.Root, Generator.Steps(Repository.Root, Repository.PluginAssembly), isCheck: true);
        Assert.True(stale.Count == 0, $"Stale: {string.Join(", ", stale)}. {HowTo}");
    }
}
