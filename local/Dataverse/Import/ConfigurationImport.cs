using System;
using Local.Dataverse.Pipeline;

namespace Local.Dataverse.Import;

/// <summary>Loads a data package into an organisation in one transaction: all of it, or nothing.</summary>
internal static class ConfigurationImport
{
    /// <exception cref="SolutionImportException">Refused; no record was kept.</exception>
    public static int Run(Organization organization, Guid userId, PackageArchive archive)
    {
        var package = ConfigurationPackage.Read(archive, organization.Schema);
        using var unit = new UnitOfWork(organization, new RequestRun());
        new ConfigurationImporter(organization, unit, userId).Import(package);
        unit.Commit();
        return package.Records.Count;
    }
}
