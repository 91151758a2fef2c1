using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using System.Xml.Linq;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Import;

/// <summary>
/// Loads a data package as the Configuration Migration tool does: each record is created or updated by its id or by its compare columns; a lookup to a
/// record that comes later, and the state, are set afterwards. Tables with <c>disableplugins</c> are written without their steps.
/// </summary>
/// <remarks>Everything happens in the one transaction the caller opened and commits.</remarks>
internal sealed class ConfigurationImporter(Organization organization, UnitOfWork unit, Guid userId)
{
    private static readonly ImportFailure Failed = new(
        "ImportGenericError", 0x8004801E, "The import failed. For more information, see the related error messages.");

    private readonly DataverseSchema schema = organization.Schema;
    private readonly RequestContext context = organization.NewContext(userId);
    private readonly Caller caller = new() { UserId = userId };
    private readonly Dictionary<(string Table, Guid Id), Guid> here = [];

    /// <exception cref="SolutionImportException">A record was refused; the caller must not commit.</exception>
    public void Import(ConfigurationPackage package)
    {
        foreach (var record in package.Records) FindExisting(record);
        CheckReferences(package);
        var later = new List<(ConfigurationRecord Record, Entity Remainder)>();
        foreach (var record in package.Records)
        {
            if (Write(record) is { Attributes.Count: > 0 } remainder) later.Add((record, remainder));
        }
        foreach (var (record, remainder) in later) Attempt(record.At, () => Update(record, remainder));
        foreach (var link in package.Links) Attempt(link.At, () => Tie(link));
    }

    // A record whose id is not here may be here under another one: then the compare columns find it.
    private void FindExisting(ConfigurationRecord record)
    {
        var row = record.Row;
        here[(row.LogicalName, row.Id)] = row.Id;
        if (record.CompareColumns.Count == 0 || Exists(row.LogicalName, row.Id)) return;
        var query = new QueryExpression(row.LogicalName) { ColumnSet = new ColumnSet(false), TopCount = 2 };
        foreach (var column in record.CompareColumns.Where(c => c != schema.Tables[row.LogicalName].PrimaryId))
        {
            if (row.Contains(column) && row[column] is { } value) query.Criteria.AddCondition(column, ConditionOperator.Equal, Comparable(value));
            else query.Criteria.AddCondition(column, ConditionOperator.Null);
        }
        if (query.Criteria.Conditions.Count == 0) return;
        var found = unit.RetrieveMultiple(context, query).Entities;
        if (found.Count == 1) here[(row.LogicalName, row.Id)] = found[0].Id;
    }

    private void CheckReferences(ConfigurationPackage package)
    {
        var errors = new ImportErrors();
        foreach (var record in package.Records)
        {
            foreach (var (name, value) in record.Row.Attributes.ToList())
            {
                if (value is not EntityReference reference) continue;
                if (Resolve(reference, record.LookupNames.GetValueOrDefault(name)) is { } found) record.Row[name] = found;
                else errors.Add(ImportFailure.MissingDependencies, record.At,
                    $"{record.Row.LogicalName} {record.Row.Id}, field {name}: {reference.LogicalName} {reference.Id} is neither in the package nor in this organisation. Add it to the package.");
            }
        }
        errors.ThrowIfAny();
    }

    private EntityReference? Resolve(EntityReference reference, string? name)
    {
        if (here.TryGetValue((reference.LogicalName, reference.Id), out var id)) return new EntityReference(reference.LogicalName, id);
        if (Exists(reference.LogicalName, reference.Id)) return reference;
        if (string.IsNullOrEmpty(name) || schema.Tables[reference.LogicalName].PrimaryName is not { } primaryName) return null;
        // Users, currencies and their like have other ids in another organisation: there the name counts.
        var query = new QueryExpression(reference.LogicalName) { ColumnSet = new ColumnSet(false), TopCount = 2 };
        query.Criteria.AddCondition(primaryName, ConditionOperator.Equal, name);
        var found = unit.RetrieveMultiple(context, query).Entities;
        return found.Count == 1 ? found[0].ToEntityReference() : null;
    }

    // Returns what can only be written once every record is there.
    private Entity Write(ConfigurationRecord record)
    {
        var table = record.Row.LogicalName;
        var id = here[(table, record.Row.Id)];
        var exists = Exists(table, id);
        var now = new Entity(table, id);
        var remainder = new Entity(table, id);
        foreach (var (name, value) in record.Row.Attributes)
        {
            var isState = schema.Tables[table].Columns[name].Type is ColumnType.State or ColumnType.Status;
            var waits = value is EntityReference reference && !Exists(reference.LogicalName, reference.Id);
            (isState || waits ? remainder : now)[name] = value;
        }
        Attempt(record.At, () =>
        {
            if (exists) Update(record, now);
            else Create(record, now);
        });
        return remainder;
    }

    private void Create(ConfigurationRecord record, Entity row)
    {
        if (record.WithoutPlugins) unit.Create(context, row);
        else Send(new CreateRequest { Target = row });
    }

    private void Update(ConfigurationRecord record, Entity row)
    {
        if (record.WithoutPlugins) unit.Update(context, row);
        else Send(new UpdateRequest { Target = row });
    }

    private void Tie(ConfigurationLink link)
    {
        var relationship = schema.ManyToMany.First(r => r.SchemaName == link.Relationship);
        var (own, other) = relationship.Table1 == link.Source.LogicalName ? (relationship.Column1, relationship.Column2) : (relationship.Column2, relationship.Column1);
        var source = Here(link.Source);
        var query = new QueryExpression(relationship.IntersectTable) { ColumnSet = new ColumnSet(other) };
        query.Criteria.AddCondition(own, ConditionOperator.Equal, source.Id);
        var tied = unit.RetrieveMultiple(context, query).Entities.Select(r => r.GetAttributeValue<Guid>(other)).ToHashSet();
        var targets = link.Targets.Select(t => Here(new EntityReference(link.TargetTable, t))).Where(t => !tied.Contains(t.Id)).ToList();
        if (targets.Count == 0) return;
        Send(new AssociateRequest { Target = source, Relationship = new Relationship(link.Relationship), RelatedEntities = new EntityReferenceCollection(targets) });
    }

    private void Send(OrganizationRequest request) => organization.ExecuteInTransaction(request, caller, unit.Run, unit);

    private static void Attempt(XElement at, Action action)
    {
        try
        {
            action();
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            var table = (string?)at.Parent?.Parent?.Attribute("name");
            var line = ((System.Xml.IXmlLineInfo)at).LineNumber;
            var message = $"{table} {(string?)at.Attribute("id") ?? (string?)at.Attribute("sourceid")}: {fault.Message}";
            throw new SolutionImportException(Failed, [new ImportError(at.BaseUri, line, message)], fault);
        }
    }

    private EntityReference Here(EntityReference reference) =>
        here.TryGetValue((reference.LogicalName, reference.Id), out var id) ? new EntityReference(reference.LogicalName, id) : reference;

    private bool Exists(string table, Guid id) => organization.Core.Exists(context, table, id);

    private static object Comparable(object value) => value switch
    {
        OptionSetValue option => option.Value,
        EntityReference reference => reference.Id,
        Money money => money.Value,
        _ => value,
    };
}
