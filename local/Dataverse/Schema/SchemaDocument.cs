using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Local.Dataverse.Schema;

/// <summary>
/// What an organisation's schema has beyond the standard one, as text: kept with the data, so that an organisation opens with the schema it was
/// closed with.
/// </summary>
public static class SchemaDocument
{
    private static readonly JsonSerializerOptions Format = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The tables, relationships and global choices that are not the standard ones.</summary>
    public static string Write(DataverseSchema schema)
    {
        var standard = StandardSchema.Load();
        var same = standard.OneToMany.ToHashSet();
        var sameSets = standard.ManyToMany.ToHashSet();
        return JsonSerializer.Serialize(
            new Content(
                schema.Tables.Values.Where(t => !ReferenceEquals(t, standard.Find(t.LogicalName))).ToList(),
                schema.OneToMany.Where(r => !same.Contains(r)).ToList(),
                schema.ManyToMany.Where(r => !sameSets.Contains(r)).ToList(),
                schema.GlobalOptionSets.Values.Where(o => !ReferenceEquals(o, standard.GlobalOptionSets.GetValueOrDefault(o.Name))).ToList(),
                schema.Maps.Except(standard.Maps).ToList()),
            Format);
    }

    /// <summary>The standard schema with what <see cref="Write"/> kept.</summary>
    public static DataverseSchema Read(string text)
    {
        var content = JsonSerializer.Deserialize<Content>(text, Format)!;
        var draft = new SchemaDraft(StandardSchema.Load());
        foreach (var table in content.Tables) draft.Put(table);
        foreach (var relationship in content.OneToMany) draft.Put(relationship);
        foreach (var relationship in content.ManyToMany) draft.Put(relationship);
        foreach (var optionSet in content.OptionSets) draft.Put(optionSet);
        foreach (var map in content.Maps ?? []) draft.Put(map);
        return draft.ToSchema();
    }

    private sealed record Content(List<Table> Tables, List<OneToMany> OneToMany, List<ManyToMany> ManyToMany, List<OptionSet> OptionSets, List<TableMap>? Maps = null);
}
