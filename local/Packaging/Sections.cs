using System;
using System.Collections.Generic;

namespace Local.Packaging;

/// <summary>The sections of customizations.xml, in the one order genuine exports write them.</summary>
internal static class Sections
{
    private static readonly string[] Known =
    [
        "Entities", "Roles", "Workflows", "FieldSecurityProfiles", "Templates", "EntityImageConfigs", "AttributeImageConfigs",
        "ConnectionRoles", "RibbonDiffXml", "SiteMap", "EntityMaps", "EntityRelationships", "OrganizationSettings", "optionsets",
        "Reports", "Slas", "MobileOfflineProfiles", "Dashboards", "InteractionCentricDashboards", "WebResources", "CustomControls",
        "SolutionPluginAssemblies", "SdkMessageProcessingSteps", "AppModuleSiteMaps", "AppModules", "EntityDataProviders",
        "EntityDataSources", "CanvasApps", "AIModels", "Connectors", "connectionreferences", "Languages",
    ];

    /// <summary>Component folders outside customizations.xml; they have the same paths in folder and zip.</summary>
    private static readonly HashSet<string> ComponentFolders = new(StringComparer.Ordinal)
    {
        "customapis", "environmentvariabledefinitions", "pluginpackages", "appactions", "bots", "botcomponents", "duplicaterules",
        "maskingrules", "settingdefinitions", "organizationsettings", "dvtablesearchs", "catalogs", "Assets",
    };

    /// <summary>Whether the element belongs into customizations.xml at all; any table may add a list "…set" of its own.</summary>
    public static bool IsKnown(string section) => Array.IndexOf(Known, section) >= 0 || section.EndsWith("set", StringComparison.Ordinal);

    /// <summary>Position of a section; the "…set" lists stand before Languages, which is last.</summary>
    public static int OrderOf(string section)
    {
        var position = Array.IndexOf(Known, section);
        return position == Known.Length - 1 ? int.MaxValue : position < 0 ? Known.Length : position;
    }

    /// <summary>Whether a folder of the source is packed as it stands.</summary>
    public static bool IsComponentFolder(string folder) => ComponentFolders.Contains(folder);
}
