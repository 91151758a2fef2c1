using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Local.Packaging.Check;
using Xunit;

namespace Local.Packaging.Tests;

/// <summary>
/// A copy of the small solution beside these tests, with one of every kind of component, to put faults into.
/// </summary>
internal sealed class SmallSolution : IDisposable
{
    private static readonly string Original = Path.Combine(AppContext.BaseDirectory, "SmallSolution");

    public SmallSolution()
    {
        Folder = Directory.CreateTempSubdirectory("small-solution").FullName;
        foreach (var file in Directory.EnumerateFiles(Original, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(Original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        UsePlugins(SmallPlugins.Build());
    }

    public string Folder { get; }

    /// <summary>Puts another assembly in the place of the built one.</summary>
    public SmallSolution UsePlugins(byte[] assembly)
    {
        File.WriteAllBytes(Path.Combine(Folder, Find("SmallPlugins.dll.data.xml")[..^".data.xml".Length]), assembly);
        return this;
    }

    /// <summary>Replaces a text that occurs in the file.</summary>
    public SmallSolution Change(string file, string from, string to)
    {
        var path = Path.Combine(Folder, Find(file));
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
        return this;
    }

    /// <summary>Writes a file.</summary>
    public SmallSolution Add(string file, string content)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    /// <summary>Deletes a file.</summary>
    public SmallSolution Remove(string file)
    {
        File.Delete(Path.Combine(Folder, Find(file)));
        return this;
    }

    /// <summary>Path inside the folder of the one file whose path ends so, or whose folder does where files are named by ids.</summary>
    public string Find(string file) => Assert.Single(
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/')),
        path => path.EndsWith(file, StringComparison.Ordinal) || path.Contains(file + "{", StringComparison.Ordinal));

    /// <summary>Line, from 1, on which a text first stands.</summary>
    public int LineOf(string file, string text) => 1 + Array.FindIndex(File.ReadAllLines(Path.Combine(Folder, Find(file))), line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>What the check says, the note about absent schemas apart.</summary>
    public List<Finding> Check() => [.. SolutionCheck.Run(Folder, new()).Where(finding => finding.Rule != "schema-skipped")];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
