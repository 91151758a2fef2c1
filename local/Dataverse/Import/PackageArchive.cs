using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace Local.Dataverse.Import;

/// <summary>The files of a zip somebody gave us, read into memory under limits. Nothing is written to disk.</summary>
/// <remarks>
/// Refuses what a hostile zip does: paths that leave the package, two files of one name, more files or more bytes than <see cref="PackageLimits"/>
/// allow (counted while unpacking, not believed from the header), and XML with a document type.
/// </remarks>
internal sealed class PackageArchive
{
    private readonly Dictionary<string, byte[]> files;

    private PackageArchive(Dictionary<string, byte[]> files) => this.files = files;

    /// <summary>Paths with forward slashes, in the order of the zip.</summary>
    public IEnumerable<string> Files => files.Keys;

    /// <exception cref="SolutionImportException">Not a whole zip, or one that breaks a limit.</exception>
    public static PackageArchive Read(Stream zip, PackageLimits? limits = null)
    {
        limits ??= PackageLimits.Default;
        try
        {
            using var archive = new ZipArchive(Seekable(zip, limits), ZipArchiveMode.Read);
            return new PackageArchive(Unpack(archive, limits));
        }
        catch (InvalidDataException e)
        {
            throw new SolutionImportException(ImportFailure.InvalidFile, null, 0, $"The file is not a complete zip archive ({e.Message}). Export or pack the solution again.", e);
        }
    }

    /// <summary>The files of a folder, under the same limits.</summary>
    public static PackageArchive ReadFolder(string folder, PackageLimits? limits = null)
    {
        limits ??= PackageLimits.Default;
        var found = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (found.Count >= limits.Files || found.Values.Sum(f => (long)f.Length) + new FileInfo(path).Length > limits.Bytes) throw TooLarge(limits);
            found.Add(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path));
        }
        return new PackageArchive(found);
    }

    public bool Has(string path) => files.ContainsKey(Normal(path));

    /// <summary>The bytes, or null. A leading slash, as <c>FileName</c> elements have it, is ignored.</summary>
    public byte[]? Bytes(string path) => files.GetValueOrDefault(Normal(path));

    /// <summary>The root element with line numbers; its BaseUri is the path.</summary>
    /// <exception cref="SolutionImportException">Missing, not well formed, or with a document type.</exception>
    public XElement Xml(string path)
    {
        var bytes = Bytes(path) ?? throw new SolutionImportException(
            ImportFailure.InvalidFile, path, 0, "The package has no such file. Export or pack it again; the file belongs at the top of the zip.");
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersFromEntities = 0 };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), settings, path);
            return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.SetBaseUri).Root!;
        }
        catch (XmlException e)
        {
            throw new SolutionImportException(ImportFailure.NotWellFormed, path, e.LineNumber, $"{e.Message} Repair the file or export it again.", e);
        }
    }

    private static Dictionary<string, byte[]> Unpack(ZipArchive archive, PackageLimits limits)
    {
        if (archive.Entries.Count > limits.Files) throw TooLarge(limits);
        var unpacked = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var left = limits.Bytes;
        foreach (var entry in archive.Entries)
        {
            var path = entry.FullName.Replace('\\', '/');
            if (path.EndsWith('/')) continue;
            if (path.StartsWith('/') || path.Contains(':') || path.Split('/').Contains(".."))
            {
                throw new SolutionImportException(ImportFailure.InvalidFile, entry.FullName, 0, "The path leaves the package. Pack the solution again with relative paths.");
            }
            using var content = entry.Open();
            var bytes = ReadAtMost(content, left) ?? throw TooLarge(limits);
            left -= bytes.Length;
            if (Crc32.Of(bytes) != entry.Crc32)
            {
                throw new SolutionImportException(ImportFailure.InvalidFile, path, 0, "The file is damaged: its checksum is not the one in the zip. Export or pack the solution again.");
            }
            if (!unpacked.TryAdd(path, bytes)) throw new SolutionImportException(ImportFailure.InvalidFile, path, 0, "The zip has two files of this name. Remove one.");
        }
        return unpacked;
    }

    private static Stream Seekable(Stream zip, PackageLimits limits)
    {
        if (zip.CanSeek) return zip;
        return new MemoryStream(ReadAtMost(zip, limits.Bytes) ?? throw TooLarge(limits));
    }

    private static byte[]? ReadAtMost(Stream source, long limit)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = source.Read(buffer)) > 0)
        {
            if (copy.Length + read > limit) return null;
            copy.Write(buffer, 0, read);
        }
        return copy.ToArray();
    }

    private static SolutionImportException TooLarge(PackageLimits limits) => new(
        ImportFailure.TooLarge, null, 0, $"The package unpacks to more than {limits.Files} files or {limits.Bytes} bytes. Split it, or look whether it is what it claims to be.");

    private static string Normal(string path) => path.Replace('\\', '/').TrimStart('/');
}

/// <summary>What a package may unpack to.</summary>
internal sealed record PackageLimits(int Files, long Bytes)
{
    public static readonly PackageLimits Default = new(Files: 20_000, Bytes: 512L * 1024 * 1024);
}
