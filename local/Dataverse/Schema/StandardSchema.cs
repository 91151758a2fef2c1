using System;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace Local.Dataverse.Schema;

/// <summary>The tables every organisation of this engine begins with: the platform's own and those of Dynamics 365 Sales.</summary>
public static class StandardSchema
{
    private const string Folder = "StandardTables/";
    private static readonly Lazy<DataverseSchema> Standard = new(Read);

    /// <summary>Read once per process from the files in <c>StandardTables</c>.</summary>
    public static DataverseSchema Load() => Standard.Value;

    private static DataverseSchema Read()
    {
        var assembly = typeof(StandardSchema).Assembly;
        var draft = new SchemaDraft();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var xml = XmlReader.Create(stream);
            new StandardTableReader(XElement.Load(xml)).AddTo(draft);
        }
        var tables = draft.Tables.ToDictionary(t => t.LogicalName, StringComparer.Ordinal);
        foreach (var map in StandardMaps.Of(tables)) draft.Put(map);
        return draft.ToSchema();
    }
}
