using System;
using System.Linq;
using System.Reflection;
using System.ServiceModel;
using System.Xml.Linq;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Import.Components;

/// <summary>Plug-in assemblies with their bytes, plug-in types, steps and images.</summary>
internal sealed class PluginComponents(ComponentSet components, PackageArchive archive)
{
    private const int PreImage = 0, PostImage = 1, BothImages = 2, PostOperation = 40;
    private readonly XmlValues values = components.Values;

    public void Read(XElement customizations)
    {
        foreach (var e in customizations.Elements("SolutionPluginAssemblies").Elements("PluginAssembly")) Assembly(e);
        foreach (var e in customizations.Elements("SdkMessageProcessingSteps").Elements("SdkMessageProcessingStep")) Step(e);
    }

    private void Assembly(XElement e)
    {
        var id = values.Id(e, (string?)e.Attribute("PluginAssemblyId"));
        var fullName = values.RequiredAttribute(e, "FullName");
        var file = values.Required(e, "FileName");
        if (archive.Bytes(file) is not { } bytes)
        {
            values.Errors.Add(e.Element("FileName"), $"The assembly {fullName} is to be in {file}, which the package does not have. Pack it again.");
            return;
        }
        var name = ParseName(e, fullName);
        var facts = Facts(e, fullName, name, bytes);
        var row = components.Add(ComponentType.PluginAssembly, "pluginassembly", id, e);
        row["name"] = name?.Name ?? fullName;
        row["version"] = name?.Version?.ToString();
        row["culture"] = string.IsNullOrEmpty(name?.CultureName) ? "neutral" : name.CultureName;
        row["publickeytoken"] = Convert.ToHexStringLower(name?.GetPublicKeyToken() ?? []);
        row["content"] = Convert.ToBase64String(bytes);
        row["path"] = file;
        row["isolationmode"] = new OptionSetValue(values.Integer(e, "IsolationMode") ?? 2);
        row["sourcetype"] = new OptionSetValue(values.Integer(e, "SourceType") ?? 0);
        row["introducedversion"] = XmlValues.Text(e, "IntroducedVersion");
        foreach (var type in e.Elements("PluginTypes").Elements("PluginType")) PluginType(type, row, facts);
    }

    // The bytes are looked at, not loaded: what the platform would refuse to register is refused before anything is written.
    private AssemblyFacts? Facts(XElement e, string fullName, AssemblyName? declared, byte[] bytes)
    {
        try
        {
            var facts = PluginAssembly.Check(bytes);
            if (declared is not null && (declared.Name != facts.Name || (declared.Version is { } version && version != facts.Version)))
            {
                values.Errors.Add(ImportFailure.AssemblyContent, e, $"FullName says {fullName}, the DLL is {facts.Name}, Version={facts.Version}. Build and pack it again.");
            }
            return facts;
        }
        catch (FaultException<OrganizationServiceFault> refused)
        {
            values.Errors.Add(new ImportFailure("", unchecked((uint)refused.Detail.ErrorCode), refused.Detail.Message), e, refused.Detail.Message);
            return null;
        }
    }

    private AssemblyName? ParseName(XElement e, string fullName)
    {
        try
        {
            return new AssemblyName(fullName);
        }
        catch (Exception exception) when (exception is ArgumentException or System.IO.FileLoadException)
        {
            values.Errors.Add(e, $"FullName '{fullName}' is not an assembly identity. Write name, Version, Culture and PublicKeyToken of the DLL.");
            return null;
        }
    }

    private void PluginType(XElement e, Entity assembly, AssemblyFacts? facts)
    {
        var typeName = values.RequiredAttribute(e, "Name");
        if (facts is not null && !facts.Types.Contains(typeName))
        {
            values.Errors.Add(ImportFailure.AssemblyContent, e, $"The plug-in type {typeName} is not in {facts.Name}.dll. Remove it, or pack the DLL that has it.");
        }
        var row = components.Add(ComponentType.PluginType, "plugintype", values.Id(e, (string?)e.Attribute("PluginTypeId")), e);
        row["typename"] = typeName;
        row["name"] = typeName;
        row["friendlyname"] = XmlValues.Text(e, "FriendlyName") ?? typeName;
        row["assemblyname"] = assembly["name"];
        row["version"] = assembly["version"];
        row["culture"] = assembly["culture"];
        row["publickeytoken"] = assembly["publickeytoken"];
        row["pluginassemblyid"] = assembly.ToEntityReference();
        row["workflowactivitygroupname"] = XmlValues.Text(e, "WorkflowActivityGroupName");
        row["isworkflowactivity"] = e.Element("WorkflowActivityGroupName") is not null;
    }

