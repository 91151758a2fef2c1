using System.Collections.Generic;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Local.Dataverse.Sales;

/// <summary>A discount list (discounttype with its discounts): what comes off each unit when that many are bought.</summary>
internal sealed class DiscountList
{
    private const int Active = 0;
    private readonly List<Entity> steps;
    private readonly bool isAmount;

    private DiscountList(bool isActive, bool isAmount, List<Entity> steps)
    {
        IsActive = isActive;
        this.isAmount = isAmount;
        this.steps = steps;
    }

    public bool IsActive { get; }

    public static DiscountList Read(MessageExecution execution, EntityReference type)
    {
        var row = execution.Unit.Retrieve(execution.PlatformContext, type, new ColumnSet("isamounttype", "statecode"));
        var query = new QueryExpression("discount") { ColumnSet = new ColumnSet("lowquantity", "highquantity", "amount", "percentage") };
        query.Criteria.AddCondition("discounttypeid", ConditionOperator.Equal, type.Id);
        query.AddOrder("lowquantity", OrderType.Ascending);
        return new DiscountList(
            row.GetAttributeValue<OptionSetValue>("statecode")?.Value == Active,
            row.GetAttributeValue<bool>("isamounttype"),
            [.. execution.Unit.RetrieveMultiple(execution.PlatformContext, query).Entities]);
    }

    /// <summary>The discount on each unit; both bounds of a step belong to it.</summary>
    public decimal PerUnit(decimal quantity, decimal price)
    {
        foreach (var step in steps)
        {
            if (quantity < step.GetAttributeValue<decimal>("lowquantity") || quantity > step.GetAttributeValue<decimal>("highquantity")) continue;
            return isAmount ? SalesCalculation.Amount(step, "amount") : price * step.GetAttributeValue<decimal>("percentage") / 100m;
        }
        return 0m;
    }
}
