using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Microsoft.OData.Edm;

namespace Local.WebApi.Model;

/// <summary>Adds actions, functions and the types they use to a model that has its entity types.</summary>
internal sealed class OperationModel(EdmModel model, EdmEntityContainer container)
{
    private const string Collection = "Collection(", Prefix = ServiceModel.NamespaceAlias + ".";

    private readonly Dictionary<string, Operation> added = new(StringComparer.Ordinal);

    /// <summary>Adds the platform's own operations, those of solutions, and the functions of queries.</summary>
    public Dictionary<string, Operation> AddAll(IReadOnlyList<CustomOperation> customApis)
    {
        using var stream = typeof(OperationModel).Assembly.GetManifestResourceStream("StandardOperations.xml")!;
        var document = XElement.Load(stream);
        foreach (var type in document.Elements("EnumType")) AddEnum(type);
        foreach (var type in document.Elements("ComplexType")) AddComplex(type);
        foreach (var element in document.Elements().Where(e => e.Name.LocalName is "Action" or "Function")) AddStandard(element);
        foreach (var (name, isFunction, parameters, results) in SdkOperations.All().Where(o => !added.ContainsKey(o.Name))) AddSdk(name, isFunction, parameters, results);
        foreach (var api in customApis.Where(a => !added.ContainsKey(a.Name))) AddCustom(api);
        QueryFunctions.AddTo(model);
        return added;
    }

    private void AddEnum(XElement e)
    {
        var type = new EdmEnumType(ServiceModel.Namespace, Name(e), isFlags: (bool?)e.Attribute("IsFlags") ?? false);
        foreach (var member in e.Elements("Member")) type.AddMember(Name(member), new EdmEnumMemberValue(long.Parse(member.Attribute("Value")!.Value, CultureInfo.InvariantCulture)));
        model.AddElement(type);
    }

