using System;
using System.Collections.Generic;
using Local.Dataverse.Import.Components;

namespace Local.Dataverse.Import;

/// <summary>The order in which component tables are written, so that every lookup finds its row; removal goes the other way.</summary>
internal static class WriteOrder
{
    private static readonly string[] Tables =
    [
        "webresource", "systemform", "savedquery", "savedqueryvisualization", "customcontrol", "sitemap", "appmodule", "sdkmessage", "sdkmessagefilter",
        "pluginassembly", "plugintype", "sdkmessageprocessingstep", "sdkmessageprocessingstepimage", "customapi", "customapirequestparameter",
        "customapiresponseproperty", "environmentvariabledefinition", "environmentvariablevalue", "role", "privilege", "roleprivileges",
        "fieldsecurityprofile", "fieldpermission",
    ];

    /// <summary>Place of a table; unknown ones come last.</summary>
    public static int Of(string table) => Array.IndexOf(Tables, table) is var place and >= 0 ? place : Tables.Length;

    /// <summary>Place of a component type: that of the table of its outermost row.</summary>
    public static int Of(int componentType) => TablesOf(componentType) is [.., var outer] ? Of(outer) : Tables.Length;

    /// <summary>Tables in which a component of a type may be, inner rows first.</summary>
    public static IReadOnlyList<string> TablesOf(int type) => (ComponentType)type switch
    {
        ComponentType.Role => ["roleprivileges", "role"],
        ComponentType.View => ["savedquery"],
        ComponentType.RibbonCommand => ["ribboncommand"],
        ComponentType.RibbonRule => ["ribbonrule"],
        ComponentType.RibbonDiff => ["ribbondiff"],
        ComponentType.Chart => ["savedqueryvisualization"],
        ComponentType.Form => ["systemform"],
        ComponentType.WebResource => ["webresource"],
        ComponentType.CustomControl => ["customcontrol"],
        ComponentType.SiteMap => ["sitemap"],
        ComponentType.FieldSecurityProfile => ["fieldpermission", "fieldsecurityprofile"],
        ComponentType.AppModule => ["appmodule"],
        ComponentType.PluginType => ["plugintype"],
        ComponentType.PluginAssembly => ["pluginassembly"],
        ComponentType.Step => ["sdkmessageprocessingstep"],
        ComponentType.StepImage => ["sdkmessageprocessingstepimage"],
        ComponentType.EnvironmentVariableDefinition => ["environmentvariabledefinition"],
        ComponentType.EnvironmentVariableValue => ["environmentvariablevalue"],
        ComponentType.CustomApi => ["customapi"],
        ComponentType.CustomApiRequestParameter => ["customapirequestparameter"],
        ComponentType.CustomApiResponseProperty => ["customapiresponseproperty"],
        _ => [],
    };
}
