using System;
using System.Collections.Generic;
using System.Text.Json;

namespace Local.Cli.Loading;

/// <summary>On which line of a mapping file each of its members stands, so that an error found later can still say where.</summary>
internal sealed class MappingLines
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly string file;

    /// <param name="file">Its name, for messages.</param>
    /// <param name="json">Its bytes, JSON that was read without error; comments and trailing commas as there.</param>
    public MappingLines(string file, ReadOnlySpan<byte> json)
    {
        this.file = file;
        // The mark of the encoding is no JSON.
        if (json.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) json = json[3..];
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        var line = 1;
        var counted = 0;
        Value(ref reader, json, "", ref line, ref counted);
    }

    /// <summary>File and line of a member, e.g. <c>tables[0].columns.name</c>.</summary>
    public string Of(string path) => lines.TryGetValue(path, out var line) ? $"{file}, line {line}" : file;

    private void Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string path, ref int line, ref int counted)
    {
        for (; counted < (int)reader.TokenStartIndex; counted++)
            if (json[counted] == '\n') line++;
        lines[path] = line;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                Value(ref reader, json, path.Length == 0 ? name : $"{path}.{name}", ref line, ref counted);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++) Value(ref reader, json, $"{path}[{index}]", ref line, ref counted);
        }
    }
}
