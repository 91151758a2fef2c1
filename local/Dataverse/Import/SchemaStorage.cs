using Local.Dataverse.Schema;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Import;

/// <summary>Keeps an organisation's schema beside its rows, so that the file opens with the schema it was closed with.</summary>
internal static class SchemaStorage
{
    /// <summary>The schema the organisation was left with; the standard one for a new organisation.</summary>
    public static DataverseSchema Read(Store store)
    {
        CreateTable(store);
        var statement = store.Prepare("SELECT document FROM \"$schema\"");
        if (!statement.Step()) return StandardSchema.Load();
        var document = statement.Text(0);
        statement.Reset();
        return SchemaDocument.Read(document);
    }

    /// <summary>Keeps the schema as part of the transaction that is open.</summary>
    public static void Save(Store store, DataverseSchema schema)
    {
        CreateTable(store);
        store.Execute("DELETE FROM \"$schema\"");
        var insert = store.Prepare("INSERT INTO \"$schema\"(document) VALUES(?1)");
        insert.Bind(1, SchemaDocument.Write(schema));
        insert.Run();
    }

    private static void CreateTable(Store store) => store.Execute("CREATE TABLE IF NOT EXISTS \"$schema\"(document TEXT NOT NULL)");
}
