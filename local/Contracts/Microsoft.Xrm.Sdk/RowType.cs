using System;
using Microsoft.Xrm.Sdk.Client;

namespace Microsoft.Xrm.Sdk;

/// <summary>What a row type says about itself, read once: reflection has no place in a loop over rows.</summary>
internal static class RowType<T>
    where T : Entity
{
    /// <summary>The table, or null for a type that names none.</summary>
    public static readonly string LogicalName =
        ((EntityLogicalNameAttribute)Attribute.GetCustomAttribute(typeof(T), typeof(EntityLogicalNameAttribute)))?.LogicalName;
}
