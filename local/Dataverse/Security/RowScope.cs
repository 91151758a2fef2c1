namespace Local.Dataverse.Security;

/// <summary>What decides who may touch a row of a table.</summary>
internal enum RowScope
{
    /// <summary>Everybody may read; only the platform and administrators write.</summary>
    Free,
    /// <summary>Whoever has the privilege may touch every row.</summary>
    Organization,
    /// <summary>The owning user or team, and the owner's business unit.</summary>
    Owner,
    /// <summary>The business unit in the row.</summary>
    BusinessUnit,
    /// <summary>The row it is part of: a line of an order follows its order.</summary>
    Parent,
    /// <summary>A pair of an N:N relationship: both rows of it.</summary>
    Pair,
}
