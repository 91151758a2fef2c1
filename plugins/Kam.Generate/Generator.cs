using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Kam.Generate;

/// <summary>Compares what the generator writes today with what is in the repository, and brings it there.</summary>
internal static class Generator
{
    // Whole folders: what is in them and not written today is left over from something that is gone.
    private static readonly (string Folder, string Pattern)[] RowFolders = [("plugins/Kam.Tables", "*.g.cs"), ("webresources/src/generated", "*.ts")];
    private static readonly (string Folder, string Pattern)[] StepFolders = [("solution/SdkMessageProcessingSteps", "*.xml"), ("solution/PluginAssemblies", "*.dll.data.xml")];

    /// <summary>The repository around a folder.</summary>
    public static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KamDataverse.sln"))) return folder.FullName;
        }
        throw new InvalidDataException($"KamDataverse.sln is not above {start}.");
    }

    /// <summary>Rows, choices and TypeScript types, from solution/.</summary>
    public static Generation TablesAndTypes(string root)
    {
        var schema = SolutionSchema.Read(Path.Combine(root, "solution"), Path.Combine(root, "plugins", "Kam.Generate", "standard-tables.xml"));
        return new([.. CSharpRows.Write(schema), .. TypeScript.Write(schema)], RowFolders);
    }

    /// <summary>Registrations, from the built assembly, and the catalogue of its custom APIs.</summary>
    public static Generation Steps(string root, string assemblyPath)
    {
        var assembly = PluginAssembly.Read(assemblyPath);
        var files = Registrations.Write(assembly).ToList();
        var manifest = Path.Combine(root, "solution", "Other", "Solution.xml");
        if (File.Exists(manifest)) files.Add(Registrations.WriteRoots(assembly, File.ReadAllText(manifest)));
        files.AddRange(Catalogue.Write(root, assembly));
        return new(files, StepFolders);
    }

    /// <summary>Writes what differs and deletes what is left over, or with <paramref name="isCheck"/> only says so.</summary>
    /// <returns>Every such file, from the root of the repository.</returns>
    public static IReadOnlyList<string> Update(string root, Generation generation, bool isCheck)
    {
        var stale = new List<string>();
        foreach (var file in generation.Files)
        {
            var path = Path.Combine(root, file.Path);
            if (File.Exists(path) && File.ReadAllText(path) == file.Content) continue;
            stale.Add(file.Path);
            if (isCheck) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Content);
        }
        foreach (var left in LeftOver(root, generation))
        {
            stale.Add(left);
            if (!isCheck) File.Delete(Path.Combine(root, left));
        }
        return stale;
    }

    private static List<string> LeftOver(string root, Generation generation) =>
        [.. generation.Folders.Where(owned => Directory.Exists(Path.Combine(root, owned.Folder)))
            .SelectMany(owned => Directory.EnumerateFiles(Path.Combine(root, owned.Folder), owned.Pattern, SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && generation.Files.All(written => written.Path != file))
            .Order(StringComparer.Ordinal)];
}

/// <summary>Files as written today, and the folders they fill.</summary>
internal sealed record Generation(IReadOnlyList<GeneratedFile> Files, IReadOnlyList<(string Folder, string Pattern)> Folders);
