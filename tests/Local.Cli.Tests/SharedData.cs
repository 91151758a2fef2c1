using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using Xunit;

namespace Local.Cli.Tests;

/// <summary>The real data sets that lie beside the repository, read with plain code that shares nothing with the loader.</summary>
internal static class SharedData
{
    private static string Folder { get; } = Environment.GetEnvironmentVariable("KAM_SHARED") is { Length: > 0 } given ? given : Path.Combine(Root(), "..", "shared");

    /// <summary>The folder of a data set; the test is skipped where it is not there.</summary>
    public static string Of(string name)
    {
        var folder = Path.Combine(Folder, "data", name);
        Assert.SkipUnless(Directory.Exists(folder), $"The data set '{name}' is not beside the repository (../shared/data/{name}).");
        return folder;
    }

    /// <summary>The lines of a file as fields by name.</summary>
    public static IEnumerable<Dictionary<string, string>> Read(string folder, string file)
    {
        using var stream = File.OpenRead(Path.Combine(folder, file));
        using Stream content = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var text = new StreamReader(content);
        var names = Split(text.ReadLine()!);
        while (text.ReadLine() is { } line)
        {
            // A line break inside quotes goes on on the next line.
            while (Count(line) % 2 == 1) line += "\n" + text.ReadLine();
            var values = Split(line);
            Assert.Equal(names.Count, values.Count);
            var fields = new Dictionary<string, string>(names.Count, StringComparer.Ordinal);
            for (var i = 0; i < names.Count; i++) fields[names[i]] = values[i];
            yield return fields;
        }
    }

    private static int Count(string line)
    {
        var quotes = 0;
        foreach (var c in line)
            if (c == '"') quotes++;
        return quotes;
    }

    private static List<string> Split(string line)
    {
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') { field.Append('"'); i++; }
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) { fields.Add(field.ToString()); field.Clear(); }
            else field.Append(c);
        }
        fields.Add(field.ToString());
        return fields;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "KamDataverse.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("KamDataverse.sln is not above the tests.");
        return folder.FullName;
    }
}
