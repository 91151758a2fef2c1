using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Local.Dataverse;
using Xunit;

namespace Local.Cli.Tests.Commands;

/// <summary>Check, import and pack on this repository's own solution.</summary>
public sealed class PackedCommandTests(PackedSolution packed) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kam-packed-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void TheShippedZip_IsCheckedWithoutError()
    {
        var ended = KamProcess.Run(folder, "check", packed.Repository.ManagedZip);

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains("0 errors,", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AZipWithABrokenReference_IsCheckedWithFileLineAndReason()
    {
        var broken = Path.Combine(folder, "broken.zip");
        File.Copy(packed.Repository.ManagedZip, broken);
        Replace(broken, "customizations.xml", "datafieldname=\"kam_strategicfit\"", "datafieldname=\"kam_strategicfat\"");

        var ended = KamProcess.Run(folder, "check", broken);

        Assert.Equal(1, ended.ExitCode);
        var line = Assert.Single(ended.Output.Split('\n'), l => l.Contains("kam_strategicfat", StringComparison.Ordinal));
        Assert.Matches(@"^customizations\.xml\(\d{2,}\): error ", line);
    }

    [Fact]
    public void AZip_IsImportedIntoANewDatabase_AndAgainIntoTheSame()
    {
        string[] command = ["import", packed.Repository.ManagedZip, "--database", "crm.db", "--data", packed.Repository.ConfigurationData];

        Assert.All(Enumerable.Range(0, 2).Select(_ => KamProcess.Run(folder, command)), ended => Assert.Equal((0, ""), (ended.ExitCode, ended.Error)));

        using var organisation = LocalDataverse.Open(new LocalDataverseOptions { Path = Path.Combine(folder, "crm.db") });
        Assert.NotNull(organisation.Schema.Find("kam_valuescore"));
    }

    [Fact]
    public void AZipThatIsRefused_LeavesADatabaseThatWasThereAsItWas()
    {
        KamProcess.Run(folder, "import", packed.Repository.ManagedZip, "--database", "crm.db");
        File.WriteAllText(Path.Combine(folder, "text.zip"), "no zip");

        Assert.Equal(1, KamProcess.Run(folder, "import", "text.zip", "--database", "crm.db").ExitCode);

        using var organisation = LocalDataverse.Open(new LocalDataverseOptions { Path = Path.Combine(folder, "crm.db") });
        Assert.NotNull(organisation.Schema.Find("kam_valuescore"));
    }

    [Fact]
    public void ADatabaseThatIsOpenElsewhere_IsRefusedByName()
    {
        using var open = LocalDataverse.Open(new LocalDataverseOptions { Path = Path.Combine(folder, "crm.db") });

        var ended = KamProcess.Run(folder, "import", packed.Repository.ManagedZip, "--database", "crm.db");

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("crm.db is in use by another embedded Dataverse", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pack")]
    [InlineData("run")]
    public void WithoutNode_ASentenceSaysWhatToInstall(string command)
    {
        var ended = KamProcess.RunWithPath(packed.Repository.Root, folder, command);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("Node.js, which is not installed here. Install Node.js 20 or later", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WithAnOldNode_ASentenceSaysWhichIsThereAndWhichIsNeeded()
    {
        // What pretends to be Node.js is a shell script.
        if (OperatingSystem.IsWindows()) Assert.Skip("There is no /bin/sh here.");
        else
        {
            var node = Path.Combine(folder, "node");
            File.WriteAllText(node, "#!/bin/sh\necho v18.20.4\n");
            File.SetUnixFileMode(node, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var ended = KamProcess.RunWithPath(packed.Repository.Root, folder, "pack");

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("Node.js 20 or later; here is v18.20.4.", ended.Error, StringComparison.Ordinal);
    }

    private static void Replace(string zip, string entry, string right, string wrong)
    {
        using var archive = ZipFile.Open(zip, ZipArchiveMode.Update);
        var old = archive.GetEntry(entry)!;
        string content;
        using (var reader = new StreamReader(old.Open())) content = reader.ReadToEnd();
        Assert.Contains(right, content, StringComparison.Ordinal);
        old.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
        var place = content.IndexOf(right, StringComparison.Ordinal);
        writer.Write(content[..place] + wrong + content[(place + right.Length)..]);
    }
}
