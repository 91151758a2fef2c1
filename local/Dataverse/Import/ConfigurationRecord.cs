using System;
using System.Collections.Generic;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Import;

/// <summary>One record of a data package.</summary>
/// <param name="Row">Id and values as the package has them.</param>
/// <param name="CompareColumns">Columns that find the record where its id is unknown; empty when only the id counts.</param>
/// <param name="WithoutPlugins">The package asks to switch plug-ins of the table off meanwhile.</param>
/// <param name="LookupNames">Names of referenced records, for those that have another id here.</param>
/// <param name="At">Where it stands.</param>
internal sealed record ConfigurationRecord(
    Entity Row, IReadOnlyList<string> CompareColumns, bool WithoutPlugins, IReadOnlyDictionary<string, string> LookupNames, XElement At);

/// <summary>A record tied to others through a many-to-many relationship.</summary>
internal sealed record ConfigurationLink(string Relationship, EntityReference Source, string TargetTable, IReadOnlyList<Guid> Targets, XElement At);
