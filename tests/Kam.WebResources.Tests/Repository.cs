using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Xml.Linq;

namespace Kam.WebResources.Tests;

/// <summary>The files of the repository that the pages are made of.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution file.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the web resources' sources.</summary>
    public static string WebResources { get; } = Path.Combine(Root, "webresources");

    /// <summary>The folder the build writes, laid out like the names of the web resources.</summary>
    public static string Built { get; } = Path.Combine(WebResources, "dist");

    /// <summary>The folder of the code components.</summary>
    public static string Controls { get; } = Path.Combine(WebResources, "controls");

    /// <summary>The accessibility checker, as a script to run in a page.</summary>
    public static string Axe { get; } = Path.Combine(WebResources, "node_modules", "axe-core", "axe.min.js");

    /// <summary>The texts of Value Insights in a language, by key.</summary>
    public static IReadOnlyDictionary<string, string> Texts(int language) =>
        XDocument.Load(Path.Combine(WebResources, "text", $"valueInsights.{language}.resx")).Root!.Elements("data")
            .ToDictionary(text => (string)text.Attribute("name")!, text => (string)text.Element("value")!, StringComparer.Ordinal);

    /// <summary>A value as JavaScript.</summary>
    public static string Script(object? value) => JsonSerializer.Serialize(value);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KamDataverse.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("KamDataverse.sln is in no folder above the tests.");
    }
}
