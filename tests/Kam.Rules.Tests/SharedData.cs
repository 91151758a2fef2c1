using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using Sylvan.Data.Csv;
using Xunit;

namespace Kam.Rules.Tests;

/// <summary>The public data sets in shared/data; a test that needs one reports itself skipped where the folder is absent.</summary>
internal static class SharedData
{
    /// <summary>The rows of a file, cells by the name of their column.</summary>
    internal static List<T> ReadNamed<T>(string path, Func<Func<string, string>, T> read)
        where T : class? =>
        Read(path, row => read(name => row.GetString(row.GetOrdinal(name))));

    /// <summary>The rows of a file, gzip or plain.</summary>
    internal static List<T> Read<T>(string path, Func<CsvDataReader, T> read)
    {
        var file = Path.Combine(Folder(), path);
        Assert.SkipUnless(File.Exists(file), $"{path} is not there: set KAM_SHARED or put the shared folder beside the repository.");
        using Stream plain = File.OpenRead(file);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(plain, CompressionMode.Decompress) : plain;
        using var reader = CsvDataReader.Create(new StreamReader(stream));
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private static string Folder()
    {
        var named = Environment.GetEnvironmentVariable("KAM_SHARED");
        if (!string.IsNullOrEmpty(named)) return Path.Combine(named, "data");
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KamDataverse.sln"))) folder = folder.Parent;
        return Path.Combine(folder?.Parent?.FullName ?? "", "shared", "data");
    }
}
