using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace Kam.Generate;

/// <summary>Writes the assembly's description and one file per step into solution/, and their root components into its manifest.</summary>
internal static class Registrations
{
    private const string AnyTable = "none";
    private const int PostOperation = 40;
    private const string IntroducedVersion = "1.0";

    // Standard messages have the same id in every environment.
    private static readonly Dictionary<string, string> MessageIds = new(StringComparer.Ordinal)
    {
        ["Create"] = "9ebdbb1b-ea3e-db11-86a7-000a3a5473e8",
        ["Update"] = "20bebb1b-ea3e-db11-86a7-000a3a5473e8",
        ["Delete"] = "a1bdbb1b-ea3e-db11-86a7-000a3a5473e8",
        ["Retrieve"] = "f2bdbb1b-ea3e-db11-86a7-000a3a5473e8",
        ["RetrieveMultiple"] = "03bebb1b-ea3e-db11-86a7-000a3a5473e8",
        ["SetStateDynamicEntity"] = "1dbebb1b-ea3e-db11-86a7-000a3a5473e8",
        ["Merge"] = "dbbdbb1b-ea3e-db11-86a7-000a3a5473e8",
        ["GrantAccess"] = "c5bdbb1b-ea3e-db11-86a7-000a3a5473e8",
        ["Associate"] = "16e7c888-3b24-448b-b7da-ebfe9b681762",
        ["Disassociate"] = "bdfc191d-fc56-493a-a6b1-cb0c47a22ecc",
    };

    /// <summary>Description of the assembly, then its steps.</summary>
    /// <exception cref="InvalidDataException">A registration the platform would refuse or that could not mean anything.</exception>
    public static IEnumerable<GeneratedFile> Write(PluginAssembly assembly)
    {
        yield return Describe(assembly);
        foreach (var type in assembly.Types)
        {
            foreach (var image in type.Images.Where(image => !type.Steps.Any(step => Carries(step, image))))
                throw new InvalidDataException($"{type.FullName}: no step can carry its image {Alias(image)}{(image.Of is null ? "" : " of " + image.Of)}.");
            foreach (var same in type.Steps.GroupBy(step => NameOf(type, step), StringComparer.Ordinal).Where(same => same.Count() > 1))
                throw new InvalidDataException($"{same.Key}: registered {same.Count()} times.");
            foreach (var step in type.Steps) yield return Describe(assembly, type, step);
        }
    }

    /// <summary>The manifest with exactly the root components of the assembly and its steps; all else stays as it is.</summary>
    public static GeneratedFile WriteRoots(PluginAssembly assembly, string manifest)
    {
        var document = XDocument.Parse(manifest, LoadOptions.PreserveWhitespace);
        var roots = document.Root!.Element("SolutionManifest")!.Element("RootComponents")!;
        foreach (var old in roots.Elements("RootComponent").Where(root => (string?)root.Attribute("type") is "91" or "92").ToList())
        {
            if (old.PreviousNode is XText { } space && string.IsNullOrWhiteSpace(space.Value)) space.Remove();
            old.Remove();
        }
        var indent = (roots.FirstNode as XText)?.Value ?? "\n      ";
        var last = roots.LastNode as XText;
        if (last is not null && string.IsNullOrWhiteSpace(last.Value) && roots.HasElements) last.Remove();
        foreach (var root in Roots(assembly)) roots.Add(new XText(indent), root);
        roots.Add(new XText(last is null || !roots.HasElements ? "\n    " : last.Value));
        return new("solution/Other/Solution.xml", Text(document));
    }

    private static IEnumerable<XElement> Roots(PluginAssembly assembly)
    {
        yield return new("RootComponent", new XAttribute("type", 91), new XAttribute("id", Braced(NameBasedId.OfAssembly(assembly.Name))),
            new XAttribute("schemaName", assembly.FullName), new XAttribute("behavior", 0));
        foreach (var id in assembly.Types.SelectMany(type => type.Steps, (type, step) => Braced(NameBasedId.OfStep(NameOf(type, step)))).Order(StringComparer.Ordinal))
            yield return new("RootComponent", new XAttribute("type", 92), new XAttribute("id", id), new XAttribute("behavior", 0));
    }

