using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Local.Cli.Loading;

/// <summary>
/// How the CSV files of one layout become rows: which file feeds which table, column by column, and which lines belong to one document.
/// Read from a <c>*.mapping.json</c>; unknown members are refused by name.
/// </summary>
public sealed class Mapping
{
    /// <summary>What people call this layout, e.g. "AdventureWorks resellers".</summary>
    public required string Name { get; init; }

    /// <summary>Currency of every amount in the files; the organisation's base currency when it is created for this data.</summary>
    public required CurrencyMapping Currency { get; init; }

    /// <summary>Plain tables, in the order in which they are loaded. A table may look up its own rows; then a parent stands before its children in the file.</summary>
    public IReadOnlyList<TableMapping> Tables { get; init; } = [];

    /// <summary>Headers with their lines; each document is loaded whole or not at all.</summary>
    public IReadOnlyList<DocumentMapping> Documents { get; init; } = [];

    /// <summary>
    /// Names of plug-in steps that the rows of these files do not wake, at most three: what judges the business of today has nothing to say of a history.
    /// Sent as BypassBusinessLogicExecutionStepIds ("Bypass custom Dataverse logic"); whoever loads needs prvBypassCustomBusinessLogic for it, as for every load.
    /// </summary>
    public IReadOnlyList<string> BypassedSteps { get; init; } = [];

    /// <summary>Every file this layout reads.</summary>
    [JsonIgnore]
    public IEnumerable<string> Files => Tables.Select(t => t.File)
        .Concat(Documents.SelectMany(d => new[] { d.File, d.HeaderFile ?? d.File })).Distinct(StringComparer.Ordinal);

    /// <summary>The mappings that come with the program.</summary>
    [JsonIgnore]
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "Mappings");

    private MappingLines? lines;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new ColumnSourceConverter() },
    };

    /// <exception cref="LoadException">The file is no mapping; says where.</exception>
    public static Mapping Read(string path)
    {
        try
        {
            var json = System.IO.File.ReadAllBytes(path);
            using var stream = new MemoryStream(json);
            var mapping = JsonSerializer.Deserialize<Mapping>(stream, Json)
                ?? throw new LoadException($"{Path.GetFileName(path)}: the file is empty; a mapping needs name, currency and tables or documents.");
            mapping.lines = new MappingLines(Path.GetFileName(path), json);
            mapping.Validate();
            return mapping;
        }
        catch (JsonException error)
        {
            throw new LoadException($"{Path.GetFileName(path)}, line {error.LineNumber + 1}: {error.Message}", error);
        }
    }

    /// <summary>The mapping whose files are all in the folder: those given with the program, or a <c>*.mapping.json</c> in the folder itself.</summary>
    /// <exception cref="LoadException">None or several fit.</exception>
    public static Mapping For(string folder, string mappingsFolder)
    {
        var own = Directory.GetFiles(folder, "*.mapping.json");
        var candidates = (own.Length > 0 ? own : Directory.GetFiles(mappingsFolder, "*.mapping.json"))
            .Order(StringComparer.Ordinal).Select(Read).ToList();
        var fitting = candidates.Where(m => m.Files.All(f => System.IO.File.Exists(Path.Combine(folder, f)))).ToList();
        return fitting.Count switch
        {
            1 => fitting[0],
            0 => throw new LoadException($"No mapping fits {folder}. " + string.Join(" ", candidates.Select(m =>
                $"'{m.Name}' needs {string.Join(", ", m.Files.Where(f => !System.IO.File.Exists(Path.Combine(folder, f))))}, which is not there.")) +
                " Put a *.mapping.json into the folder or name one with --mapping."),
            _ => throw new LoadException($"Several mappings fit {folder}: {string.Join(", ", fitting.Select(m => m.Name))}. Name one with --mapping."),
        };
    }

    /// <summary>File and line of a member of this mapping, for messages.</summary>
    /// <param name="path">E.g. <c>documents[0].lines.table</c>.</param>
    internal string Where(string path) => lines?.Of(path) ?? "The mapping";

    private void Validate()
    {
        var steps = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, step, sources) in Tables.Select((t, i) => ($"tables[{i}]", t.Step, Sources($"tables[{i}].columns", t.Columns)))
            .Concat(Documents.Select((d, i) => ($"documents[{i}]", d.Step, Sources($"documents[{i}].columns", d.Columns).Concat(Sources($"documents[{i}].lines.columns", d.Lines.Columns))))))
        {
            foreach (var (column, source) in sources.Where(s => s.Source.Step is { } from && from != step && !steps.Contains(from)))
                throw new LoadException($"{Where(column)}: step '{step}' looks up '{source.Step}', which is not loaded before it. Loaded before it: {string.Join(", ", steps)}.");
            if (!steps.Add(step)) throw new LoadException($"{Where(path + ".step")}: two steps are called '{step}'.");
        }
    }

    private static IEnumerable<(string Path, ColumnSource Source)> Sources(string path, IReadOnlyDictionary<string, ColumnSource> columns) =>
        columns.Select(column => ($"{path}.{column.Key}", column.Value));
}

