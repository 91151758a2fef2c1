using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Model;

/// <summary>
/// The messages of the SDK that <c>StandardOperations.xml</c> does not describe: unbound, with the parameters and results their request and response
/// classes have. Those of a type the Web API has no form for are left out.
/// </summary>
internal static class SdkOperations
{
    /// <summary>Messages that have a form of their own in HTTP, or none in the Web API.</summary>
    private static readonly HashSet<string> others =
    [
        "Create", "Retrieve", "RetrieveMultiple", "Update", "Delete", "Upsert", "Associate", "Disassociate", "Assign", "SetState", "SetStateDynamicEntity",
        "ExecuteMultiple", "ExecuteTransaction", "ExecuteAsync", "RetrieveEntity", "RetrieveAllEntities", "RetrieveAttribute", "RetrieveEntityKey",
        "RetrieveOptionSet", "RetrieveAllOptionSets", "RetrieveRelationship", "RetrieveMetadataChanges", "RetrieveEntityChanges",
    ];

    private static readonly string[] reading = ["Retrieve", "Get", "Is", "Can", "FetchXmlTo", "QueryExpressionTo"];

    private static readonly Dictionary<Type, string> types = new()
    {
        [typeof(string)] = "Edm.String",
        [typeof(bool)] = "Edm.Boolean",
        [typeof(int)] = "Edm.Int32",
        [typeof(long)] = "Edm.Int64",
        [typeof(decimal)] = "Edm.Decimal",
        [typeof(double)] = "Edm.Double",
        [typeof(Guid)] = "Edm.Guid",
        [typeof(DateTime)] = "Edm.DateTimeOffset",
        [typeof(byte[])] = "Edm.Binary",
        [typeof(OptionSetValue)] = "Edm.Int32",
        [typeof(Money)] = "Edm.Decimal",
        [typeof(Entity)] = "mscrm.crmbaseentity",
        [typeof(EntityReference)] = "mscrm.crmbaseentity",
        [typeof(EntityCollection)] = "Collection(mscrm.crmbaseentity)",
        [typeof(EntityReferenceCollection)] = "Collection(mscrm.crmbaseentity)",
        [typeof(string[])] = "Collection(Edm.String)",
        [typeof(Guid[])] = "Collection(Edm.Guid)",
        [typeof(int[])] = "Collection(Edm.Int32)",
        [typeof(ColumnSet)] = "mscrm.ColumnSet",
    };

    /// <summary>Name, whether it is a function, parameters and results, each with the name of its type.</summary>
    public static IEnumerable<(string Name, bool IsFunction, List<(string Name, string Type)> Parameters, List<(string Name, string Type)> Results)> All()
    {
        foreach (var request in new[] { typeof(CreateRequest).Assembly, typeof(WhoAmIRequest).Assembly }.SelectMany(a => a.GetExportedTypes()).Where(t => t.IsSubclassOf(typeof(OrganizationRequest))))
        {
            var name = request.Name[..^"Request".Length];
            if (others.Contains(name) || request.Assembly.GetType($"{request.Namespace}.{name}Response") is not { } response) continue;
            if (Members(request) is not { } parameters || Members(response) is not { } results) continue;
            yield return (name, results.Count > 0 && reading.Any(p => name.StartsWith(p, StringComparison.Ordinal)), parameters, results);
        }
    }

    // Null when one of them has a type the Web API has no form for.
    private static List<(string Name, string Type)>? Members(Type type)
    {
        var members = new List<(string, string)>();
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(p => p.GetIndexParameters().Length == 0))
        {
            if (!types.TryGetValue(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, out var name)) return null;
            members.Add((property.Name, name));
        }
        return members;
    }
}
