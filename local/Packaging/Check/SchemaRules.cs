using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Local.Packaging.Check;

/// <summary>Holds customizations.xml against Microsoft's published schemas.</summary>
/// <remarks>
/// They are of version 7; today's exports still follow them, but for elements and attributes added since. So what the schema
/// does not know is left out before validating: what remains must be in the schema's order, complete, and of its types.
/// </remarks>
internal static class SchemaRules
{
    /// <summary>What genuine exports do against the old schemas: element or attribute, and a part of the schema's complaint.</summary>
    private static readonly (string Place, string Complaint)[] Outgrown =
    [
        ("Entity", "'ObjectTypeCode'"), ("EntityRelationshipRole", "'NavPaneDisplayOption'"),
        ("type", "'card'"), ("type", "'mainInteractionCentric'"), ("type", "'dialog'"), ("Type", "'file'"), ("Type", "'multiselectpicklist'"),
    ];

    /// <summary>Elements that today's exports write at another place than the old schemas have them.</summary>
    private static readonly (string Parent, string Element)[] Moved = [("SdkMessageProcessingStep", "SdkMessageId")];

    public static IEnumerable<Finding> Check(SolutionContent content, string folder)
    {
        var path = Directory.Exists(folder) ? Directory.EnumerateFiles(folder).FirstOrDefault(file => Path.GetFileName(file) == "CustomizationsSolution.xsd") : null;
        if (path is null) return [new(Severity.Note, "schema-skipped", "", 0, $"{folder} does not hold Microsoft's schemas, so the XML was not held against them.")];

        var schemas = new XmlSchemaSet { XmlResolver = new FolderResolver(folder) };
        schemas.Add(null, path);
        schemas.Compile();
        if (schemas.GlobalElements[new XmlQualifiedName(content.Customizations.Root!.Name.LocalName)] is not XmlSchemaElement root)
            return [Finding.ErrorAt(content.Customizations.Root, "schema", $"The schema does not know <{content.Customizations.Root.Name.LocalName}>.")];

        var known = new XDocument(Known(schemas, content.Customizations.Root, root.ElementSchemaType));
        var findings = new List<Finding>();
        known.Validate(schemas, (sender, deviation) =>
        {
            var name = (sender as XElement)?.Name.LocalName ?? (sender as XAttribute)?.Name.LocalName;
            if (Outgrown.Any(known => known.Place == name && deviation.Message.Contains(known.Complaint, StringComparison.Ordinal))) return;
            var place = sender as XElement ?? (sender as XAttribute)?.Parent;
            var origin = place?.AncestorsAndSelf().Select(element => element.Annotation<XElement>()).FirstOrDefault(element => element is not null) ?? content.Customizations.Root;
            findings.Add(Finding.ErrorAt(origin, "schema", deviation.Message));
        });
        return findings;
    }

    // A copy of what the schema knows; each element remembers the one it was copied from, which knows file and line.
    private static XElement Known(XmlSchemaSet schemas, XElement element, XmlSchemaType? type)
    {
        var copy = new XElement(element.Name);
        copy.AddAnnotation(element);
        if (type is not XmlSchemaComplexType complex)
        {
            copy.Add(element.Value);
            return copy;
        }
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            var isNil = attribute.Name.Namespace == XmlSchema.InstanceNamespace;
            if (isNil || complex.AttributeWildcard is not null || complex.AttributeUses[new XmlQualifiedName(attribute.Name.LocalName, attribute.Name.NamespaceName)] is not null)
                copy.Add(new XAttribute(attribute));
        }
        var children = new Dictionary<string, XmlSchemaType?>(StringComparer.Ordinal);
        var isOpen = Collect(schemas, complex.ContentTypeParticle, children);
        foreach (var child in element.Elements())
        {
            if (Moved.Contains((element.Name.LocalName, child.Name.LocalName))) continue;
            if (children.TryGetValue(child.Name.LocalName, out var childType)) copy.Add(Known(schemas, child, childType));
            else if (isOpen) copy.Add(new XElement(child));
        }
        if (!element.HasElements) copy.Add(element.Value);
        return copy;
    }

    private static bool Collect(XmlSchemaSet schemas, XmlSchemaParticle? particle, Dictionary<string, XmlSchemaType?> children)
    {
        switch (particle)
        {
            case XmlSchemaElement element:
                var declared = element.RefName.IsEmpty ? element : (XmlSchemaElement?)schemas.GlobalElements[element.RefName] ?? element;
                children[element.QualifiedName.Name] = declared.ElementSchemaType;
                return false;
            case XmlSchemaAny:
                return true;
            case XmlSchemaGroupBase group:
                var isOpen = false;
                foreach (var item in group.Items) isOpen |= Collect(schemas, item as XmlSchemaParticle, children);
                return isOpen;
            default:
                return false;
        }
    }

    /// <summary>Finds what a schema includes in the same folder, whatever its capitals, and nothing anywhere else.</summary>
    private sealed class FolderResolver(string folder) : XmlResolver
    {
        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn)
        {
            var name = Path.GetFileName(absoluteUri.LocalPath);
            var file = Directory.EnumerateFiles(folder).First(candidate => string.Equals(Path.GetFileName(candidate), name, StringComparison.OrdinalIgnoreCase));
            return File.OpenRead(file);
        }
    }
}
