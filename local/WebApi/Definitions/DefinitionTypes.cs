using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Local.WebApi.Model;
using Microsoft.OData.Edm;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace Local.WebApi.Definitions;

/// <summary>
/// Adds the types of table, column, relationship and choice definitions to a model: those of the SDK, which the Web API shows under the same names
/// ("Web API metadata entity type reference").
/// </summary>
internal sealed class DefinitionTypes(EdmModel model)
{
    /// <summary>Name of a set of definitions.</summary>
    public const string Tables = "EntityDefinitions", Choices = "GlobalOptionSetDefinitions", Relationships = "RelationshipDefinitions";

    // Entity types; the other classes of definitions are complex types.
    private static readonly Type[] roots =
    [
        typeof(EntityMetadata), typeof(AttributeMetadata), typeof(OptionSetMetadataBase), typeof(RelationshipMetadataBase), typeof(EntityKeyMetadata),
    ];

    // Not data, and settings, which this engine has none of.
    private static readonly string[] left = ["ExtensionData", nameof(EntityMetadata.Settings)];

    private readonly Dictionary<Type, IEdmSchemaType> made = [];

    /// <summary>The type of a yes or no that a managed solution may lock, in definitions and in rows.</summary>
    public IEdmTypeReference ManagedFlag => new EdmComplexTypeReference(Complex(typeof(BooleanManagedProperty)), isNullable: true);

    public void AddTo(EdmEntityContainer container)
    {
        var tables = Entity(typeof(EntityMetadata));
        var choices = Entity(typeof(OptionSetMetadataBase));
        var relationships = Entity(typeof(RelationshipMetadataBase));
        foreach (var type in typeof(MetadataBase).Assembly.GetExportedTypes().Where(t => roots.Any(r => t.IsSubclassOf(r)))) Entity(type);
        // A choice column has both: its own options, and the global choice it uses.
        foreach (var type in typeof(EnumAttributeMetadata).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(EnumAttributeMetadata))))
        {
            Entity(type).AddUnidirectionalNavigation(new EdmNavigationPropertyInfo { Name = DefinitionGraph.GlobalChoice, Target = (EdmEntityType)Entity(typeof(OptionSetMetadata)), TargetMultiplicity = EdmMultiplicity.ZeroOrOne });
        }
        // Lists of options are declared as OptionMetadata and hold these.
        foreach (var type in typeof(OptionMetadata).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(OptionMetadata)))) Complex(type);
        Key(tables, "LogicalName");
        Key(Entity(typeof(AttributeMetadata)), "LogicalName");
        Key(choices, "Name");
        Key(relationships, "SchemaName");
        container.AddEntitySet(Tables, tables);
        container.AddEntitySet(Choices, choices);
        container.AddEntitySet(Relationships, relationships);
    }

    private void Key(EdmEntityType type, string property) =>
        model.AddAlternateKeyAnnotation(type, new Dictionary<string, IEdmProperty> { [property] = type.FindProperty(property) }, useCore: false);

    private EdmEntityType Entity(Type type)
    {
        if (made.TryGetValue(type, out var known)) return (EdmEntityType)known;
        var parent = type == typeof(MetadataBase) ? null : Entity(type.BaseType!);
        var edm = new EdmEntityType(ServiceModel.Namespace, type.Name, parent, type.IsAbstract, isOpen: false);
        made[type] = edm;
        model.AddElement(edm);
        foreach (var property in Declared(type, type))
        {
            var isMany = ElementOf(property.PropertyType) is not null;
            var target = ElementOf(property.PropertyType) ?? property.PropertyType;
            if (IsEntity(target))
            {
                edm.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
                {
                    Name = property.Name,
                    Target = Entity(target),
                    TargetMultiplicity = isMany ? EdmMultiplicity.Many : EdmMultiplicity.ZeroOrOne,
                    ContainsTarget = true,
                });
            }
            else
            {
                edm.AddStructuralProperty(property.Name, Reference(property.PropertyType, isKey: property.Name == nameof(MetadataBase.MetadataId)));
            }
        }
        if (type == typeof(MetadataBase)) edm.AddKeys((IEdmStructuralProperty)edm.FindProperty(nameof(MetadataBase.MetadataId)));
        return edm;
    }

    private EdmComplexType Complex(Type type)
    {
        if (made.TryGetValue(type, out var known)) return (EdmComplexType)known;
        var parent = type.BaseType is { IsAbstract: false } above && above != typeof(object) ? Complex(above) : null;
        var edm = new EdmComplexType(ServiceModel.Namespace, type.Name, parent);
        made[type] = edm;
        model.AddElement(edm);
        foreach (var property in Declared(type, parent is null ? null : type)) edm.AddStructuralProperty(property.Name, Reference(property.PropertyType, isKey: false));
        return edm;
    }

    /// <summary>The properties the Web API shows of a class.</summary>
    /// <param name="type">The class.</param>
    /// <param name="declaredBy">Only what this class adds; null for inherited ones too.</param>
    public static IEnumerable<PropertyInfo> Declared(Type type, Type? declaredBy) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(p => (declaredBy is null || p.DeclaringType == declaredBy) && p.GetIndexParameters().Length == 0 && !left.Contains(p.Name) && p.PropertyType != typeof(object)
            && ElementOf(p.PropertyType)?.IsGenericType != true);

    private IEdmTypeReference Reference(Type type, bool isKey)
    {
        if (ElementOf(type) is { } element) return new EdmCollectionTypeReference(new EdmCollectionType(Reference(element, isKey: false)));
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var core = EdmCoreModel.Instance;
        if (plain == typeof(string)) return core.GetString(isNullable: true);
        if (plain == typeof(bool)) return core.GetBoolean(isNullable: true);
        if (plain == typeof(int)) return core.GetInt32(isNullable: true);
        if (plain == typeof(long)) return core.GetInt64(isNullable: true);
        if (plain == typeof(double)) return core.GetDouble(isNullable: true);
        if (plain == typeof(decimal)) return core.GetDecimal(isNullable: true);
        if (plain == typeof(Guid)) return core.GetGuid(isNullable: !isKey);
        if (plain == typeof(DateTime)) return core.GetTemporal(EdmPrimitiveTypeKind.DateTimeOffset, isNullable: true);
        return plain.IsEnum ? new EdmEnumTypeReference(Choice(plain), isNullable: true) : new EdmComplexTypeReference(Complex(plain), isNullable: true);
    }

    private EdmEnumType Choice(Type type)
    {
        if (made.TryGetValue(type, out var known)) return (EdmEnumType)known;
        var edm = new EdmEnumType(ServiceModel.Namespace, type.Name, isFlags: type.IsDefined(typeof(FlagsAttribute)));
        made[type] = edm;
        // Two names of one value: the first.
        foreach (var (name, value) in Enum.GetNames(type).Select(n => (n, Convert.ToInt64(Enum.Parse(type, n), CultureInfo.InvariantCulture))).DistinctBy(m => m.Item2))
        {
            edm.AddMember(name, new EdmEnumMemberValue(value));
        }
        model.AddElement(edm);
        return edm;
    }

    private static bool IsEntity(Type type) => roots.Any(r => r.IsAssignableFrom(type));

    private static Type? ElementOf(Type type)
    {
        if (type.IsArray) return type.GetElementType();
        if (type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type)) return null;
        return type.GetInterfaces().Append(type).Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)).Select(i => i.GetGenericArguments()[0]).FirstOrDefault();
    }
}