    private static GeneratedFile Describe(PluginAssembly assembly)
    {
        var id = NameBasedId.OfAssembly(assembly.Name);
        var bare = assembly.Name.Replace(".", "", StringComparison.Ordinal);
        var folder = $"PluginAssemblies/{bare}-{Plain(id).ToUpperInvariant()}";
        var description = new XElement("PluginAssembly", new XAttribute("FullName", assembly.FullName), new XAttribute("PluginAssemblyId", Plain(id)), new XAttribute("CustomizationLevel", 1),
            new XElement("IsolationMode", 2), new XElement("SourceType", 0), new XElement("IntroducedVersion", IntroducedVersion),
            new XElement("FileName", $"/{folder}/{bare}.dll"),
            new XElement("PluginTypes", assembly.Types.Select(type => new XElement("PluginType",
                new XAttribute("AssemblyQualifiedName", type.FullName + ", " + assembly.FullName), new XAttribute("PluginTypeId", Plain(NameBasedId.OfType(type.FullName))), new XAttribute("Name", type.FullName),
                new XElement("FriendlyName", type.FullName), type.IsActivity ? new XElement("WorkflowActivityGroupName", "Key Account Management") : null))));
        return new($"solution/{folder}/{bare}.dll.data.xml", Text(new(description)));
    }

    private static GeneratedFile Describe(PluginAssembly assembly, PluginType type, StepRegistration step)
    {
        var name = NameOf(type, step);
        Guard(name, step);
        var id = Braced(NameBasedId.OfStep(name));
        var images = type.Images.Where(image => Carries(step, image)).ToList();
        if (images.GroupBy(Alias).Any(same => same.Count() > 1)) throw new InvalidDataException($"{name}: two images would be called alike.");
        var description = new XElement("SdkMessageProcessingStep", new XAttribute("Name", name), new XAttribute("SdkMessageProcessingStepId", id),
            MessageIds.TryGetValue(step.Message, out var message) ? new XElement("SdkMessageId", message) : new XElement("SdkMessageName", step.Message),
            new XElement("PluginTypeName", type.FullName + ", " + assembly.FullName),
            new XElement("PluginTypeId", Plain(NameBasedId.OfType(type.FullName))),
            step.Table == AnyTable ? null : new XElement("PrimaryEntity", step.Table),
            new XElement("AsyncAutoDelete", step.Mode == 1 && !step.KeepsFinishedJobs ? 1 : 0),
            new XElement("FilteringAttributes", string.Join(",", step.When)),
            new XElement("InvocationSource", 0), new XElement("Mode", step.Mode), new XElement("Rank", step.Rank), new XElement("EventHandlerTypeCode", 4602),
            new XElement("Stage", step.Stage), new XElement("IsCustomizable", 1), new XElement("IsHidden", 0), new XElement("SupportedDeployment", 0),
            new XElement("IntroducedVersion", IntroducedVersion),
            new XElement("SdkMessageProcessingStepImages", images.Select(image => Describe(name, step, image))));
        return new($"solution/SdkMessageProcessingSteps/{id}.xml", Text(new(description)));
    }

    private static XElement Describe(string step, StepRegistration registration, ImageRegistration image) =>
        new("SdkMessageProcessingStepImage", new XAttribute("Name", Alias(image)),
            new XElement("SdkMessageProcessingStepImageId", Braced(NameBasedId.OfImage(step, Alias(image)))),
            new XElement("Attributes", string.Join(",", image.Columns)), new XElement("EntityAlias", Alias(image)), new XElement("ImageType", image.Moment),
            new XElement("MessagePropertyName", registration.Message switch { "Create" => "id", "SetStateDynamicEntity" => "EntityMoniker", _ => "Target" }), new XElement("IsCustomizable", 1));

    private static void Guard(string name, StepRegistration step)
    {
        if (step.Mode == 1 && step.Stage != PostOperation) throw new InvalidDataException($"{name}: asynchronous only after the operation.");
        if (step.Message == "Update" && step.When.Count == 0) throw new InvalidDataException($"{name}: When must say which columns wake it.");
        if (step.Message != "Update" && step.When.Count > 0) throw new InvalidDataException($"{name}: When is for Update only.");
    }

    private static bool Carries(StepRegistration step, ImageRegistration image)
    {
        if (image.Of is not null && image.Of != step.Message) return false;
        return image.Moment == 0
            ? step.Message is "Update" or "Delete" or "SetStateDynamicEntity"
            : step.Message is "Create" or "Update" or "SetStateDynamicEntity" && step.Stage == PostOperation;
    }

    private static string Alias(ImageRegistration image) => image.Moment == 0 ? "PreImage" : "PostImage";

    private static string NameOf(PluginType type, StepRegistration step) =>
        $"{type.FullName}: {step.Message}{(step.Table == AnyTable ? "" : " of " + step.Table)}";

    private static string Plain(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

    private static string Braced(Guid id) => id.ToString("B", CultureInfo.InvariantCulture);

    private static string Text(XDocument document)
    {
        var isFormatted = document.DescendantNodes().OfType<XText>().Any(text => string.IsNullOrWhiteSpace(text.Value));
        var body = document.ToString(isFormatted ? SaveOptions.DisableFormatting : SaveOptions.None).Replace("\r\n", "\n", StringComparison.Ordinal);
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + body.Trim('\n') + "\n";
    }
}
