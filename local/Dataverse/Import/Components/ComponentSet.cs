using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Local.Dataverse.Columns;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Import.Components;

/// <summary>Which kinds of component the platform numbers how; <c>solutioncomponent.componenttype</c>.</summary>
internal enum ComponentType
{
    Table = 1, Column = 2, Choice = 9, Role = 20, View = 26, RibbonCommand = 48, RibbonRule = 52, RibbonDiff = 55, Chart = 59, Form = 60, WebResource = 61, SiteMap = 62, CustomControl = 66, FieldSecurityProfile = 70,
    AppModule = 80, PluginType = 90, PluginAssembly = 91, Step = 92, StepImage = 93, EnvironmentVariableDefinition = 380, EnvironmentVariableValue = 381,
    CustomApi = 10020, CustomApiRequestParameter = 10021, CustomApiResponseProperty = 10022,
}

/// <summary>A component of a solution that is kept as a row of a table.</summary>
/// <param name="Type">Null for rows that only support others: messages, filters, privileges.</param>
/// <param name="Row">Its values; the id is the component's.</param>
/// <param name="OnlyWhenAbsent">The row belongs to the environment once it is there: an import leaves it as it is.</param>
internal sealed record Component(ComponentType? Type, Entity Row, bool OnlyWhenAbsent = false);

/// <summary>The rows a package brings, in the order in which they can be written.</summary>
internal sealed class ComponentSet(SchemaDraft schema, XmlValues values, SolutionManifest manifest)
{
    private readonly Dictionary<(string Table, Guid Id), Component> byId = [];
    private readonly HashSet<Guid> labelled = [];
    private readonly List<Entity> texts = [];

    public XmlValues Values => values;
    public SchemaDraft Schema => schema;
    public SolutionManifest Manifest => manifest;

    public IEnumerable<Component> All => byId.Values;

    /// <summary>The row of a component in this package, or null.</summary>
    public Entity? Find(string table, Guid id) => byId.GetValueOrDefault((table, id))?.Row;

    public IEnumerable<Entity> Rows(string table) => byId.Values.Where(c => c.Row.LogicalName == table).Select(c => c.Row);

    /// <summary>Adds a component; two of one id are a mistake of the package.</summary>
    public Entity Add(ComponentType type, string table, Guid id, XElement at, bool onlyWhenAbsent = false)
    {
        var row = new Entity(table, id);
        if (!byId.TryAdd((table, id), new Component(type, row, onlyWhenAbsent))) values.Errors.Add(at, $"Two components of the table {table} have the id {id}. Give one of them another id.");
        return row;
    }

    /// <summary>Adds a row that supports others, once however often it is asked for.</summary>
    public Entity Support(string table, Guid id)
    {
        if (byId.TryGetValue((table, id), out var known)) return known.Row;
        var row = new Entity(table, id);
        byId.Add((table, id), new Component(null, row, OnlyWhenAbsent: true));
        return row;
    }

    /// <summary>The message of a name: a standard one with its well-known id, or one of a custom API.</summary>
    public EntityReference Message(Guid id, string name)
    {
        Support("sdkmessage", id)["name"] = name;
        return new EntityReference("sdkmessage", id);
    }

    public string? Name(Labels labels) => labels.In(manifest.BaseLanguage);

    /// <summary>Puts a text in several languages into a column: the base language's into the row, the others beside it.</summary>
    public void Label(Entity row, string column, Labels labels, string? otherwise = null)
    {
        row[column] = Name(labels) ?? otherwise;
        labelled.Add(row.Id);
        foreach (var (language, text) in labels.ByLanguage.Where(l => l.Key != manifest.BaseLanguage && l.Value.Length > 0))
        {
            texts.Add(new Entity(RowLabels.Table, StableId.Of(RowLabels.Table, row.Id.ToString(), column, language.ToString(CultureInfo.InvariantCulture)))
            {
                ["objectid"] = row.Id,
                ["objectcolumnname"] = column,
                ["languageid"] = language,
                ["label"] = text,
            });
        }
    }

    /// <summary>Rows whose texts the package gives, in however many languages.</summary>
    public IEnumerable<Guid> Labelled => labelled;

    /// <summary>Texts in other languages than the base language, as rows.</summary>
    public IEnumerable<Entity> Texts => texts;
}
