using System.IO;
using System.Xml.Linq;
using Local.Dataverse.Schema;

namespace Local.Dataverse.Import;

/// <summary>A solution zip, read and checked as far as it can be without an organisation.</summary>
internal sealed class SolutionPackage
{
    public const string CustomizationsFile = "customizations.xml";

    public PackageArchive Archive { get; }
    public XElement Customizations { get; }
    public SolutionManifest Manifest { get; }

    private SolutionPackage(PackageArchive archive, XElement customizations, SolutionManifest manifest)
    {
        Archive = archive;
        Customizations = customizations;
        Manifest = manifest;
    }

    /// <exception cref="SolutionImportException">Not a solution zip.</exception>
    public static SolutionPackage Read(Stream zip, PackageLimits? limits = null)
    {
        var archive = PackageArchive.Read(zip, limits);
        var errors = new ImportErrors();
        var manifest = SolutionManifest.Read(archive.Xml(SolutionManifest.File), new XmlValues(errors));
        var customizations = archive.Xml(CustomizationsFile);
        if (customizations.Name.LocalName != "ImportExportXml") errors.Add(ImportFailure.InvalidFile, customizations, "This is not a customizations.xml: the root is not ImportExportXml.");
        errors.ThrowIfAny();
        return new SolutionPackage(archive, customizations, manifest);
    }

    /// <summary>Writes tables, columns, choices and relationships of the package into the draft.</summary>
    public SchemaDelta AddTo(SchemaDraft draft, ImportErrors errors)
    {
        var values = new XmlValues(errors);
        var delta = new SchemaDelta();
        new OptionSetReader(values, draft).ReadGlobal(Customizations);
        new TableReader(values, draft, delta, new FormulaFiles(values, Archive)).Read(Customizations);
        new RelationshipReader(values, draft, delta).Read(Customizations);
        new MapReader(values, draft).Read(Customizations);
        new FormulaCheck(draft, errors).Check(Customizations);
        new RequirementCheck(draft, errors).Check(Manifest);
        return delta;
    }
}
