using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>How many of the product's own unit are in one of the line's: a corridor is per piece, a line may sell cartons.</summary>
internal static class LineUnits
{
    /// <summary>Pieces in one of the line's units; 1 when they are the same, or when the line names none. One request when they differ.</summary>
    public static decimal InOne(IOrganizationService asSystem, OfferLine line, OfferFacts facts)
    {
        if (line.UnitId is not { } unit || facts.ProductUnitId is not { } own || facts.UnitGroupId is not { } group || unit == own) return 1m;
        var query = new QueryExpression(UnitRow.Table) { ColumnSet = new ColumnSet(UnitRow.Column.Quantity, UnitRow.Column.BaseUoM) };
        query.Criteria.AddCondition(UnitRow.Column.UoMScheduleId, ConditionOperator.Equal, group);
        var units = asSystem.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<UnitRow>()).ToDictionary(row => row.Id);
        return Base(units, unit) / Base(units, own);
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
