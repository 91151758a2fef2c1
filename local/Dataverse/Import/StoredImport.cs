using System;
using System.IO;
using System.ServiceModel;
using Local.Dataverse.Schema;
using Local.Dataverse.Security;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Import;

/// <summary>Imports a solution zip into a stored organisation in one transaction: all of it, or nothing.</summary>
internal static class StoredImport
{
    /// <summary>Changes definitions as an import does, without a package: all of it, or nothing.</summary>
    public static void Change(Store store, OrganizationFacts facts, Action<SchemaDraft> change)
    {
        using var transaction = store.Begin();
        var draft = new SchemaDraft(store.Schema);
        change(draft);
        var schema = draft.ToSchema();
        store.Apply(schema);
        SchemaStorage.Save(store, schema);
        SecuritySetup.Complete(store, schema, facts.RootBusinessUnitId);
        transaction.Commit();
    }

    /// <param name="store">Where the organisation is kept; no transaction is open.</param>
    /// <param name="core">Writes the component rows.</param>
    /// <param name="facts">For the root business unit.</param>
    /// <param name="context">Of the platform itself (<see cref="RequestContext.ByPlatform"/>), over the schema as it is before the import.</param>
    /// <param name="zip">Somebody's solution.</param>
    /// <param name="options">How to import.</param>
    /// <returns>The report; the new schema is <see cref="Store.Schema"/>.</returns>
    /// <exception cref="SolutionImportException">Refused; schema and rows are as they were.</exception>
    public static SolutionImportResult Run(
        Store store, CoreOperations core, OrganizationFacts facts, RequestContext context, Stream zip, SolutionImportOptions? options = null)
    {
        var package = SolutionPackage.Read(zip);
        using var transaction = store.Begin();
        RequestContext Now() => new()
        {
            UserId = context.UserId,
            InitiatingUserId = context.InitiatingUserId,
            UtcNow = context.UtcNow,
            Schema = store.Schema,
            LanguageCode = context.LanguageCode,
            ByPlatform = true,
        };
        void Apply(DataverseSchema schema)
        {
            try
            {
                store.Apply(schema);
            }
            catch (FaultException<OrganizationServiceFault> refused)
            {
                throw new SolutionImportException(ImportFailure.Solution, SolutionPackage.CustomizationsFile, 0, refused.Detail.Message, refused);
            }
            SchemaStorage.Save(store, schema);
        }
        var rows = new StoredComponents(store, core, facts.RootBusinessUnitId, Now);
        var result = new SolutionImporter(context.Schema, rows, Apply, options).Import(package);
        SecuritySetup.Complete(store, store.Schema, facts.RootBusinessUnitId);
        transaction.Commit();
        return result;
    }
}
