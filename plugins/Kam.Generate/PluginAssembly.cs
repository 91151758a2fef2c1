using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;

namespace Kam.Generate;

/// <summary>What the built plug-in assembly says about itself, read from its metadata without running any of it.</summary>
internal sealed class PluginAssembly
{
    /// <summary>What an assembly says.</summary>
    public PluginAssembly(string fullName, string name, IReadOnlyList<PluginType> types)
    {
        FullName = fullName;
        Name = name;
        Types = types;
    }

    /// <summary>Name, version, culture and public key token.</summary>
    public string FullName { get; }

    /// <summary>Simple name.</summary>
    public string Name { get; }

    /// <summary>Plug-ins and workflow activities, in ordinal order.</summary>
    public IReadOnlyList<PluginType> Types { get; }

    /// <summary>Reads the assembly.</summary>
    public static PluginAssembly Read(string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        var types = assembly.MainModule.Types.Where(type => type.IsPublic && !type.IsAbstract && (IsPlugin(type) || IsActivity(type)))
            .Select(type => new PluginType(type.FullName, IsActivity(type), Steps(type), Images(type)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal).ToList();
        if (assembly.MainModule.Types.FirstOrDefault(type => Attributes(type, "StepAttribute").Any() && types.TrueForAll(known => known.FullName != type.FullName)) is { } stray)
            throw new InvalidDataException($"{stray.FullName} has a [Step], but is no public plug-in.");
        return new(assembly.FullName, assembly.Name.Name, types);
    }

    private static bool IsPlugin(TypeDefinition type) =>
        Ancestors(type).Any(ancestor => ancestor.Interfaces.Any(implemented => implemented.InterfaceType.FullName == "Microsoft.Xrm.Sdk.IPlugin"));

    private static bool IsActivity(TypeDefinition type) =>
        Ancestors(type).Any(ancestor => ancestor.BaseType?.FullName is "System.Activities.CodeActivity" or "System.Activities.Activity");

    // Only as far as the assembly itself goes: the SDK need not be there to read it.
    private static IEnumerable<TypeDefinition> Ancestors(TypeDefinition type)
    {
        for (var at = type; at is not null; at = at.BaseType is { } parent ? at.Module.GetType(parent.FullName) : null) yield return at;
    }

    private static List<StepRegistration> Steps(TypeDefinition type) => Attributes(type, "StepAttribute").Select(attribute => new StepRegistration(
        (string)attribute.ConstructorArguments[0].Value,
        (string)attribute.ConstructorArguments[1].Value,
        (int)attribute.ConstructorArguments[2].Value,
        Strings(Property(attribute, "When")),
        (int)(Property(attribute, "Mode") ?? 0),
        (int)(Property(attribute, "Rank") ?? 1),
        (bool)(Property(attribute, "KeepsFinishedJobs") ?? false))).ToList();

    private static List<ImageRegistration> Images(TypeDefinition type) => Attributes(type, "ImageAttribute").Select(attribute => new ImageRegistration(
        (int)attribute.ConstructorArguments[0].Value, Strings(attribute.ConstructorArguments[1].Value), (string?)Property(attribute, "Of"))).ToList();

    private static IEnumerable<CustomAttribute> Attributes(TypeDefinition type, string name) =>
        type.CustomAttributes.Where(attribute => attribute.AttributeType.FullName == "Kam.Plugins.Pipeline." + name);

    private static object? Property(CustomAttribute attribute, string name) =>
        attribute.Properties.Where(property => property.Name == name).Select(property => property.Argument.Value).FirstOrDefault();

    private static List<string> Strings(object? array) =>
        array is CustomAttributeArgument[] items ? [.. items.Select(item => (string)item.Value)] : [];
}

/// <summary>A class the platform can call.</summary>
internal sealed record PluginType(string FullName, bool IsActivity, IReadOnlyList<StepRegistration> Steps, IReadOnlyList<ImageRegistration> Images);

/// <summary>One [Step].</summary>
internal sealed record StepRegistration(string Message, string Table, int Stage, IReadOnlyList<string> When, int Mode, int Rank, bool KeepsFinishedJobs);

/// <summary>One [Image].</summary>
internal sealed record ImageRegistration(int Moment, IReadOnlyList<string> Columns, string? Of);
