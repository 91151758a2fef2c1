using Local.Dataverse.Schema;
using Local.Dataverse.Storage;

namespace Local.Dataverse.Pipeline;

/// <summary>Keeps the schema in the database beside the rows, so that an organisation opens with what was imported.</summary>
internal static class SchemaArchive
{
    /// <summary>The schema as last saved, else the standard one.</summary>
    public static DataverseSchema Load(Store store)
    {
        EnsureTable(store);
        var statement = store.Prepare("SELECT text FROM \"$schema\"");
        if (!statement.Step()) return StandardSchema.Load();
        var text = statement.Text(0);
        statement.Reset();
        return SchemaDocument.Read(text);
    }

    public static void Save(Store store, DataverseSchema schema)
    {
        store.Prepare("DELETE FROM \"$schema\"").Run();
        var statement = store.Prepare("INSERT INTO \"$schema\"(text) VALUES(?1)");
        statement.Bind(1, SchemaDocument.Write(schema));
        statement.Run();
    }

    private static void EnsureTable(Store store) => store.Execute("CREATE TABLE IF NOT EXISTS \"$schema\"(text TEXT NOT NULL)");
}
