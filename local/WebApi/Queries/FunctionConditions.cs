using System;
using System.Collections.Generic;
using Local.WebApi.Model;
using Microsoft.OData.Edm;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Queries;

/// <summary>The query functions as conditions, and as functions of a row: only so the parser tells of which row the property is.</summary>
internal static class FunctionConditions
{
    /// <summary>Name of the parameter that names the property.</summary>
    public const string PropertyName = "PropertyName";

    /// <summary>The operator a function stands for.</summary>
    /// <param name="qualifiedName">With the namespace or its alias.</param>
    public static ConditionOperator Operator(string qualifiedName) => Unqualified(qualifiedName) switch
    {
        "NotBusinessId" => ConditionOperator.NotEqualBusinessId,
        "NotUserId" => ConditionOperator.NotEqualUserId,
        var name => Enum.Parse<ConditionOperator>(name),
    };

    /// <summary>The function of a name, declared for a row; null when there is none.</summary>
    public static IEdmFunction? Declare(string qualifiedName, IEdmEntityType row)
    {
        var name = Unqualified(qualifiedName);
        // The reference has NotBusinessId and NotUserId; "Filter rows using OData" calls them by their operators.
        var known = name is "NotEqualBusinessId" or "NotEqualUserId" ? name.Replace("Equal", "", StringComparison.Ordinal) : name;
        if (name.Length == qualifiedName.Length || !QueryFunctions.All.TryGetValue(known, out var arguments)) return null;
        var core = EdmCoreModel.Instance;
        var declared = new EdmFunction(ServiceModel.Namespace, name, core.GetBoolean(false), isBound: true, entitySetPathExpression: null, isComposable: false);
        declared.AddParameter("row", new EdmEntityTypeReference(row, isNullable: true));
        declared.AddParameter(PropertyName, core.GetString(false));
        foreach (var (parameter, type) in Values(arguments)) declared.AddParameter(parameter, type);
        return declared;
    }

    private static IEnumerable<(string Name, IEdmTypeReference Type)> Values(QueryFunctions.Arguments arguments)
    {
        var core = EdmCoreModel.Instance;
        return arguments switch
        {
            QueryFunctions.Arguments.Text => [("PropertyValue", core.GetString(false))],
            QueryFunctions.Arguments.Whole => [("PropertyValue", core.GetInt64(false))],
            QueryFunctions.Arguments.Two => [("PropertyValue1", core.GetInt64(false)), ("PropertyValue2", core.GetInt64(false))],
            QueryFunctions.Arguments.Texts => [("PropertyValues", EdmCoreModel.GetCollection(core.GetString(false)))],
            _ => [],
        };
    }

    private static string Unqualified(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 && name[..dot] is ServiceModel.Namespace or ServiceModel.NamespaceAlias ? name[(dot + 1)..] : name;
    }
}
