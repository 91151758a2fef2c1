using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace Local.Packaging;

/// <summary>Which of the two zips of one solution.</summary>
public enum Flavour
{
    /// <summary>What customers import: locked, removable as a whole.</summary>
    Managed,

    /// <summary>What developers import to go on working.</summary>
    Unmanaged,
}

/// <summary>A file of the solution beside the two XML documents.</summary>
/// <param name="ZipPath">Its name in the zip, without leading slash.</param>
/// <param name="Source">Where it was found, to be named in findings.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record SolutionPart(string ZipPath, string Source, byte[] Content)
{
    /// <summary>The part as XML, or null where it is none.</summary>
    public XDocument? Document()
    {
        try
        {
            return SafeXml.Read(Content, Source);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}

/// <summary>
/// A solution as the platform imports it, whether read from a folder or from a zip: manifest, customizations and files.
/// </summary>
internal sealed class SolutionContent
{
    public SolutionContent(XDocument manifest, XDocument customizations, IReadOnlyList<SolutionPart> parts, IReadOnlyList<Finding> findings)
    {
        Manifest = manifest;
        Customizations = customizations;
        Parts = parts;
        Findings = findings;
    }

    /// <summary>solution.xml.</summary>
    public XDocument Manifest { get; }

    /// <summary>customizations.xml; every element still knows the file and line it was read from.</summary>
    public XDocument Customizations { get; }

    /// <summary>Everything else, in ordinal order of the name in the zip.</summary>
    public IReadOnlyList<SolutionPart> Parts { get; }

    /// <summary>What already went wrong while reading.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The part of a name as customizations.xml gives it, with or without leading slash; null when there is none.</summary>
    public SolutionPart? Part(string name) =>
        Parts.FirstOrDefault(part => string.Equals(part.ZipPath, name.TrimStart('/'), StringComparison.OrdinalIgnoreCase));
}
