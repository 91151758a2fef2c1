using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.ServiceModel;
using Local.WebApi.Hosting;
using Local.WebApi.Requests;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Local.WebApi.Batches;

/// <summary>
/// Runs the parts of a batch in their order. A change set is one transaction; the first failure ends the batch, unless odata.continue-on-error is
/// preferred ("Execute batch operations using the Web API").
/// </summary>
internal sealed class BatchRun(ApiSession session, ApiRequest batch)
{
    // What the batch says holds for its parts, unless they say otherwise themselves.
    private static readonly string[] inherited =
    [
        "MSCRMCallerID", "CallerObjectId", "MSCRM.BypassCustomPluginExecution", "MSCRM.BypassBusinessLogicExecution", "MSCRM.BypassBusinessLogicExecutionStepIds",
        "MSCRM.SuppressDuplicateDetection", "MSCRM.SolutionUniqueName",
    ];

    /// <summary>Runs all parts.</summary>
    /// <returns>The answers as multipart/mixed; its status is that of the failure that ended it, else 200.</returns>
    public ApiResponse Run(IReadOnlyList<BatchPart> parts)
    {
        var goOn = Preferences.Of(batch.Header("Prefer")).ContinueOnError;
        var boundary = "batchresponse_" + Guid.NewGuid().ToString("D");
        var status = 200;
        using var body = new MemoryStream();
        foreach (var part in parts)
        {
            HttpText.Write(body, $"--{boundary}\r\n");
            var failure = part.IsChangeSet ? ChangeSet(body, part) : Single(body, part);
            HttpText.Write(body, "\r\n");
            if (failure == 0 || goOn) continue;
            status = failure;
            break;
        }
        HttpText.Write(body, $"--{boundary}--\r\n");
        return new ApiResponse(status) { RawBody = body.ToArray() }.With("Content-Type", $"multipart/mixed; boundary={boundary}");
    }

    // Returns the status of a failure, or 0.
    private int Single(MemoryStream body, BatchPart part)
    {
        var (request, contentId) = part.Requests[0];
        var response = session.Answer(Inherit(request));
        HttpText.Write(body, response, contentId);
        return response.Status >= 400 ? response.Status : 0;
    }

    private int ChangeSet(MemoryStream body, BatchPart part)
    {
        var boundary = "changesetresponse_" + Guid.NewGuid().ToString("D");
        HttpText.Write(body, $"Content-Type: multipart/mixed; boundary={boundary}\r\n\r\n");
        var answers = Answers(part, out var failure);
        foreach (var (response, contentId) in answers)
        {
            HttpText.Write(body, $"--{boundary}\r\n");
            HttpText.Write(body, response, contentId);
            HttpText.Write(body, "\r\n");
        }
        HttpText.Write(body, $"--{boundary}--\r\n");
        return failure;
    }

    private List<(ApiResponse Response, string? ContentId)> Answers(BatchPart part, out int failure)
    {
        failure = 0;
        var at = 0;
        var prepared = new List<PreparedWrite>();
        var requests = part.Requests.Select(r => (Request: Inherit(r.Request), r.ContentId)).ToList();
        try
        {
            var contentIds = new Dictionary<string, EntityReference>(StringComparer.Ordinal);
            for (; at < requests.Count; at++)
            {
                var (request, contentId) = requests[at];
                var write = RequestHandler.Prepare(session.ScopeOf(request, Preferences.Of(request.Header("Prefer")), contentIds));
                prepared.Add(write);
                if (contentId is not null && write.Row is { } row) contentIds[contentId] = row;
            }
            return prepared.Count == 0 ? [] : Committed(requests, prepared, out at);
        }
        catch (Exception refused) when (refused is not OutOfMemoryException)
        {
            if (refused is FaultException<OrganizationServiceFault> { Detail: ExecuteTransactionFault fault }) at = PartOf(prepared, fault.FaultedRequestIndex);
            at = Math.Min(at, requests.Count - 1);
            var answer = ErrorAnswers.Of(refused, Preferences.Of(requests[at].Request.Header("Prefer") ?? batch.Header("Prefer")));
            failure = answer.Status;
            return [(answer, requests[at].ContentId)];
        }
    }

    private List<(ApiResponse, string?)> Committed(List<(ApiRequest Request, string? ContentId)> requests, List<PreparedWrite> prepared, out int at)
    {
        at = 0;
        var all = new OrganizationRequestCollection();
        foreach (var write in prepared) all.AddRange(write.Requests);
        // Who a change set runs as is one for all of it.
        var service = session.ServiceFor(requests[0].Request);
        var responses = ((ExecuteTransactionResponse)service.Execute(new ExecuteTransactionRequest { Requests = all, ReturnResponses = true })).Responses;
        var answers = new List<(ApiResponse, string?)>();
        var taken = 0;
        for (; at < prepared.Count; at++)
        {
            var own = responses.Skip(taken).Take(prepared[at].Requests.Count).ToList();
            taken += own.Count;
            answers.Add((prepared[at].Answer(own), requests[at].ContentId));
        }
        return answers;
    }

    private static int PartOf(List<PreparedWrite> prepared, int request)
    {
        for (var i = 0; i < prepared.Count; i++)
        {
            request -= prepared[i].Requests.Count;
            if (request < 0) return i;
        }
        return prepared.Count - 1;
    }

    private ApiRequest Inherit(ApiRequest request)
    {
        var missing = inherited.Where(h => batch.Header(h) is not null && request.Header(h) is null).ToList();
        if (missing.Count == 0) return request;
        var headers = new Dictionary<string, string>(request.Headers, ApiRequest.HeaderNames);
        foreach (var header in missing) headers[header] = batch.Header(header)!;
        return request with { Headers = headers };
    }
}
