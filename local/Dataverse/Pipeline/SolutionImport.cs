using System;
using System.Collections.Generic;
using System.IO;
using Local.Dataverse.Import;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Pipeline;

/// <summary>Imports a solution in one transaction: schema and components, or nothing.</summary>
internal static class SolutionImport
{
    /// <exception cref="SolutionImportException">The package is refused.</exception>
    public static SolutionImportResult Run(Organization organization, Stream zip, SolutionImportOptions? options)
    {
        var package = SolutionPackage.Read(zip);
        using var unit = new UnitOfWork(organization, new RequestRun());
        var rows = new Rows(organization, unit);
        var result = new SolutionImporter(organization.Schema, rows, rows.Apply, options).Import(package);
        SchemaArchive.Save(organization.Store, rows.Schema);
        unit.Commit();
        organization.Use(rows.Schema);
        return result;
    }

    private sealed class Rows(Organization organization, UnitOfWork unit) : IComponentRows
    {
        public DataverseSchema Schema { get; private set; } = organization.Schema;

        public Guid RootBusinessUnitId => organization.Facts.RootBusinessUnitId;

        public void Apply(DataverseSchema schema)
        {
            organization.Store.Apply(schema);
            Schema = schema;
        }

        public bool Exists(string table, Guid id) => organization.Core.Exists(Context(), table, id);

        public IEnumerable<Entity> Where(string table, string column, object value)
        {
            var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true) };
            query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
            return unit.RetrieveMultiple(Context(), query).Entities;
        }

        public void Save(Entity row)
        {
            if (Exists(row.LogicalName, row.Id)) unit.Update(Context(), row);
            else unit.Create(Context(), row);
        }

        public void Delete(string table, Guid id) => unit.Delete(Context(), new EntityReference(table, id));

        private RequestContext Context() => organization.PlatformContext(Schema);
    }
}
