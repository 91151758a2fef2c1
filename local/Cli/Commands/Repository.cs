using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Text;

namespace Local.Cli.Commands;

/// <summary>The checkout the program was started in: where the solution is built from.</summary>
internal sealed class Repository
{
    public string Root { get; }
    public string ManagedZip => Path.Combine(Root, "bin", "Release", "KamDataverse_managed.zip");
    public string UnmanagedZip => Path.Combine(Root, "bin", "Release", "KamDataverse.zip");
    public string ConfigurationData => Path.Combine(Root, "solution", "data");

    private Repository(string root) => Root = root;

    /// <summary>Searches upward from the current folder.</summary>
    /// <exception cref="CommandException">Not inside the repository.</exception>
    public static Repository Find() => Above(Environment.CurrentDirectory);

    /// <summary>Searches upward from a folder.</summary>
    /// <exception cref="CommandException">Not inside the repository.</exception>
    public static Repository Above(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "pac-solution.cdsproj"))) return new Repository(folder.FullName);
        throw new CommandException("This command builds the solution and needs its sources: run it inside a clone of the repository (the folder with pac-solution.cdsproj).");
    }

    /// <summary>Microsoft's solution schemas where the folder shared between repositories lies beside the clone, or where KAM_SHARED says; else null.</summary>
    public static string? SharedSchemas()
    {
        var given = Environment.GetEnvironmentVariable("KAM_SHARED");
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); given is null && folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "pac-solution.cdsproj"))) given = Path.Combine(folder.FullName, "..", "shared");
        var schemas = given is null ? null : Path.Combine(given, "reference", "xsd");
        return Directory.Exists(schemas) ? schemas : null;
    }

    /// <summary>Builds the TypeScript web resources; installs their packages first when they are not there or older than the lock file.</summary>
    public void BuildWebResources()
    {
        RequireNode();
        var folder = Path.Combine(Root, "webresources");
        var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
        if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
            Run("npm", "ci --no-audit --no-fund", folder);
        Run("npm", "run build --silent", folder);
    }

    /// <summary>Builds the plug-in and packs the solution into both zips.</summary>
    public void Pack(string arguments = "") => Run("dotnet", $"build pac-solution.cdsproj -c Release -nologo -v q {arguments}", Root);

    private static void RequireNode()
    {
        const int oldest = 20;
        const string wayOut = "Install Node.js 20 or later (https://nodejs.org, or your package manager) and start again.";
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            var version = node.StandardOutput.ReadToEnd().Trim();
            node.WaitForExit();
            if (!Version.TryParse(version.TrimStart('v'), out var known) || known.Major < oldest)
                throw new CommandException($"The web resources are built with Node.js {oldest} or later; here is {(version.Length > 0 ? version : "one that does not start")}. {wayOut}");
        }
        catch (Win32Exception)
        {
            throw new CommandException($"The web resources are built with Node.js, which is not installed here. {wayOut}");
        }
    }

    private static void Run(string program, string arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        if (OperatingSystem.IsWindows() && program == "npm") (start.FileName, start.Arguments) = ("cmd.exe", $"/c npm {arguments}");
        // Started by `dotnet run`, these would make the inner build think it is part of the outer one.
        foreach (var inherited in new[] { "MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "MSBuildSDKsPath", "DOTNET_CLI_TELEMETRY_SESSIONID" }) start.Environment.Remove(inherited);

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => { lock (output) output.AppendLine(line.Data); };
        process.ErrorDataReceived += (_, line) => { lock (output) output.AppendLine(line.Data); };
        try
        {
            process.Start();
        }
        catch (Win32Exception) when (program == "npm")
        {
            throw new CommandException("The web resources are built with npm, which is not installed here. Install Node.js 20 or later with npm (https://nodejs.org, or your package manager) and start again.");
        }
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new CommandException($"{program} {arguments} failed in {folder}:{Environment.NewLine}{output.ToString().Trim()}");
    }
}
