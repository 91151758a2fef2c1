using System.Collections.Frozen;
using Local.Dataverse.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Local.Dataverse.Messages;

/// <summary>ExecuteAsync: a request that a system job carries out later, in the name of whoever sends it.</summary>
/// <remarks>"ImportSolutionRequest, DeleteAndPromoteRequest, and MergeRequest are the only request classes that can be used" ("Use ExecuteAsync to
/// execute messages asynchronously"). How the platform words the refusal of another one is not published.</remarks>
internal static class AsyncMessages
{
    private static readonly FrozenSet<string> Possible = FrozenSet.ToFrozenSet(["ImportSolution", "Merge"]);

    public static void AddTo(MessageCatalog catalog) => catalog.Add("ExecuteAsync", ExecuteAsync, static () => new ExecuteAsyncResponse());

    private static void ExecuteAsync(MessageExecution execution)
    {
        var request = execution.Required<OrganizationRequest>("Request");
        if (request.RequestName == "DeleteAndPromote") throw PlatformErrors.NotSupportedHere("message DeleteAndPromote");
        if (!Possible.Contains(request.RequestName)) throw PipelineErrors.Invalid($"Request {request.RequestName} cannot be executed asynchronously.");
        execution.Output["AsyncJobId"] = execution.Organization.Jobs.Enqueue(execution, request);
    }
}
