using System.IO;
using Local.Dataverse.Tests.Import;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Dataverse.Tests.Readme;

/// <summary>The example of local/README.md, with a small solution of somebody else's.</summary>
public sealed class OwnSolutionExample
{
    [Fact]
    public void TheExampleOfTheReadme_Runs()
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, new TestSolution { WithStep = false }.Zip().ToArray());

        // README
        using var dataverse = LocalDataverse.Open(new LocalDataverseOptions());
        using (var zip = File.OpenRead(path)) dataverse.ImportSolution(zip);
        var service = dataverse.AdministratorService;
        var id = service.Create(new Entity("tst_machine") { ["tst_name"] = "Press 7" });
        Assert.Equal("Press 7", service.Retrieve("tst_machine", id, new ColumnSet("tst_name"))["tst_name"]);
        // README

        File.Delete(path);
    }
}
