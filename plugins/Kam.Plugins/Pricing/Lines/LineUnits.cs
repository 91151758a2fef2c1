using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>How many of the product's own unit are in one of the line's: a corridor is per piece, a line may sell cartons.</summary>
internal sealed class LineUnits
{
    private readonly IOrganizationService asSystem;
    private readonly Dictionary<Guid, Dictionary<Guid, UnitRow>> read = [];

    /// <param name="asSystem">Dataverse with all rights.</param>
    public LineUnits(IOrganizationService asSystem) => this.asSystem = asSystem;

    /// <summary>Pieces in one of the line's units; 1 when they are the same, or when the line names none. One request for a unit group where they differ.</summary>
    public decimal InOne(OfferLine line, OfferFacts facts)
    {
        if (line.UnitId is not { } unit || facts.ProductUnitId is not { } own || facts.UnitGroupId is not { } group || unit == own) return 1m;
        if (!read.TryGetValue(group, out var units)) read[group] = units = Group(group);
        return Base(units, unit) / Base(units, own);
    }

    private Dictionary<Guid, UnitRow> Group(Guid group)
    {
        var query = new QueryExpression(UnitRow.Table) { ColumnSet = new ColumnSet(UnitRow.Column.Quantity, UnitRow.Column.BaseUoM) };
        query.Criteria.AddCondition(UnitRow.Column.UoMScheduleId, ConditionOperator.Equal, group);
        return asSystem.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<UnitRow>()).ToDictionary(row => row.Id);
    }

    private static decimal Base(Dictionary<Guid, UnitRow> units, Guid id)
    {
        var quantity = 1m;
        var seen = new HashSet<Guid>();
        while (units.TryGetValue(id, out var unit) && seen.Add(id))
        {
            quantity *= unit.Quantity is > 0m ? unit.Quantity.Value : 1m;
            if (unit.BaseUoM is not { } next) break;
            id = next.Id;
        }
        return quantity;
    }
}