/// <summary>The one currency of a data set.</summary>
/// <param name="Code">ISO 4217.</param>
/// <param name="Precision">Digits kept in amounts, 0 to 4: as many as the files have, else amounts are rounded.</param>
public sealed record CurrencyMapping(string Code, int Precision);

/// <summary>A line that is left out on purpose, because a field is empty.</summary>
/// <param name="Field">The field that must hold something.</param>
/// <param name="Reason">What the report says, e.g. "no customer".</param>
public sealed record SkipRule(string Field, string Reason);

/// <summary>One CSV file into one table; lines with the same key are one row, the first one wins.</summary>
public sealed class TableMapping
{
    /// <summary>Name other steps look rows up by.</summary>
    public required string Step { get; init; }
    public required string Table { get; init; }
    public required string File { get; init; }
    /// <summary>Field that identifies a row within the step.</summary>
    public required string Key { get; init; }
    /// <summary>A second field by which other steps may look the row up; several values may lead to one row (versions of a product).</summary>
    public string? Alias { get; init; }
    public IReadOnlyList<SkipRule> SkipWhenEmpty { get; init; } = [];
    /// <summary>Column logical name to where its value comes from.</summary>
    public required IReadOnlyDictionary<string, ColumnSource> Columns { get; init; }
    /// <summary>Columns set after the row exists: state and status.</summary>
    public IReadOnlyDictionary<string, int> Finally { get; init; } = new Dictionary<string, int>();
}

/// <summary>A file of lines (and maybe a file of headers) into header and line rows.</summary>
public sealed class DocumentMapping
{
    public required string Step { get; init; }
    public required string Table { get; init; }
    /// <summary>The file of the lines.</summary>
    public required string File { get; init; }
    /// <summary>The file of the headers; null when each line repeats its header's fields.</summary>
    public string? HeaderFile { get; init; }
    /// <summary>Field in both files that says which lines are one document.</summary>
    public required string Key { get; init; }
    public IReadOnlyList<SkipRule> SkipWhenEmpty { get; init; } = [];
    public required IReadOnlyDictionary<string, ColumnSource> Columns { get; init; }
    public required LineMapping Lines { get; init; }
    /// <summary>The column that says when the document happened; the last of them is the day a data set ends.</summary>
    public string? DatedBy { get; init; }
    /// <summary>Columns set after header and lines exist: state and status.</summary>
    public IReadOnlyDictionary<string, int> Finally { get; init; } = new Dictionary<string, int>();
}

/// <summary>The lines of a document.</summary>
public sealed class LineMapping
{
    public required string Table { get; init; }
    /// <summary>The lookup of the line to its header.</summary>
    public required string Parent { get; init; }
    public required IReadOnlyDictionary<string, ColumnSource> Columns { get; init; }
}
