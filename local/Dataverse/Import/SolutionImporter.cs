using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Local.Dataverse.Columns;
using Local.Dataverse.Import.Components;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Import;

/// <summary>Brings a solution into an organisation: first everything is read and checked, then schema and rows are written.</summary>
/// <remarks>
/// The caller opens one transaction around <see cref="Import"/>, applies the schema it is handed before rows are written, and takes the schema over
/// only when the transaction is committed. Checks come before the first write, so a refused package has not touched anything.
/// </remarks>
internal sealed class SolutionImporter(DataverseSchema before, IComponentRows rows, Action<DataverseSchema> apply, SolutionImportOptions? options = null)
{
    private readonly SolutionImportOptions options = options ?? new SolutionImportOptions();

    /// <exception cref="SolutionImportException">The package is refused.</exception>
    public SolutionImportResult Import(SolutionPackage package)
    {
        var manifest = package.Manifest;
        var installed = Installed(manifest);
        var previousVersion = installed is null ? null : Version.Parse(installed.GetAttributeValue<string>("version"));
        var errors = new ImportErrors();
        var draft = new SchemaDraft(before);
        var delta = package.AddTo(draft, errors);
        var components = Components(package, draft, errors);
        new RootComponentCheck(package, errors).Check();
        errors.ThrowIfAny();

        var solution = new SolutionRows(manifest, rows);
        var parts = SchemaParts.Of(package).ToList();
        var previous = installed is null ? [] : solution.Parts();
        var vanished = Vanished(manifest, previous, parts, draft);
        apply(draft.ToSchema());
        solution.Save();
        var written = Write(components);
        var removed = manifest.IsManaged ? Remove(previous, components) : [];
        solution.SaveParts(previous, [.. parts.Select(p => p.AsPart()), .. components.All.Where(c => c.Type is not null).Select(c => new SolutionPart((int)c.Type!, c.Row.Id))]);
        return new SolutionImportResult
        {
            UniqueName = manifest.UniqueName,
            Version = manifest.Version,
            PreviousVersion = previousVersion,
            IsManaged = manifest.IsManaged,
            AddedTables = delta.AddedTables,
            AddedColumns = delta.AddedColumns,
            AddedRelationships = delta.AddedRelationships,
            Components = written,
            RemovedComponents = removed,
            Vanished = vanished,
            Warnings = UntakenComponents.Of(package),
        };
    }

    private Entity? Installed(SolutionManifest manifest)
    {
        var installed = rows.Where("solution", "uniquename", manifest.UniqueName).FirstOrDefault();
        if (installed is null) return null;
        var managed = installed.GetAttributeValue<bool>("ismanaged");
        if (managed != manifest.IsManaged)
        {
            throw new SolutionImportException(managed ? ImportFailure.ManagedIsInstalled : ImportFailure.UnmanagedIsInstalled, SolutionManifest.File, 0,
                $"{manifest.UniqueName} is installed as {(managed ? "managed" : "unmanaged")}; the package is {(manifest.IsManaged ? "managed" : "unmanaged")}.");
        }
        var version = Version.Parse(installed.GetAttributeValue<string>("version"));
        if (manifest.Version < version)
        {
            throw new SolutionImportException(ImportFailure.Solution, SolutionManifest.File, 0,
                $"{manifest.UniqueName} {version} is installed; the package has the older version {manifest.Version}. Import a version that is not lower.");
        }
        var publisher = rows.Where("publisher", "publisherid", installed.GetAttributeValue<EntityReference>("publisherid").Id).FirstOrDefault()?.GetAttributeValue<string>("uniquename");
        if (manifest.IsManaged && publisher is not null && !string.Equals(publisher, manifest.Publisher.UniqueName, StringComparison.OrdinalIgnoreCase))
        {
            throw new SolutionImportException(ImportFailure.WrongPublisher, SolutionManifest.File, 0,
                $"{manifest.UniqueName} was published by {publisher}; the package says {manifest.Publisher.UniqueName}.");
        }
        return installed;
    }

    private ComponentSet Components(SolutionPackage package, SchemaDraft draft, ImportErrors errors)
    {
        var components = new ComponentSet(draft, new XmlValues(errors), package.Manifest);
        new DesignComponents(components, package.Archive).Read(package.Customizations);
        new RibbonComponents(components).Read(package.Customizations);
        new PluginComponents(components, package.Archive).Read(package.Customizations);
        new CustomApiComponents(components, package.Archive).Read();
        new VariableComponents(components, package.Archive).Read();
        new SecurityComponents(components, rows.RootBusinessUnitId).Read(package.Customizations);
        return components;
    }

    private Dictionary<string, int> Write(ComponentSet components)
    {
        var written = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var component in components.All.OrderBy(c => WriteOrder.Of(c.Row.LogicalName)))
        {
            if (component.OnlyWhenAbsent && rows.Exists(component.Row.LogicalName, component.Row.Id)) continue;
            Save(component.Row);
            written[component.Row.LogicalName] = written.GetValueOrDefault(component.Row.LogicalName) + 1;
        }
        foreach (var id in components.Labelled) RemoveTexts(id);
        foreach (var text in components.Texts) Save(text);
        return written;
    }

    // A language that a new version leaves out must not keep the text of the old one.
    private void RemoveTexts(Guid id)
    {
        foreach (var text in rows.Where(RowLabels.Table, "objectid", id)) rows.Delete(RowLabels.Table, text.Id);
    }

    private void Save(Entity row)
    {
        try
        {
            rows.Save(row);
        }
        catch (FaultException<OrganizationServiceFault> refused)
        {
            var name = row.GetAttributeValue<string>("uniquename") ?? row.GetAttributeValue<string>("name") ?? row.Id.ToString();
            throw new SolutionImportException(ImportFailure.Solution, null, 0, $"The {row.LogicalName} '{name}' cannot be stored: {refused.Detail.Message}", refused);
        }
    }

    private List<string> Remove(IReadOnlyList<SolutionPart> previous, ComponentSet components)
    {
        var kept = components.All.Select(c => c.Row.Id).ToHashSet();
        var removed = new List<string>();
        foreach (var part in previous.Where(p => !kept.Contains(p.Id)).OrderByDescending(p => WriteOrder.Of(p.Type)))
        {
            foreach (var table in WriteOrder.TablesOf(part.Type).Where(t => rows.Exists(t, part.Id)))
            {
                RemoveTexts(part.Id);
                rows.Delete(table, part.Id);
                removed.Add($"{table} {part.Id}");
            }
        }
        return removed;
    }

    private List<string> Vanished(SolutionManifest manifest, IReadOnlyList<SolutionPart> previous, List<SchemaPart> parts, SchemaDraft draft)
    {
        if (!manifest.IsManaged) return [];
        var gone = previous.Select(p => p.Id).Except(parts.Select(p => p.Id)).ToHashSet();
        var vanished = SchemaParts.Of(before).Where(p => gone.Contains(p.Id)).ToList();
        foreach (var part in vanished.Where(_ => options.DeleteVanished))
        {
            if (part.Column is null) draft.RemoveTable(part.Table);
            else if (draft.Find(part.Table) is not null) draft.RemoveColumn(part.Table, part.Column);
        }
        return vanished.Select(p => p.Name).Order(StringComparer.Ordinal).ToList();
    }
}
