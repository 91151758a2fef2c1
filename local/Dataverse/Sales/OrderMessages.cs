using System;
using Local.Dataverse.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Sales;

/// <summary>CancelSalesOrder and FulfillSalesOrder: the order gets its state, an order close activity tells of it.</summary>
internal static class OrderMessages
{
    private const int Canceled = 2, Fulfilled = 3;
    private const int DefaultStatus = -1;
    private const int ActivityCompleted = 1, ActivityCompletedStatus = 2;

    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("CancelSalesOrder", static e => Close(e, Canceled), static () => new CancelSalesOrderResponse());
        catalog.Add("FulfillSalesOrder", static e => Close(e, Fulfilled), static () => new FulfillSalesOrderResponse());
    }

    private static void Close(MessageExecution execution, int state)
    {
        var close = execution.Required<Entity>("OrderClose");
        if (close.GetAttributeValue<EntityReference>("salesorderid") is not { } order) throw PipelineErrors.MissingParameter("OrderClose.salesorderid");
        order.Id = Targets.Resolve(execution, order);
        StagedPipeline.Run(execution, "salesorder", order.Id, frame =>
        {
            var change = new Entity("salesorder", order.Id) { ["statecode"] = new OptionSetValue(state) };
            if (execution.Required<OptionSetValue>("Status") is { Value: not DefaultStatus } status) change["statuscode"] = status;
            var parent = frame.AsContext();
            execution.Send("Update", new ParameterCollection { ["Target"] = change }, parent);

            close["regardingobjectid"] = order;
            var created = (Guid)execution.Send("Create", new ParameterCollection { ["Target"] = close }, parent)["id"]!;
            var completed = new Entity(close.LogicalName, created)
            {
                ["statecode"] = new OptionSetValue(ActivityCompleted),
                ["statuscode"] = new OptionSetValue(ActivityCompletedStatus),
            };
            execution.Unit.Update(execution.Context, completed);
        });
    }
}
