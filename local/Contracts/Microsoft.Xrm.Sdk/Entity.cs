using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>One row of a table: its id, and the columns somebody put into it or asked for.</summary>
/// <remarks>The id lives beside the columns: setting <see cref="Id"/> does not add the primary key column, nor the other way round.</remarks>
[DataContract(Name = "Entity", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public class Entity : IExtensibleDataObject
{
    public Entity()
    {
    }

    public Entity(string entityName) => LogicalName = entityName;

    public Entity(string entityName, Guid id)
    {
        LogicalName = entityName;
        Id = id;
    }

    public Entity(string entityName, string keyName, object keyValue)
    {
        LogicalName = entityName;
        KeyAttributes.Add(keyName, keyValue);
    }

    public Entity(string entityName, KeyAttributeCollection keyAttributes)
    {
        LogicalName = entityName;
        KeyAttributes = keyAttributes;
    }

    [DataMember]
    public AttributeCollection Attributes
    {
        get => field ??= [];
        set;
    }

    [DataMember]
    public EntityState? EntityState { get; set; }

    [DataMember]
    public FormattedValueCollection FormattedValues
    {
        get => field ??= [];
        set;
    }

    [DataMember]
    public virtual Guid Id { get; set; }

    /// <summary>The alternate key that names the row where its id is not known.</summary>
    [DataMember]
    public KeyAttributeCollection KeyAttributes
    {
        get => field ??= [];
        set;
    }

    [DataMember]
    public string LogicalName { get; set; }

    [DataMember]
    public RelatedEntityCollection RelatedEntities
    {
        get => field ??= [];
        set;
    }

    [DataMember]
    public string RowVersion { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }

    public bool HasLazyFileAttribute { get; set; }

    public string LazyFileAttributeKey { get; set; }

    public Lazy<object> LazyFileAttributeValue { get; set; }

    public string LazyFileSizeAttributeKey { get; set; }

    public int LazyFileSizeAttributeValue { get; set; }

    /// <exception cref="KeyNotFoundException">The column is not present.</exception>
    public object this[string attributeName]
    {
        get => Attributes[attributeName];
        set => Attributes[attributeName] = value;
    }

    public bool Contains(string attributeName) => Attributes.Contains(attributeName);

    /// <summary>The column's value, or the type's default where it is absent or null.</summary>
    /// <exception cref="InvalidCastException">The value is of another type.</exception>
    public virtual T GetAttributeValue<T>(string attributeLogicalName)
    {
        Require(attributeLogicalName, nameof(attributeLogicalName));
        return Attributes.TryGetValue(attributeLogicalName, out var value) && value is not null ? (T)value : default;
    }

    /// <summary>True when the column is present with a value of that type; null of a type that allows it counts.</summary>
    public bool TryGetAttributeValue<T>(string attributeKey, out T result)
    {
        if (Attributes.TryGetValue(attributeKey, out var value))
        {
            if (value is T typed)
            {
                result = typed;
                return true;
            }

            result = default;
            return value is null && default(T) is null;
        }

        result = default;
        return false;
    }

    /// <summary>The same row as <typeparamref name="T"/>. Columns, formatted values, keys and related rows are shared with this one, not copied.</summary>
    /// <exception cref="NotSupportedException">This row has no logical name, or <typeparamref name="T"/> is the row type of another table or of none.</exception>
    public T ToEntity<T>()
        where T : Entity
    {
        if (typeof(T) == typeof(Entity))
        {
            var untyped = new Entity();
            ShareWith(untyped);
            return (T)untyped;
        }

        if (string.IsNullOrWhiteSpace(LogicalName))
        {
            throw new NotSupportedException("LogicalName must be set before calling ToEntity()");
        }

        var logicalName = RowType<T>.LogicalName;
        if (string.IsNullOrWhiteSpace(logicalName))
        {
            throw new NotSupportedException("Cannot convert to type that is does not have EntityLogicalNameAttribute");
        }

        if (LogicalName != logicalName)
        {
            throw new NotSupportedException($"Cannot convert entity {LogicalName} to {logicalName}");
        }

        var row = Activator.CreateInstance<T>();
        ShareWith(row);
        return row;
    }

    public EntityReference ToEntityReference()
    {
        var reference = new EntityReference(LogicalName, Id) { RowVersion = RowVersion };
        if (KeyAttributes.Count > 0) reference.KeyAttributes = KeyAttributes;
        return reference;
    }

    protected virtual string GetFormattedAttributeValue(string attributeLogicalName)
    {
        Require(attributeLogicalName, nameof(attributeLogicalName));
        return FormattedValues.TryGetValue(attributeLogicalName, out var text) ? text : null;
    }

    protected virtual void SetAttributeValue(string attributeLogicalName, object value)
    {
        Require(attributeLogicalName, nameof(attributeLogicalName));
        Attributes[attributeLogicalName] = value;
    }

    protected virtual IEnumerable<TEntity> GetRelatedEntities<TEntity>(string relationshipSchemaName, EntityRole? primaryEntityRole)
        where TEntity : Entity
    {
        var relationship = RelationshipOf(relationshipSchemaName, primaryEntityRole);
        return RelatedEntities.TryGetValue(relationship, out var related) ? related.Entities.Cast<TEntity>() : null;
    }

    protected virtual void SetRelatedEntities<TEntity>(string relationshipSchemaName, EntityRole? primaryEntityRole, IEnumerable<TEntity> entities)
        where TEntity : Entity
    {
        var relationship = RelationshipOf(relationshipSchemaName, primaryEntityRole);
        var rows = entities?.Cast<Entity>().ToList();
        if (rows is null || rows.Count == 0) RelatedEntities.Remove(relationship);
        else RelatedEntities[relationship] = new EntityCollection(rows) { EntityName = rows[0].LogicalName };
    }

    protected virtual TEntity GetRelatedEntity<TEntity>(string relationshipSchemaName, EntityRole? primaryEntityRole)
        where TEntity : Entity
    {
        var relationship = RelationshipOf(relationshipSchemaName, primaryEntityRole);
        return RelatedEntities.TryGetValue(relationship, out var related) ? (TEntity)related.Entities.FirstOrDefault() : null;
    }

    protected virtual void SetRelatedEntity<TEntity>(string relationshipSchemaName, EntityRole? primaryEntityRole, TEntity entity)
        where TEntity : Entity
    {
        var relationship = RelationshipOf(relationshipSchemaName, primaryEntityRole);
        if (entity is null) RelatedEntities.Remove(relationship);
        else RelatedEntities[relationship] = new EntityCollection([entity]) { EntityName = entity.LogicalName };
    }

    private void ShareWith(Entity target)
    {
        // A typed row writes its id into its own columns; they give way to the shared ones right after.
        target.Id = Id;
        target.LogicalName = LogicalName;
        target.EntityState = EntityState;
        target.RowVersion = RowVersion;
        target.Attributes = Attributes;
        target.FormattedValues = FormattedValues;
        target.KeyAttributes = KeyAttributes;
        target.RelatedEntities = RelatedEntities;
        target.ExtensionData = ExtensionData;
        target.HasLazyFileAttribute = HasLazyFileAttribute;
        target.LazyFileAttributeKey = LazyFileAttributeKey;
        target.LazyFileAttributeValue = LazyFileAttributeValue;
        target.LazyFileSizeAttributeKey = LazyFileSizeAttributeKey;
        target.LazyFileSizeAttributeValue = LazyFileSizeAttributeValue;
    }

    private static Relationship RelationshipOf(string schemaName, EntityRole? role)
    {
        Require(schemaName, "relationshipSchemaName");
        return new Relationship(schemaName) { PrimaryEntityRole = role };
    }

    private static void Require(string name, string parameter)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new ArgumentNullException(parameter);
    }
}
