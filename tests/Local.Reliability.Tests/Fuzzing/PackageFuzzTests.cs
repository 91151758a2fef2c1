using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using Local.Dataverse;
using Local.Dataverse.Import;
using Local.Dataverse.Tests.Import;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Reliability.Tests.Fuzzing;

/// <summary>Packages that were damaged on the way or made to do damage: imported or refused with a reason, and a refused one leaves nothing.</summary>
public sealed class PackageFuzzTests : IDisposable
{
    private static readonly Dictionary<string, byte[]> made = new TestSolution { WithStep = false }.Files();

    private readonly List<string> offending = [];
    private Dataverse.LocalDataverse dataverse;

    public PackageFuzzTests() => dataverse = Fresh();

    public void Dispose() => dataverse.Dispose();

    [Fact]
    public void AChangedFileOfAPackage_IsImportedOrRefused()
    {
        var xml = made.Keys.Where(f => f.EndsWith(".xml", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        var change =
            from file in Gen.Frequency((3, Gen.Const("customizations.xml")), (2, Gen.OneOf(xml)))
            from kind in Gen.Int[0, 8]
            from at in Gen.Int[0, 1_000_000]
            from to in Gen.Int[0, 1_000_000]
            from text in Fuzz.Text
            select (file, kind, at, to, text);
        var refused = 0;
        change.Sample(
            c =>
            {
                var files = new Dictionary<string, byte[]>(made);
                files[c.file] = Change(files[c.file], c.kind, c.at, c.to, c.text);
                if (!Import(TestSolution.Zip(files.Select(f => (f.Key, f.Value))))) refused++;
            },
            iter: Fuzz.Times(250), threads: 1);
        Assert.True(refused > 0, "Nothing was refused: the changes change nothing.");
        Assert.Empty(offending);
    }

    [Fact]
    public void ChangedBytesOfAZip_AreImportedOrRefused()
    {
        var zip = TestSolution.Zip(made.Select(f => (f.Key, f.Value))).ToArray();
        var change = Gen.Select(Gen.Int[0, zip.Length - 1], Gen.Byte, Gen.Int[0, 3], Gen.Int[1, 2000]);
        change.Array[1, 4].Sample(
            changes =>
            {
                var bytes = zip.ToArray();
                foreach (var (at, value, kind, length) in changes)
                {
                    if (at >= bytes.Length) continue;
                    bytes = kind switch
                    {
                        0 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + length)..]],
                        1 => bytes[..at],
                        2 => [.. bytes[..at], value, .. bytes[at..]],
                        _ => [.. bytes[..at], value, .. bytes[(at + 1)..]],
                    };
                }
                Import(new MemoryStream(bytes));
            },
            iter: Fuzz.Times(250), threads: 1);
        Assert.Empty(offending);
    }

    [Fact]
    public void AZipThatUnpacksWithoutEnd_IsRefusedInLittleMemory()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("customizations.xml").Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 700; i++) entry.Write(zeros);
        }
        stream.Position = 0;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Assert.Equal(ImportFailure.TooLarge.Code, Assert.Throws<SolutionImportException>(() => dataverse.ImportSolution(stream)).ErrorCode);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 50_000_000);
    }

    [Fact]
    public void OurOwnManagedZip_DamagedInAnyFile_IsImportedOrRefused()
    {
        if (OwnZip() is not { } own) Assert.Skip("The managed zip has not been packed: dotnet build pac-solution.cdsproj -c Release.");
        else
        {
            var names = own.Keys.Where(f => f.EndsWith(".xml", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
            Gen.Select(Gen.OneOf(names), Gen.Int[0, 8], Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000], Fuzz.Text).Sample(
                c =>
                {
                    var files = new Dictionary<string, byte[]>(own);
                    files[c.Item1] = Change(files[c.Item1], c.Item2, c.Item3, c.Item4, c.Item5);
                    Import(TestSolution.Zip(files.Select(f => (f.Key, f.Value))));
                },
                iter: Fuzz.Times(8), threads: 1);
            Assert.Empty(offending);
        }
    }

    // Returns whether it was imported. A refused package must leave everything as it was.
    private bool Import(Stream zip)
    {
        var before = dataverse.Schema;
        try
        {
            dataverse.ImportSolution(zip);
        }
        catch (SolutionImportException refused)
        {
            Assert.False(string.IsNullOrWhiteSpace(refused.Message));
            Assert.Same(before, dataverse.Schema);
            Assert.Empty(dataverse.AdministratorService.RetrieveMultiple(new QueryExpression("solution")).Entities);
            return false;
        }
        Assert.NotEqual(Guid.Empty, dataverse.AdministratorService.Create(new Entity("account") { ["name"] = "Muster AG" }));
        dataverse.Dispose();
        dataverse = Fresh();
        return true;
    }

    private Dataverse.LocalDataverse Fresh()
    {
        var fresh = Dataverse.LocalDataverse.Open(new LocalDataverseOptions());
        fresh.Organization.Store.Watch = sql =>
        {
            // Names of tables and columns of a package do become names in SQL; what breaks out of the quotes must not.
            if (sql.Contains(Fuzz.Marker + "'", StringComparison.OrdinalIgnoreCase)) offending.Add(sql);
        };
        return fresh;
    }

    private static byte[] Change(byte[] file, int kind, int at, int to, string text)
    {
        if (kind > 5) return ChangeText(Encoding.UTF8.GetString(file), kind, at, text);
        var root = XDocument.Parse(Encoding.UTF8.GetString(file));
        var elements = root.Descendants().ToList();
        var element = elements[at % elements.Count];
        var other = elements[to % elements.Count];
        switch (kind)
        {
            case 0 when element.Parent is not null:
                element.Remove();
                break;
            case 1:
                element.AddAfterSelf(element.Parent is null ? null : new XElement(element));
                break;
            case 2 when element.Attributes().FirstOrDefault(a => !a.IsNamespaceDeclaration) is { } attribute:
                attribute.Value = text;
                break;
            case 3 when !element.HasElements:
                element.Value = text;
                break;
            case 4 when element.Parent is not null && other.Parent is not null:
                element.ReplaceWith(new XElement(other));
                break;
            default:
                element.Name = element.Name.Namespace + "Other";
                break;
        }
        return Encoding.UTF8.GetBytes(root.ToString());
    }

    private static byte[] ChangeText(string text, int kind, int at, string insert)
    {
        at %= Math.Max(1, text.Length);
        return Encoding.UTF8.GetBytes(kind switch { 6 => text[..at], 7 => text.Insert(at, insert), _ => text.Remove(at, 1) });
    }

    private static Dictionary<string, byte[]>? OwnZip()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "bin", "Release", "KamDataverse_managed.zip");
            if (!File.Exists(Path.Combine(folder.FullName, "KamDataverse.sln")) || !File.Exists(path)) continue;
            using var zip = ZipFile.OpenRead(path);
            return zip.Entries.Where(e => e.Length > 0).ToDictionary(e => e.FullName, Bytes);
        }
        return null;
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }
}
