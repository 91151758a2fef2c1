using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace Local.Packaging;

// How single files are found, read and put where they belong.
internal sealed partial class SolutionFolder
{
    // In SolutionPackager's Both layout X_managed.xml stands beside X.xml and replaces it in the managed zip.
    private List<string> Claim(string home, Func<string, bool> wanted)
    {
        var claimed = unclaimed.Where(path => path.StartsWith(home, StringComparison.Ordinal) && !IsManagedVariant(path) && wanted(path)).ToList();
        unclaimed.ExceptWith(claimed);
        return claimed;
    }

    private bool IsManagedVariant(string path) =>
        path.EndsWith(ManagedVariant, StringComparison.Ordinal)
        && (unclaimed.Contains(path[..^ManagedVariant.Length] + ".xml") || File.Exists(Path.Combine(folder, path[..^ManagedVariant.Length] + ".xml")));

    private static bool IsXml(string path) => path.EndsWith(".xml", StringComparison.Ordinal);

    private XDocument? Document(string path, string? root)
    {
        unclaimed.Remove(path);
        var variant = path[..^".xml".Length] + ManagedVariant;
        if (unclaimed.Remove(variant) && flavour == Flavour.Managed) path = variant;
        if (Bytes(path) is not { } content) return null;
        try
        {
            var document = SafeXml.Read(content, path);
            if (root is null || document.Root!.Name.LocalName == root) return document;
            findings.Add(Finding.ErrorAt(document.Root!, "layout", $"Expected <{root}>, found <{document.Root!.Name.LocalName}>."));
        }
        catch (XmlException wrong)
        {
            findings.Add(new(Severity.Error, "xml", path, wrong.LineNumber, wrong.Message));
        }
        return null;
    }

    private byte[]? Bytes(string path)
    {
        try
        {
            var file = map.Resolve(path) ?? Path.Combine(folder, path);
            if (File.Exists(file)) return File.ReadAllBytes(file);
            findings.Add(Finding.ErrorIn(path, "file-missing", "The file is not in the folder."));
        }
        catch (FileNotFoundException unbuilt)
        {
            findings.Add(Finding.ErrorIn(path, "file-missing", unbuilt.Message));
        }
        return null;
    }

    // A control is built, so that its folder may hold no more than its description; its manifest says what belongs to it.
    private IEnumerable<string> ResourcesOf(string manifest, string folder) =>
        Document(manifest, "manifest")?.Root!.Elements("control").Elements("resources").Elements()
            .Select(resource => (string?)resource.Attribute("path")).Where(path => !string.IsNullOrEmpty(path))
            .Select(path => folder + path!.Replace('\\', '/')) ?? [];

    private void AddPart(string zipPath, string path)
    {
        unclaimed.Remove(path);
        if (parts.Find(part => string.Equals(part.ZipPath, zipPath, StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            // A control's manifest is both named by its description and one of the control's files.
            if (other.Source != path) findings.Add(Finding.ErrorIn(path, "file-name", $"{zipPath} in the zip is already taken by {other.Source}."));
        }
        else if (Bytes(path) is { } content) parts.Add(new(zipPath, path, content));
    }

    // The component elements of files that hold them directly or in one wrapper.
    private IEnumerable<XElement> Roots(IEnumerable<string> paths, string? wrapper, string element)
    {
        foreach (var path in paths)
        {
            if (Document(path, wrapper ?? element)?.Root is not { } root) continue;
            if (wrapper is null)
            {
                root.Remove();
                yield return root;
            }
            else
            {
                var inside = root.Elements().ToList();
                if (inside.Count == 0 || inside.Any(child => child.Name.LocalName != element))
                    findings.Add(Finding.ErrorAt(root, "layout", $"<{wrapper}> holds <{element}> and nothing else."));
                foreach (var child in inside) yield return Detach(child, path);
            }
        }
    }

    // Only an element without parent can be moved; one that is copied forgets its line.
    private static XElement Detach(XElement child, string path)
    {
        var source = SourceFile.Of(child);
        child.Remove();
        child.RemoveAnnotations<SourceFile>();
        child.AddAnnotation(new SourceFile(source.Length > 0 ? source : path));
        return child;
    }

    private static void Append(XElement table, XElement part)
    {
        if (part.Document is not null) part.Remove();
        if (!part.HasElements) return;
        table.Elements(part.Name).Remove();
        // CustomControlDefaultConfigs, where present, is the last child.
        if (table.Element("CustomControlDefaultConfigs") is { } last) last.AddBeforeSelf(part);
        else table.Add(part);
    }

    private void AddTo(string section, XElement element)
    {
        // What belongs to a document is copied when it is added to another, and a copy forgets its line.
        if (element.Document is not null) element.Remove();
        if (!sections.TryGetValue(section, out var list)) sections[section] = list = [];
        list.Add(element);
    }

    private void FillSections(XElement customizations)
    {
        foreach (var (name, elements) in sections)
        {
            if (customizations.Element(name) is { } placeholder) placeholder.Add(elements);
            else
            {
                findings.Add(Finding.ErrorIn(CustomizationsPath, "placeholder",
                    $"The empty <{name}/> is missing, so SolutionPackager would drop {elements.Count} component(s) of it."));
            }
        }
        foreach (var unknown in customizations.Elements().Where(section => !Sections.IsKnown(section.Name.LocalName)))
            findings.Add(Finding.ErrorAt(unknown, "section", $"<{unknown.Name.LocalName}> is no section of customizations.xml."));
        var ordered = customizations.Elements().OrderBy(section => Sections.OrderOf(section.Name.LocalName)).ToList();
        foreach (var section in ordered) Detach(section, CustomizationsPath);
        customizations.Add(ordered.ToArray<object>());
    }

    private static string NameOf(XElement relationship) => (string?)relationship.Attribute("Name") ?? "";

    /// <summary>Whether a name given by a description stays inside its folder of the zip.</summary>
    private static bool IsSafe(string name, string home) =>
        name.StartsWith(home, StringComparison.Ordinal) && ZipNames.IsSafe(name);
}
