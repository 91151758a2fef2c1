namespace Local.Dataverse.Schema;

/// <summary>The column types of Dataverse that this engine stores. Named as <c>AttributeTypeCode</c> names them where it does.</summary>
public enum ColumnType
{
    /// <summary>Single line of text (nvarchar).</summary>
    String,
    /// <summary>Multiple lines of text (ntext).</summary>
    Memo,
    /// <summary>Whole number, 32 bit.</summary>
    Integer,
    /// <summary>Whole number, 64 bit (versionnumber, timestamps of images).</summary>
    BigInt,
    /// <summary>Decimal number with the column's own precision.</summary>
    Decimal,
    /// <summary>Floating point number.</summary>
    Double,
    /// <summary>Currency amount.</summary>
    Money,
    /// <summary>Yes/no.</summary>
    Boolean,
    /// <summary>Choice.</summary>
    Picklist,
    /// <summary>Choices (multi-select).</summary>
    MultiSelectPicklist,
    /// <summary>State of the row.</summary>
    State,
    /// <summary>Status reason of the row.</summary>
    Status,
    /// <summary>Date, or date and time.</summary>
    DateTime,
    /// <summary>Reference to a row of one or several tables.</summary>
    Lookup,
    /// <summary>Reference to an account or a contact.</summary>
    Customer,
    /// <summary>Reference to the owning user or team.</summary>
    Owner,
    /// <summary>Primary key, or another unique identifier.</summary>
    Uniqueidentifier,
    /// <summary>The parties of an activity: a list of activityparty rows.</summary>
    PartyList,
    /// <summary>Logical name of a table (objecttypecode and its like).</summary>
    EntityName,
    /// <summary>Managed property.</summary>
    ManagedProperty,
    /// <summary>File: its content is uploaded and downloaded in blocks, the column holds its id.</summary>
    File,
    /// <summary>Image: given and read as bytes.</summary>
    Image,
}
