using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using Local.Packaging;

namespace Kam.Plugins.Tests;

/// <summary>Packs the solution as it ships: the plug-in DLL of the Release build and what web resources are built into, in the managed zip.</summary>
internal static class Build
{
    private static readonly string[] InheritedFromOuterBuild = ["MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "MSBuildSDKsPath"];

    /// <summary>The plug-in DLL of the Release build.</summary>
    public static string PluginDll => Repository.File("plugins", "Kam.Plugins", "bin", "Release", "net462", "Kam.Plugins.dll");

    /// <summary>Packs, or says why it cannot be done here.</summary>
    /// <param name="zip">The managed zip.</param>
    /// <returns>Null when the zip is there.</returns>
    public static string? ManagedZip(out byte[] zip)
    {
        using var alone = Alone();
        if (HasNode())
        {
            Run("dotnet", "build pac-solution.cdsproj -c Release -nologo -v q");
            zip = File.ReadAllBytes(Repository.File("bin", "Release", "KamDataverse_managed.zip"));
            return null;
        }
        zip = [];
        if (!File.Exists(Repository.File("webresources", "dist", "built.stamp")) || !File.Exists(Repository.File("webresources", "controls", "out", "built.stamp")))
            return "The solution cannot be packed: its web resources are built with Node.js 20 or later, which is not installed here (https://nodejs.org, or apt install nodejs npm).";
        Run("dotnet", "build plugins/Kam.Plugins/Kam.Plugins.csproj -c Release -nologo -v q");
        using var memory = new MemoryStream();
        SolutionPacker.Pack(Repository.File("solution"), SolutionMap.Read(Repository.File("solution-map.xml")), Flavour.Managed, memory);
        zip = memory.ToArray();
        return null;
    }

    // Several test programs may start at the same time; one of them builds, the others find everything up to date.
    private static FileStream Alone()
    {
        var file = Path.Combine(Directory.CreateDirectory(Repository.File("obj")).FullName, "tests-pack.lock");
        for (var waited = Stopwatch.StartNew(); ; Thread.Sleep(200))
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < TimeSpan.FromMinutes(10))
            {
                // Another program packs; its turn ends with its build.
            }
        }
    }

    private static bool HasNode()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            node.WaitForExit();
            return node.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static void Run(string program, string arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var variable in InheritedFromOuterBuild) start.Environment.Remove(variable);
        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => { lock (output) output.AppendLine(line.Data); };
        process.ErrorDataReceived += (_, line) => { lock (output) output.AppendLine(line.Data); };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {arguments} failed:{Environment.NewLine}{output}");
    }
}
