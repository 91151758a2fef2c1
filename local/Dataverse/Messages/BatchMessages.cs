using System.ServiceModel;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Local.Dataverse.Messages;

/// <summary>ExecuteMultiple, where every request stands for itself, and ExecuteTransaction, where they stand and fall together.</summary>
internal static class BatchMessages
{
    private const int MostRequests = 1000;

    public static void AddTo(MessageCatalog catalog)
    {
        catalog.Add("ExecuteMultiple", ExecuteMultiple, static () => new ExecuteMultipleResponse());
        catalog.Add("ExecuteTransaction", ExecuteTransaction, static () => new ExecuteTransactionResponse());
    }

    private static void ExecuteMultiple(MessageExecution execution)
    {
        if (execution.Caller.Batch is not null) throw Nested("ExecuteMultiple", execution.Caller.Batch);
        var requests = Requests(execution);
        var settings = execution.Required<ExecuteMultipleSettings>("Settings");
        var caller = Inside(execution.Caller, "ExecuteMultiple");
        var items = new ExecuteMultipleResponseItemCollection();
        var isFaulted = false;
        for (var i = 0; i < requests.Count; i++)
        {
            try
            {
                var response = Send(execution, requests[i], caller);
                if (settings.ReturnResponses) items.Add(new ExecuteMultipleResponseItem { RequestIndex = i, Response = response });
            }
            catch (FaultException<OrganizationServiceFault> fault)
            {
                isFaulted = true;
                items.Add(new ExecuteMultipleResponseItem { RequestIndex = i, Fault = fault.Detail });
                if (!settings.ContinueOnError) break;
            }
        }
        execution.Output["Responses"] = items;
        execution.Output["IsFaulted"] = isFaulted;
    }

    private static void ExecuteTransaction(MessageExecution execution)
    {
        if (execution.Caller.Batch == "ExecuteTransaction") throw Nested("ExecuteTransaction", execution.Caller.Batch);
        var requests = Requests(execution);
        var caller = Inside(execution.Caller, "ExecuteTransaction");
        var responses = new OrganizationResponseCollection();
        for (var i = 0; i < requests.Count; i++)
        {
            try
            {
                var response = execution.Organization.ExecuteInTransaction(requests[i], caller, execution.Run, execution.Unit);
                if (execution.Optional<bool?>("ReturnResponses") == true) responses.Add(response);
            }
            catch (FaultException<OrganizationServiceFault> fault)
            {
                throw At(i, fault.Detail);
            }
        }
        execution.Output["Responses"] = responses;
    }

    // Alone when nothing is open; inside a plug-in's transaction a failure ends that transaction, whatever the settings say.
    private static OrganizationResponse Send(MessageExecution execution, OrganizationRequest request, Caller caller) => execution.OpenUnit is { } unit
        ? execution.Organization.ExecuteInTransaction(request, caller, execution.Run, unit)
        : execution.Organization.ExecuteAlone(request, caller, execution.Run);

    private static OrganizationRequestCollection Requests(MessageExecution execution)
    {
        var requests = execution.Required<OrganizationRequestCollection>("Requests");
        if (requests.Count > MostRequests)
        {
            // The wording and the detail are documented ("Handle batch size errors"); the published list of codes does not have the fault.
            var fault = PipelineErrors.Invalid($"{execution.MessageName} Request batch size exceeds the maximum batch size allowed!");
            fault.Detail.ErrorDetails["MaxBatchSize"] = MostRequests;
            throw fault;
        }
        return requests;
    }

    private static Caller Inside(Caller caller, string batch) => new()
    {
        UserId = caller.UserId,
        OnBehalfBy = caller.OnBehalfBy,
        Depth = caller.Depth,
        ParentContext = caller.ParentContext,
        PluginType = caller.PluginType,
        Batch = batch,
    };

    private static FaultException<OrganizationServiceFault> Nested(string message, string batch) =>
        PipelineErrors.Invalid($"{message} request cannot be part of an {batch} request.");

    private static FaultException<OrganizationServiceFault> At(int index, OrganizationServiceFault fault)
    {
        var detail = new ExecuteTransactionFault
        {
            FaultedRequestIndex = index,
            ErrorCode = fault.ErrorCode,
            Message = fault.Message,
            ErrorDetails = fault.ErrorDetails,
            TraceText = fault.TraceText,
            InnerFault = fault.InnerFault,
            ActivityId = fault.ActivityId,
            Timestamp = fault.Timestamp,
        };
        return new FaultException<OrganizationServiceFault>(detail, new FaultReason(fault.Message ?? string.Empty));
    }
}
