using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Import;

/// <summary>What an import needs of an organisation: rows, written by the platform itself and without any plug-in.</summary>
internal interface IComponentRows
{
    /// <summary>The root business unit, to which roles belong.</summary>
    Guid RootBusinessUnitId { get; }

    bool Exists(string table, Guid id);

    /// <summary>All rows in which the column has the value, with all columns.</summary>
    IEnumerable<Entity> Where(string table, string column, object value);

    /// <summary>Creates the row, or writes the given columns of the one that is there. Read-only columns may be written.</summary>
    void Save(Entity row);

    void Delete(string table, Guid id);
}
