using System;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>Units of measure, each a number of another down to the base unit of its group.</summary>
internal sealed class Units(MessageExecution execution)
{
    /// <summary>A group has few units; more steps than this are a circle.</summary>
    private const int DeepestChain = 32;

    /// <summary>How many base units of its group one unit is: a pallet of 40 boxes of 12 is 480.</summary>
    public decimal BaseUnitsIn(Guid unit)
    {
        var factor = 1m;
        for (var step = 0; step < DeepestChain; step++)
        {
            var row = execution.Unit.Retrieve(execution.PlatformContext, new EntityReference("uom", unit), new ColumnSet("quantity", "baseuom"));
            var quantity = row.GetAttributeValue<decimal>("quantity");
            if (quantity > 0m) factor *= quantity;
            if (row.GetAttributeValue<EntityReference>("baseuom") is not { } next || next.Id == unit) return factor;
            unit = next.Id;
        }
        throw SalesErrors.InvalidState.Fault();
    }
}
