using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace Local.Packaging;

/// <summary>Writes and reads the zip the platform imports.</summary>
internal static class SolutionZip
{
    private const string ManifestName = "solution.xml";
    private const string CustomizationsName = "customizations.xml";
    private const string ContentTypesName = "[Content_Types].xml";

    /// <summary>Far above what a genuine solution holds unpacked.</summary>
    private const long LargestContent = 1024L * 1024 * 1024;

    private const int MostEntries = 50_000;

    // Deflate cannot shrink anything by more than about 1032 to 1; genuine XML stays well below 200.
    private const int SteepestRatio = 500;

    private const int RatioMattersFrom = 1024 * 1024;

    /// <summary>The smallest time a zip can hold: the same bytes whenever they are packed.</summary>
    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the zip: the three documents first, then the parts in ordinal order.</summary>
    public static void Write(SolutionContent content, Stream target)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, ContentTypesName, SafeXml.Write(ContentTypes(content)));
        Add(zip, ManifestName, SafeXml.Write(content.Manifest));
        Add(zip, CustomizationsName, SafeXml.Write(content.Customizations));
        foreach (var part in content.Parts) Add(zip, part.ZipPath, part.Content);
    }

    /// <summary>Reads a zip nobody vouches for.</summary>
    /// <exception cref="SolutionException">No zip, unsafe names, more content than a solution can have, or broken XML.</exception>
    public static SolutionContent Read(Stream source)
    {
        try
        {
            using var zip = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
            return Read(zip);
        }
        catch (InvalidDataException broken)
        {
            throw new SolutionException([Finding.ErrorIn("", "zip", "This is no readable zip: " + broken.Message)]);
        }
    }

    private static SolutionContent Read(ZipArchive zip)
    {
        var findings = new List<Finding>();
        if (zip.Entries.Count > MostEntries) throw new SolutionException([Finding.ErrorIn("", "zip-bomb", $"{zip.Entries.Count} entries.")]);
        foreach (var entry in zip.Entries.Where(entry => !ZipNames.IsSafe(entry.FullName)))
            findings.Add(Finding.ErrorIn(entry.FullName, "zip-name", "The name is no plain relative path with forward slashes."));
        foreach (var twice in zip.Entries.GroupBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
            findings.Add(Finding.ErrorIn(twice.Key, "zip-name", $"{twice.Count()} entries have this name."));
        if (findings.Count > 0) throw new SolutionException(findings);

        var left = LargestContent;
        var parts = zip.Entries.Select(entry => new SolutionPart(entry.FullName, entry.FullName, Unpack(entry, ref left)))
            .OrderBy(part => part.ZipPath, StringComparer.Ordinal).ToList();
        var manifest = Document(parts, ManifestName, findings);
        var customizations = Document(parts, CustomizationsName, findings);
        var types = Document(parts, ContentTypesName, findings);
        if (manifest is null || customizations is null || types is null) throw new SolutionException(findings);

        parts.RemoveAll(part => part.ZipPath is ManifestName or CustomizationsName or ContentTypesName);
        findings.AddRange(Undeclared(types, parts));
        return new(manifest, customizations, parts, findings);
    }

    // Counts what comes out, not what the header promises.
    private static byte[] Unpack(ZipArchiveEntry entry, ref long left)
    {
        using var packed = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = packed.Read(buffer)) > 0;)
        {
            unpacked.Write(buffer, 0, read);
            left -= read;
            var isSteep = unpacked.Length > RatioMattersFrom && unpacked.Length / Math.Max(1, entry.CompressedLength) > SteepestRatio;
            if (left < 0 || isSteep) throw new SolutionException([Finding.ErrorIn(entry.FullName, "zip-bomb", "Unfolds to more than a solution can hold.")]);
        }
        return unpacked.ToArray();
    }

    private static XDocument? Document(List<SolutionPart> parts, string name, List<Finding> findings)
    {
        if (parts.Find(part => part.ZipPath == name) is not { } part)
        {
            findings.Add(Finding.ErrorIn(name, "zip-missing", "The file is not at the top of the zip."));
            return null;
        }
        try
        {
            return SafeXml.Read(part.Content, name);
        }
        catch (XmlException wrong)
        {
            findings.Add(new(Severity.Error, "xml", name, wrong.LineNumber, wrong.Message));
            return null;
        }
    }

    private static XDocument ContentTypes(SolutionContent content)
    {
        XNamespace types = "http://schemas.openxmlformats.org/package/2006/content-types";
        var extensions = content.Parts.Select(part => ZipNames.ExtensionOf(part.ZipPath)).OfType<string>().Append("xml").ToHashSet(StringComparer.Ordinal);
        return new(new XElement(types + "Types",
            extensions.OrderBy(extension => extension, StringComparer.Ordinal).Select(extension => new XElement(
                types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", "application/octet-stream"))),
            content.Parts.Where(part => ZipNames.ExtensionOf(part.ZipPath) is null).Select(part => new XElement(
                types + "Override", new XAttribute("PartName", "/" + part.ZipPath), new XAttribute("ContentType", "application/octet-stream")))));
    }

    private static IEnumerable<Finding> Undeclared(XDocument types, List<SolutionPart> parts)
    {
        var extensions = types.Root!.Elements().Select(element => (string?)element.Attribute("Extension")).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = types.Root.Elements().Select(element => (string?)element.Attribute("PartName")).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return parts.Where(part => !names.Contains("/" + part.ZipPath) && !extensions.Contains(Path.GetExtension(part.ZipPath).TrimStart('.')))
            .Select(part => Finding.ErrorIn(part.ZipPath, "content-types", "Neither the name nor the extension is declared in [Content_Types].xml."));
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Timeless;
        // Permissions of whoever packs are no part of a solution.
        entry.ExternalAttributes = 0;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
