using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Local.WebApi.Model;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace Local.WebApi.Queries.Definitions;

/// <summary>The EDM model of table, relationship and choice definitions: the SDK's metadata classes as they are ("Web API metadata entity types").</summary>
internal sealed class DefinitionModel
{
    /// <summary>The sets a path of definitions begins with.</summary>
    public const string Tables = "EntityDefinitions", Relationships = "RelationshipDefinitions", Choices = "GlobalOptionSetDefinitions";

    /// <summary>What the Web API calls the choice of a column that is a global one.</summary>
    public const string GlobalOptionSet = "GlobalOptionSet";

    private static readonly Lazy<DefinitionModel> instance = new(() => new DefinitionModel());

    private readonly Dictionary<Type, IEdmSchemaType> types = new();
    private readonly EdmModel model = new();

    private DefinitionModel()
    {
        var container = new EdmEntityContainer(ServiceModel.Namespace, "Definitions");
        model.AddElement(container);
        AddSet(container, Tables, typeof(EntityMetadata), "LogicalName");
        AddSet(container, Relationships, typeof(RelationshipMetadataBase), "SchemaName");
        AddSet(container, Choices, typeof(OptionSetMetadataBase), "Name");
        var derived = typeof(MetadataBase).Assembly.GetExportedTypes().Where(t => typeof(MetadataBase).IsAssignableFrom(t) && !t.IsAbstract && !IsComplex(t));
        foreach (var type in derived) Entity(type);
        model.SetNamespaceAlias(ServiceModel.Namespace, ServiceModel.NamespaceAlias);
    }

    public static IEdmModel Model => instance.Value.model;

    /// <summary>Properties of a class in the order of the names: those of the classes it derives from included.</summary>
    public static IEnumerable<PropertyInfo> PropertiesOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.Name != "ExtensionData" && p.GetIndexParameters().Length == 0 && HasType(ItemOf(p.PropertyType)))
        .OrderBy(p => p.Name, StringComparer.Ordinal);

    /// <summary>Whether a property leads to definitions of their own, read only with $expand.</summary>
    public static bool IsNavigation(PropertyInfo property) => typeof(MetadataBase).IsAssignableFrom(ItemOf(property.PropertyType)) && !IsComplex(ItemOf(property.PropertyType));

    /// <summary>The value of a property or navigation property; null where the object has none of that name.</summary>
    public static object? Value(object definition, string property)
    {
        if (property != GlobalOptionSet) return definition.GetType().GetProperty(property)?.GetValue(definition);
        return Value(definition, "OptionSet") is OptionSetMetadataBase { IsGlobal: true } choice ? choice : null;
    }

    // Dictionaries and values of any type are not part of the Web API's definitions.
    private static bool HasType(Type item) => item != typeof(object) && (Nullable.GetUnderlyingType(item) is not null || !item.IsGenericType);

    // Options and labels have an id of their own and yet come with what they belong to.
    private static bool IsComplex(Type type) => typeof(OptionMetadata).IsAssignableFrom(type) || type == typeof(LocalizedLabel);

    private static Type ItemOf(Type type) => type.IsArray
        ? type.GetElementType()!
        : type.GetInterfaces().Append(type).FirstOrDefault(i => type != typeof(string) && i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0] ?? type;

    private void AddSet(EdmEntityContainer container, string name, Type type, string alternateKey)
    {
        var entity = Entity(type);
        container.AddEntitySet(name, entity);
        var property = entity.FindProperty(alternateKey);
        model.AddAlternateKeyAnnotation(entity, new Dictionary<string, IEdmProperty> { [alternateKey] = property }, useCore: false);
    }

    private EdmEntityType Entity(Type type)
    {
        if (types.TryGetValue(type, out var known)) return (EdmEntityType)known;
        var parent = type == typeof(MetadataBase) ? null : Entity(type.BaseType!);
        var entity = new EdmEntityType(ServiceModel.Namespace, type.Name, parent, type.IsAbstract, isOpen: false);
        types.Add(type, entity);
        model.AddElement(entity);
        foreach (var property in PropertiesOf(type).Where(p => p.DeclaringType == type)) Add(entity, property);
        if (parent is null) entity.AddKeys((IEdmStructuralProperty)entity.FindProperty(nameof(MetadataBase.MetadataId)));
        if (type == typeof(AttributeMetadata))
        {
            model.AddAlternateKeyAnnotation(entity, new Dictionary<string, IEdmProperty> { ["LogicalName"] = entity.FindProperty("LogicalName") }, useCore: false);
        }
        if (type == typeof(EnumAttributeMetadata)) Navigate(entity, GlobalOptionSet, typeof(OptionSetMetadata), isMany: false);
        return entity;
    }

    private void Add(EdmStructuredType owner, PropertyInfo property)
    {
        if (owner is EdmEntityType entity && IsNavigation(property))
        {
            Navigate(entity, property.Name, ItemOf(property.PropertyType), ItemOf(property.PropertyType) != property.PropertyType);
            return;
        }
        if (property.Name == nameof(MetadataBase.MetadataId)) owner.AddStructuralProperty(property.Name, EdmCoreModel.Instance.GetGuid(false));
        else if (TypeOf(property.PropertyType) is { } type) owner.AddStructuralProperty(property.Name, type);
    }

    private void Navigate(EdmEntityType owner, string name, Type target, bool isMany) => owner.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
    {
        Name = name,
        Target = Entity(target),
        TargetMultiplicity = isMany ? EdmMultiplicity.Many : EdmMultiplicity.ZeroOrOne,
        ContainsTarget = true,
    });

    private IEdmTypeReference? TypeOf(Type type)
    {
        var item = ItemOf(type);
        if (item != type) return TypeOf(item) is { } each ? EdmCoreModel.GetCollection(each) : null;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum) return new EdmEnumTypeReference(Enumeration(type), isNullable: true);
        if (type == typeof(DateTime)) return EdmCoreModel.Instance.GetTemporal(EdmPrimitiveTypeKind.DateTimeOffset, isNullable: true);
        var primitive = EdmCoreModel.Instance.GetPrimitiveTypeKind(type.Name);
        if (type.Namespace == "System" && primitive != EdmPrimitiveTypeKind.None) return EdmCoreModel.Instance.GetPrimitive(primitive, isNullable: true);
        return type.Namespace == "System" ? null : new EdmComplexTypeReference(Complex(type), isNullable: true);
    }

    private EdmEnumType Enumeration(Type type)
    {
        if (types.TryGetValue(type, out var known)) return (EdmEnumType)known;
        var enumeration = new EdmEnumType(ServiceModel.Namespace, type.Name, isFlags: type.IsDefined(typeof(FlagsAttribute)));
        types.Add(type, enumeration);
        model.AddElement(enumeration);
        // Some SDK enumerations have two names for one value; EDM has one.
        foreach (var value in Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(v => Convert.ToInt64(v, CultureInfo.InvariantCulture)).Distinct())
        {
            enumeration.AddMember(Enum.GetName(type, Enum.ToObject(type, value))!, new EdmEnumMemberValue(value));
        }
        return enumeration;
    }

    private EdmComplexType Complex(Type type)
    {
        if (types.TryGetValue(type, out var known)) return (EdmComplexType)known;
        var complex = new EdmComplexType(ServiceModel.Namespace, type.Name);
        types.Add(type, complex);
        model.AddElement(complex);
        foreach (var property in PropertiesOf(type)) Add(complex, property);
        return complex;
    }
}