    private void AddComplex(XElement e)
    {
        var type = new EdmComplexType(ServiceModel.Namespace, Name(e));
        foreach (var property in e.Elements("Property")) type.AddStructuralProperty(Name(property), Type(property));
        foreach (var navigation in e.Elements("NavigationProperty"))
        {
            var target = (IEdmEntityType)Find(navigation.Attribute("Type")!.Value);
            type.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo { Name = Name(navigation), Target = target, TargetMultiplicity = EdmMultiplicity.ZeroOrOne });
        }
        model.AddElement(type);
    }

    private void AddStandard(XElement e)
    {
        var isBound = (bool?)e.Attribute("IsBound") ?? false;
        var all = e.Elements("Parameter").ToList();
        // An operation on a table that this organisation lacks is not there either.
        if (all.Concat(e.Elements("ReturnType")).Any(p => !IsKnown(p.Attribute("Type")!.Value))) return;
        var bound = isBound ? all[0] : null;
        var results = e.Elements("Result").Select(r => new OperationResult(Name(r), Type(r), (string?)r.Attribute("sdk") ?? Name(r))).ToList();
        var itself = e.Element("ReturnType");
        if (itself is not null) results.Add(new OperationResult("value", Type(itself), itself.Attribute("sdk")!.Value));
        var boundType = bound is null ? null : Plain(bound.Attribute("Type")!.Value);
        var operation = new Operation
        {
            Name = Name(e),
            Message = (string?)e.Attribute("message") ?? Name(e),
            IsFunction = e.Name.LocalName == "Function",
            Binding = bound is null ? OperationBinding.None : bound.Attribute("Type")!.Value.StartsWith(Collection, StringComparison.Ordinal) ? OperationBinding.Set : OperationBinding.Row,
            BoundTable = boundType is "crmbaseentity" or "principal" ? null : boundType,
            BoundAs = (string?)bound?.Attribute("sdk"),
            Parameters = [.. all.Skip(isBound ? 1 : 0).Select(StandardParameter)],
            Results = results,
            ReturnType = itself is null ? ResponseType(Name(e), results) : Type(itself),
            ReturnsResultItself = itself is not null,
        };
        Add(operation, bound is null ? null : Type(bound));
    }

    private OperationParameter StandardParameter(XElement e)
    {
        var table = Plain(e.Attribute("Type")!.Value);
        var isRow = model.FindDeclaredType($"{ServiceModel.Namespace}.{table}") is IEdmEntityType;
        return new(Name(e), Type(e), (string?)e.Attribute("sdk") ?? Name(e), isRow && table is not ("crmbaseentity" or "principal") ? table : null, CustomType: null, IsOptional: (bool?)e.Attribute("Nullable") ?? true);
    }

    private void AddSdk(string name, bool isFunction, List<(string Name, string Type)> parameters, List<(string Name, string Type)> results)
    {
        var answered = results.Select(r => new OperationResult(r.Name, Reference(r.Type, isNullable: true), r.Name)).ToList();
        Add(
            new Operation
            {
                Name = name,
                Message = name,
                IsFunction = isFunction,
                Binding = OperationBinding.None,
                // Which of them are needed, the engine says.
                Parameters = [.. parameters.Select(p => new OperationParameter(p.Name, Reference(p.Type, isNullable: true), p.Name, Table: null, CustomType: null, IsOptional: true))],
                Results = answered,
                ReturnType = ResponseType(name, answered),
            },
            bound: null);
    }

    private void AddCustom(CustomOperation api)
    {
        if (api.BoundTable is not null && model.FindDeclaredType($"{ServiceModel.Namespace}.{api.BoundTable}") is null) return;
        var results = api.Properties.Select(p => new OperationResult(p.Name, TypeOf(p), p.Name)).ToList();
        // One result that is a row or a list of rows is the answer itself; everything else stands in an object ("Create and use custom APIs").
        var itself = results is [var only] && (only.Type.IsEntity() || (only.Type.IsCollection() && only.Type.AsCollection().ElementType().IsEntity()));
        var operation = new Operation
        {
            Name = api.Name,
            Message = api.Name,
            IsFunction = api.IsFunction,
            Binding = api.Binding,
            BoundTable = api.BoundTable,
            BoundAs = api.Binding == OperationBinding.Row ? "Target" : null,
            Parameters = [.. api.Parameters.Select(p => new OperationParameter(p.Name, TypeOf(p), p.Name, p.Table, p.Type, p.IsOptional))],
            Results = results,
            ReturnType = itself ? results[0].Type : ResponseType(api.Name, results),
            ReturnsResultItself = itself,
            IsCustom = true,
        };
        Add(operation, api.Binding switch
        {
            OperationBinding.Row => Reference("mscrm." + api.BoundTable, isNullable: false),
            OperationBinding.Set => Reference($"Collection(mscrm.{api.BoundTable})", isNullable: false),
            _ => null,
        });
    }

    private void Add(Operation operation, IEdmTypeReference? bound)
    {
        added.Add(operation.Name, operation);
        EdmOperation edm = operation.IsFunction
            ? new EdmFunction(ServiceModel.Namespace, operation.Name, operation.ReturnType ?? EdmCoreModel.Instance.GetUntyped(), bound is not null, null, isComposable: false)
            : new EdmAction(ServiceModel.Namespace, operation.Name, operation.ReturnType, bound is not null, null);
        if (bound is not null) edm.AddParameter(operation.Binding == OperationBinding.Set ? "entityset" : "entity", bound);
        foreach (var parameter in operation.Parameters)
        {
            if (operation is { IsFunction: true, IsCustom: true } && parameter.IsOptional) edm.AddOptionalParameter(parameter.Name, parameter.Type);
            else edm.AddParameter(parameter.Name, parameter.Type);
        }
        model.AddElement(edm);
        if (bound is not null) return;
        if (edm is EdmFunction function) container.AddFunctionImport(operation.Name, function);
        else container.AddActionImport(operation.Name, (EdmAction)edm);
    }

    private EdmComplexTypeReference? ResponseType(string operation, List<OperationResult> results)
    {
        if (results.Count == 0) return null;
        var type = new EdmComplexType(ServiceModel.Namespace, operation + "Response");
        foreach (var result in results)
        {
            if (result.Type.Definition is IEdmEntityType row)
            {
                type.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo { Name = result.Name, Target = row, TargetMultiplicity = EdmMultiplicity.ZeroOrOne });
            }
            else if (result.Type.IsCollection() && result.Type.AsCollection().ElementType().Definition is IEdmEntityType rows)
            {
                type.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo { Name = result.Name, Target = rows, TargetMultiplicity = EdmMultiplicity.Many });
            }
            else
            {
                type.AddStructuralProperty(result.Name, result.Type);
            }
        }
        model.AddElement(type);
        return new EdmComplexTypeReference(type, isNullable: false);
    }

    private IEdmTypeReference TypeOf(CustomField field)
    {
        var table = string.IsNullOrEmpty(field.Table) ? "crmbaseentity" : field.Table;
        return Reference(
            field.Type switch
            {
                0 => "Edm.Boolean",
                1 => "Edm.DateTimeOffset",
                2 or 8 => "Edm.Decimal",
                3 or 5 => Prefix + table,
                4 => $"Collection({Prefix}{table})",
                6 => "Edm.Double",
                7 or 9 => "Edm.Int32",
                11 => "Collection(Edm.String)",
                12 => "Edm.Guid",
                _ => "Edm.String",
            },
            isNullable: field.Type is 10 or 11 or 3 or 4 or 5 || field.IsOptional);
    }

    private IEdmTypeReference Type(XElement e) => Reference(e.Attribute("Type")!.Value, (bool?)e.Attribute("Nullable") ?? true);

    private IEdmTypeReference Reference(string name, bool isNullable)
    {
        if (name.StartsWith(Collection, StringComparison.Ordinal))
        {
            return new EdmCollectionTypeReference(new EdmCollectionType(Reference(name[Collection.Length..^1], isNullable)));
        }
        return Find(name) switch
        {
            IEdmPrimitiveType primitive => EdmCoreModel.Instance.GetPrimitive(primitive.PrimitiveKind, isNullable),
            IEdmEntityType row => new EdmEntityTypeReference(row, isNullable),
            IEdmEnumType choice => new EdmEnumTypeReference(choice, isNullable),
            var other => new EdmComplexTypeReference((IEdmComplexType)other, isNullable),
        };
    }

    private IEdmSchemaType Find(string name) => (name.StartsWith(Prefix, StringComparison.Ordinal)
        ? model.FindDeclaredType($"{ServiceModel.Namespace}.{name[Prefix.Length..]}") ?? Find(Prefix + "crmbaseentity")
        : EdmCoreModel.Instance.FindDeclaredType(name)) ?? throw new InvalidOperationException($"The standard operations name an unknown type: {name}");

    private bool IsKnown(string name) => !name.Contains(Prefix, StringComparison.Ordinal) || model.FindDeclaredType($"{ServiceModel.Namespace}.{Plain(name)}") is not null;

    private static string Plain(string type) => type.Replace(Collection, string.Empty, StringComparison.Ordinal).TrimEnd(')').Replace(Prefix, string.Empty, StringComparison.Ordinal);

    private static string Name(XElement e) => e.Attribute("Name")!.Value;
}
