using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;

namespace Local.Packaging.Check;

/// <summary>The plug-in assembly is what it is said to be and stands alone; steps call what is in it.</summary>
internal static class PluginRules
{
    private const string Create = "9ebdbb1b-ea3e-db11-86a7-000a3a5473e8";
    private const string Delete = "a1bdbb1b-ea3e-db11-86a7-000a3a5473e8";

    private static readonly HashSet<string> Sdk = new(StringComparer.Ordinal)
    {
        "Microsoft.Xrm.Sdk", "Microsoft.Crm.Sdk.Proxy", "Microsoft.Xrm.Sdk.Workflow",
    };

    // Keys of .NET Framework itself. Packages with names in System.* carry another one, apart from those listed below.
    private static readonly HashSet<string> FrameworkTokens = new(StringComparer.Ordinal) { "b77a5c561934e089", "b03f5f7f11d50a3a", "31bf3856ad364e35" };

    private static readonly HashSet<string> PackagesWithFrameworkKey = new(StringComparer.Ordinal)
    {
        "System.Runtime.CompilerServices.Unsafe", "System.Collections.Immutable", "System.Reflection.Metadata", "System.ValueTuple",
    };

    public static IEnumerable<Finding> Check(CheckedSolution solution) =>
        solution.Root.Elements("SolutionPluginAssemblies").Elements("PluginAssembly").SelectMany(assembly => Assembly(solution, assembly))
            .Concat(solution.Root.Elements("SdkMessageProcessingSteps").Elements("SdkMessageProcessingStep").SelectMany(step => Step(solution, step)))
            .Concat(solution.Content.Parts.Where(part => Sdk.Any(name => part.ZipPath.EndsWith("/" + name + ".dll", StringComparison.OrdinalIgnoreCase)))
                .Select(part => Finding.ErrorIn(part.Source, "assembly-sdk", "The platform brings the SDK; it must not be in a solution.")));

    private static IEnumerable<Finding> Assembly(CheckedSolution solution, XElement assembly)
    {
        var file = (string?)assembly.Element("FileName") ?? "";
        // A missing file is told by the rule about files.
        if (solution.Content.Part(file) is not { } part) yield break;
        if (AssemblyFacts.Read(part.Content) is not { } facts)
        {
            yield return Finding.ErrorAt(assembly, "assembly-file", $"{file} is no .NET assembly.");
            yield break;
        }
        var declared = CheckedSolution.Name(assembly, "FullName");
        if (declared != facts.FullName) yield return Finding.ErrorAt(assembly, "assembly-name", $"Declared as {declared}, but the file is {facts.FullName}.");
        if (!facts.IsStrongNamed) yield return Finding.ErrorAt(assembly, "assembly-strong-name", $"{file} is not signed with a strong name.");
        foreach (var reference in facts.References.Where(reference => !IsAtHand(reference)))
            yield return Finding.ErrorAt(assembly, "assembly-reference", $"{file} needs {reference.FullName}, which is neither .NET Framework nor the SDK.");
        foreach (var type in assembly.Elements("PluginTypes").Elements("PluginType"))
        {
            var name = CheckedSolution.Name(type, "Name");
            if (!facts.Types.Contains(name)) yield return Finding.ErrorAt(type, "plugin-type", $"{file} has no public class {name}.");
            if (CheckedSolution.Name(type, "AssemblyQualifiedName") != $"{name}, {declared}") yield return Finding.ErrorAt(type, "plugin-type", $"AssemblyQualifiedName of {name} is not \"{name}, {declared}\".");
        }
    }

    private static bool IsAtHand(AssemblyName reference)
    {
        var name = reference.Name ?? "";
        var token = Convert.ToHexStringLower(reference.GetPublicKeyToken() ?? []);
        if (Sdk.Contains(name)) return token == "31bf3856ad364e35" && reference.Version?.Major == 9;
        var isFramework = name is "mscorlib" or "System" or "Microsoft.CSharp" or "WindowsBase" || name.StartsWith("System.", StringComparison.Ordinal);
        return isFramework && FrameworkTokens.Contains(token) && !PackagesWithFrameworkKey.Contains(name);
    }

    private static IEnumerable<Finding> Step(CheckedSolution solution, XElement step)
    {
        var name = CheckedSolution.Name(step, "Name");
        var type = ((string?)step.Element("PluginTypeName") ?? "").Split(',')[0];
        if (!solution.PluginTypes.TryGetValue(type, out var typeId)) yield return Finding.ErrorAt(step, "step-type", $"{name}: no assembly of the solution declares {type}.");
        else if (step.Element("PluginTypeId") is { } id && CheckedSolution.IdOf(id.Value) != typeId) yield return Finding.ErrorAt(id, "step-type", $"{name}: PluginTypeId is not the one of {type}.");

        if (step.Element("SdkMessageName") is { } message && solution.IsOurs(message.Value) && !solution.CustomApis.Contains(message.Value))
            yield return Finding.ErrorAt(message, "step-message", $"{name}: there is no custom API {message.Value}.");
        else if (step.Element("SdkMessageName") is null && step.Element("SdkMessageId") is null) yield return Finding.ErrorAt(step, "step-message", $"{name}: neither SdkMessageId nor SdkMessageName.");

        if (step.Element("PrimaryEntity") is { } table)
        {
            if (!solution.MayHaveTable(table.Value)) yield return Finding.ErrorAt(table, "step-table", $"{name}: there is no table {table.Value}.");
            foreach (var list in step.Elements("FilteringAttributes").Concat(step.Descendants("Attributes")))
            {
                foreach (var column in list.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(column => !solution.MayHaveColumn(table.Value, column)))
                    yield return Finding.ErrorAt(list, "step-column", $"{name}: {table.Value} has no column {column}.");
            }
        }
        foreach (var finding in Timing(name, step)) yield return finding;
    }

    private static IEnumerable<Finding> Timing(string name, XElement step)
    {
        var stage = (string?)step.Element("Stage");
        var message = CheckedSolution.IdOf((string?)step.Element("SdkMessageId"));
        if (stage is not ("10" or "20" or "40")) yield return Finding.ErrorAt(step, "step-stage", $"{name}: stage {stage}; 10, 20 and 40 are for plug-ins.");
        if ((string?)step.Element("Mode") == "1" && stage != "40") yield return Finding.ErrorAt(step, "step-stage", $"{name}: asynchronous only after the operation.");
        foreach (var image in step.Descendants("SdkMessageProcessingStepImage"))
        {
            var isBefore = (string?)image.Element("ImageType") is "0" or "2";
            var isAfter = (string?)image.Element("ImageType") is "1" or "2";
            if (isBefore && message == Create) yield return Finding.ErrorAt(image, "step-image", $"{name}: a row has no image before its Create.");
            if (isAfter && (message == Delete || stage != "40")) yield return Finding.ErrorAt(image, "step-image", $"{name}: no image of after the operation here.");
            if (message == Create && (string?)image.Element("MessagePropertyName") != "id") yield return Finding.ErrorAt(image, "step-image", $"{name}: the image of a Create goes by MessagePropertyName id.");
        }
    }
}