    private void Step(XElement e)
    {
        var name = values.RequiredAttribute(e, "Name");
        if (PluginTypeOf(e, name) is not { } type || MessageOf(e, name) is not { } message) return;
        var stage = values.Integer(e, "Stage") ?? 0;
        var mode = values.Integer(e, "Mode") ?? 0;
        if (stage is not (10 or 20 or 40)) values.Errors.Add(e, $"The step '{name}' is in stage {stage}; plug-ins run in 10, 20 and 40.");
        if (mode == 1 && stage != PostOperation) values.Errors.Add(e, $"The step '{name}' is asynchronous in stage {stage}; only 40 can be.");
        var row = components.Add(ComponentType.Step, "sdkmessageprocessingstep", values.Id(e, (string?)e.Attribute("SdkMessageProcessingStepId")), e);
        row["name"] = name;
        row["sdkmessageid"] = message;
        row["plugintypeid"] = type;
        row["eventhandler"] = type;
        row["stage"] = new OptionSetValue(stage);
        row["mode"] = new OptionSetValue(mode);
        row["rank"] = values.Integer(e, "Rank") ?? 1;
        row["invocationsource"] = new OptionSetValue(values.Integer(e, "InvocationSource") ?? 0);
        row["supporteddeployment"] = new OptionSetValue(values.Integer(e, "SupportedDeployment") ?? 0);
        row["asyncautodelete"] = XmlValues.Flag(e, "AsyncAutoDelete");
        row["configuration"] = XmlValues.Text(e, "Configuration");
        row["description"] = XmlValues.Text(e, "Description");
        row["filteringattributes"] = XmlValues.Text(e, "FilteringAttributes");
        row["introducedversion"] = XmlValues.Text(e, "IntroducedVersion");
        if (XmlValues.Text(e, "PrimaryEntity")?.ToLowerInvariant() is { } table and not "none") Filter(e, row, message, table, name);
        foreach (var image in e.Elements("SdkMessageProcessingStepImages").Elements("SdkMessageProcessingStepImage")) Image(image, row, table: XmlValues.Text(e, "PrimaryEntity"));
    }

    private void Filter(XElement e, Entity step, EntityReference message, string table, string name)
    {
        if (components.Schema.Find(table) is not { } found)
        {
            values.Errors.Add(ImportFailure.MissingDependencies, e, $"The step '{name}' is registered on the table {table}, which is not in this organisation.");
            return;
        }
        CheckColumns(e, $"The step '{name}' filters on", found, XmlValues.Text(e, "FilteringAttributes"));
        var id = StableId.Of("sdkmessagefilter", message.Id.ToString(), table);
        var filter = components.Support("sdkmessagefilter", id);
        filter["sdkmessageid"] = message;
        filter["primaryobjecttypecode"] = table;
        step["sdkmessagefilterid"] = filter.ToEntityReference();
    }

    private void Image(XElement e, Entity step, string? table)
    {
        var name = values.RequiredAttribute(e, "Name");
        var type = values.Integer(e, "ImageType") ?? -1;
        if (type is not (PreImage or PostImage or BothImages)) values.Errors.Add(e, $"The image '{name}' has the type {type}; 0 is before, 1 after, 2 both.");
        if (table is not null && components.Schema.Find(table.ToLowerInvariant()) is { } found)
        {
            CheckColumns(e, $"The image '{name}' holds", found, XmlValues.Text(e, "Attributes"));
        }
        var row = components.Add(ComponentType.StepImage, "sdkmessageprocessingstepimage", values.Id(e, XmlValues.Text(e, "SdkMessageProcessingStepImageId")), e);
        row["name"] = name;
        row["entityalias"] = XmlValues.Text(e, "EntityAlias") ?? name;
        row["attributes"] = XmlValues.Text(e, "Attributes");
        row["imagetype"] = new OptionSetValue(type);
        row["messagepropertyname"] = XmlValues.Text(e, "MessagePropertyName");
        row["sdkmessageprocessingstepid"] = step.ToEntityReference();
    }

    private void CheckColumns(XElement e, string what, Schema.Table table, string? list)
    {
        foreach (var column in (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(c => table.Find(c) is null))
        {
            values.Errors.Add(e, $"{what} the column {column}, which {table.LogicalName} does not have.");
        }
    }

    private EntityReference? PluginTypeOf(XElement e, string step)
    {
        var className = XmlValues.Text(e, "PluginTypeName")?.Split(',')[0].Trim();
        var found = Guid.TryParse(XmlValues.Text(e, "PluginTypeId"), out var id) ? components.Find("plugintype", id) : null;
        found ??= components.Rows("plugintype").FirstOrDefault(t => (string?)t["typename"] == className);
        if (found is null) values.Errors.Add(e, $"The step '{step}' runs {className ?? id.ToString()}, which no assembly of the package has.");
        return found?.ToEntityReference();
    }

    private EntityReference? MessageOf(XElement e, string step)
    {
        if (XmlValues.Text(e, "SdkMessageName") is { } name) return components.Message(MessageIds.IdOf(name), name);
        var id = values.Id(e, values.Required(e, "SdkMessageId"));
        // Steps are called "Class: Message of table" by the registration tools: the only place that names a message whose id is not well known.
        var known = MessageIds.NameOf(id) ?? NamedIn(step);
        if (known is not null) return components.Message(id, known);
        values.Errors.Add(e.Element("SdkMessageId"), $"The step '{step}' is on the message {id}, which is not known here. Add SdkMessageName, or name the step 'Class: Message of table'.");
        return null;
    }

    private static string? NamedIn(string step)
    {
        var colon = step.IndexOf(": ", StringComparison.Ordinal);
        var of = step.IndexOf(" of ", Math.Max(colon, 0), StringComparison.Ordinal);
        return colon > 0 && of > colon ? step[(colon + 2)..of].Trim() : null;
    }
}
