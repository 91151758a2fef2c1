using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Import.Components;

/// <summary>Security roles with their privileges, and column security profiles.</summary>
internal sealed class SecurityComponents(ComponentSet components, Guid rootBusinessUnitId)
{
    private static readonly Dictionary<string, int> Depths = new(StringComparer.OrdinalIgnoreCase) { ["Basic"] = 1, ["Local"] = 2, ["Deep"] = 4, ["Global"] = 8 };

    // Longest first: AppendTo before Append. Values: Microsoft.Crm.Sdk.Messages.AccessRights.
    private static readonly (string Verb, int Right)[] Rights =
    [
        ("AppendTo", 16), ("Append", 4), ("Create", 32), ("Read", 1), ("Write", 2), ("Delete", 65536), ("Assign", 524288), ("Share", 262144),
    ];

    private readonly XmlValues values = components.Values;

    public void Read(XElement customizations)
    {
        foreach (var e in customizations.Elements("Roles").Elements("Role")) Role(e);
        foreach (var e in customizations.Elements("FieldSecurityProfiles").Elements("FieldSecurityProfile")) Profile(e);
    }

    private void Role(XElement e)
    {
        var name = values.RequiredAttribute(e, "name");
        var row = components.Add(ComponentType.Role, "role", values.Id(e, (string?)e.Attribute("id")), e);
        row["name"] = name;
        row["businessunitid"] = new EntityReference("businessunit", rootBusinessUnitId);
        if (values.Integer(e, "IsInherited") is { } inherited) row["isinherited"] = new OptionSetValue(inherited);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var privilege in e.Elements("RolePrivileges").Elements("RolePrivilege"))
        {
            var privilegeName = values.RequiredAttribute(privilege, "name");
            if (!seen.Add(privilegeName)) values.Errors.Add(privilege, $"The role {name} has the privilege {privilegeName} twice. Remove one.");
            else Privilege(privilege, row, privilegeName);
        }
    }

    private void Privilege(XElement e, Entity role, string name)
    {
        var level = (string?)e.Attribute("level") ?? "";
        if (!Depths.TryGetValue(level, out var depth)) values.Errors.Add(e, $"The privilege {name} has the level '{level}'; write Basic, Local, Deep or Global.");
        var privilege = components.Support("privilege", StableId.Of("privilege", name));
        privilege["name"] = name;
        privilege["accessright"] = Rights.FirstOrDefault(r => name.StartsWith("prv" + r.Verb, StringComparison.OrdinalIgnoreCase)).Right;
        var link = components.Add(ComponentType.Role, "roleprivileges", StableId.Of("roleprivileges", role.Id.ToString(), name), e);
        link["roleid"] = role.Id;
        link["privilegeid"] = privilege.Id;
        link["privilegedepthmask"] = depth;
    }

    private void Profile(XElement e)
    {
        var id = values.Id(e, (string?)e.Attribute("fieldsecurityprofileid"));
        var row = components.Add(ComponentType.FieldSecurityProfile, "fieldsecurityprofile", id, e);
        row["name"] = values.RequiredAttribute(e, "name");
        row["description"] = (string?)e.Attribute("description");
        foreach (var permission in e.Elements("FieldPermissions").Elements("FieldPermission")) Permission(permission, row);
    }

    private void Permission(XElement e, Entity profile)
    {
        var table = values.Required(e, "EntityName").ToLowerInvariant();
        var column = values.Required(e, "AttributeName").ToLowerInvariant();
        if (components.Schema.Find(table)?.Find(column) is not { } found) values.Errors.Add(e, $"The profile protects {table}.{column}, which does not exist.");
        else if (!found.IsSecured) values.Errors.Add(e, $"The profile protects {table}.{column}, whose IsSecured is 0. Set it to 1.");
        var row = components.Add(ComponentType.FieldSecurityProfile, "fieldpermission", StableId.Of("fieldpermission", profile.Id.ToString(), table, column), e);
        row["fieldsecurityprofileid"] = profile.ToEntityReference();
        row["entityname"] = table;
        row["attributelogicalname"] = column;
        row["canread"] = new OptionSetValue(values.Integer(e, "CanRead") ?? 0);
        row["cancreate"] = new OptionSetValue(values.Integer(e, "CanCreate") ?? 0);
        row["canupdate"] = new OptionSetValue(values.Integer(e, "CanUpdate") ?? 0);
    }
}
