using System;
using System.Collections.Concurrent;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Security.Cryptography;

namespace Local.Dataverse.Pipeline;

/// <summary>
/// One plug-in DLL, loaded from its bytes into a context of its own. What it knows of the SDK and of the framework is the host's, so the
/// types on both sides are the same; it sees nothing else of the host. The same bytes are loaded once per process, however many
/// organisations use them.
/// </summary>
internal sealed class PluginAssembly
{
    private static readonly ConcurrentDictionary<string, PluginAssembly> Loaded = new(StringComparer.Ordinal);

    private readonly Assembly assembly;
    private readonly ConcurrentDictionary<string, Type> types = new(StringComparer.Ordinal);

    public string Name { get; }

    private PluginAssembly(Assembly assembly, string name)
    {
        this.assembly = assembly;
        Name = name;
    }

    /// <summary>Loads a DLL.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">It is no .NET assembly, or it has no strong name.</exception>
    public static PluginAssembly Load(byte[] content) => Loaded.GetOrAdd(Convert.ToHexString(SHA256.HashData(content)), _ => LoadNew(content));

    private static PluginAssembly LoadNew(byte[] content)
    {
        var name = Check(content).Name;
        try
        {
            return new PluginAssembly(new Context(name).LoadFromStream(new MemoryStream(content, writable: false)), name);
        }
        catch (Exception exception) when (exception is BadImageFormatException or FileLoadException)
        {
            throw PipelineErrors.AssemblyNotLoaded(name, exception.Message, exception);
        }
    }

    /// <summary>The DLL in the content of a pluginassembly row.</summary>
    public static byte[] Bytes(string content)
    {
        try
        {
            return Convert.FromBase64String(content);
        }
        catch (FormatException exception)
        {
            throw PipelineErrors.AssemblyNotLoaded("(unnamed)", "its content is not Base64.", exception);
        }
    }

    /// <summary>Refuses what the platform does not register: no assembly, no strong name, or built for another framework than the sandbox has.</summary>
    public static AssemblyFacts Check(byte[] content)
    {
        var facts = AssemblyFacts.Of(content);
        if (!facts.IsStrongNamed) throw PipelineErrors.AssemblyNotSigned(facts.Name);
        if (!facts.IsForNetFramework) throw PipelineErrors.AssemblyNotLoaded(facts.Name, $"it is built for {facts.TargetFramework}; plug-ins run on .NET Framework 4.6.2.");
        return facts;
    }

    /// <summary>The type with a full name.</summary>
    public Type Type(string fullName) => types.GetOrAdd(fullName, Find);

    private Type Find(string fullName)
    {
        try
        {
            return assembly.GetType(fullName, throwOnError: true)!;
        }
        catch (Exception exception) when (exception is TypeLoadException or FileNotFoundException or FileLoadException)
        {
            throw PipelineErrors.AssemblyNotLoaded(Name, exception.Message, exception);
        }
    }

    private sealed class Context(string name) : AssemblyLoadContext("Plug-in " + name)
    {
        // Null lets the host's own context answer, whatever version the plug-in was built against. Anything else the host happens to have
        // lies beside it and not in the zip: on the platform it would not be found either.
        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name switch
        {
            "Microsoft.Xrm.Sdk" => typeof(Microsoft.Xrm.Sdk.Entity).Assembly,
            "Microsoft.Crm.Sdk.Proxy" => typeof(Microsoft.Crm.Sdk.Messages.WhoAmIRequest).Assembly,
            "Microsoft.Xrm.Sdk.Workflow" or "System.Activities" => Default.LoadFromAssemblyName(new AssemblyName(assemblyName.Name)),
            { } own when IsFramework(own) => null,
            _ => throw new FileNotFoundException($"{assemblyName} is not in the sandbox. Compile it into the plug-in DLL.", assemblyName.Name),
        };

        private static bool IsFramework(string name) =>
            name.StartsWith("System.ServiceModel", StringComparison.Ordinal) || File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name + ".dll"));
    }
}
