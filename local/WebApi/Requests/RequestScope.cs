using System;
using System.Collections.Generic;
using System.Text.Json;
using Local.Dataverse.Schema;
using Local.WebApi.Json;
using Local.WebApi.Model;
using Local.WebApi.Queries;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi.Requests;

/// <summary>What answering a request needs besides the request: the model, the caller's service, the address of the service.</summary>
internal sealed class RequestScope
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, CommentHandling = JsonCommentHandling.Disallow, AllowTrailingCommas = false };

    public required ServiceModel Model { get; init; }

    /// <summary>The service of the caller, or of whom he impersonates.</summary>
    public required IOrganizationService Service { get; init; }

    /// <summary>Service root with a slash at its end.</summary>
    public required string Root { get; init; }

    public required ApiRequest Request { get; init; }

    public required Preferences Preferences { get; init; }

    /// <summary>Rows that earlier parts of a change set wrote, by content id.</summary>
    public IReadOnlyDictionary<string, EntityReference> ContentIds { get; init; } = new Dictionary<string, EntityReference>();

    public ReferenceUrl References => new(Model, Root, ContentIds);

    public BodyReader Bodies => new(Model, References);

    public RowWriter Rows => new(Model, Root, Preferences);

    public RowsPlan Plan(string relativeUrl) => new QueryTranslator(Model).Translate(relativeUrl, Preferences.ForQueries, Service);

    /// <summary>Where a row is read.</summary>
    public string PathOf(EntityReference row) => $"{Model.Schema.Tables[row.LogicalName].EntitySetName}({row.Id:D})";

    /// <summary>The body as JSON.</summary>
    /// <param name="table">Table the body is for; named in the refusal.</param>
    public JsonElement Body(Table? table)
    {
        var set = table?.EntitySetName ?? string.Empty;
        if (Request.Body.Length == 0) throw ODataFaults.Payload(set, "A request body is needed.");
        if (Request.Header("Content-Type") is { } type && !type.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            throw ODataFaults.Payload(set, $"A supported MIME type could not be found that matches the content type of the request: '{type}'. The body must be application/json.");
        }
        try
        {
            using var document = JsonDocument.Parse(Request.Body, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException unreadable)
        {
            throw ODataFaults.Payload(set, $"Invalid JSON. {unreadable.Message}");
        }
    }

    /// <summary>Passes on what headers say about how a request is to run ("Use optional parameters").</summary>
    public OrganizationRequest WithOptions(OrganizationRequest request)
    {
        if (IsTrue("MSCRM.BypassCustomPluginExecution")) request["BypassCustomPluginExecution"] = true;
        if (Request.Header("MSCRM.BypassBusinessLogicExecution") is { Length: > 0 } logic) request["BypassBusinessLogicExecution"] = logic;
        if (Request.Header("MSCRM.BypassBusinessLogicExecutionStepIds") is { Length: > 0 } steps) request["BypassBusinessLogicExecutionStepIds"] = steps;
        if (Request.Header("MSCRM.SuppressDuplicateDetection") is { Length: > 0 } && request.RequestName is "Create" or "Update" or "Upsert")
        {
            request["SuppressDuplicateDetection"] = IsTrue("MSCRM.SuppressDuplicateDetection");
        }
        if (TagOf(Request.Query) is { } tag) request["tag"] = tag;
        return request;
    }

    private bool IsTrue(string header) => bool.TryParse(Request.Header(header), out var value) && value;

    private static string? TagOf(string query)
    {
        foreach (var option in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (option.StartsWith("tag=", StringComparison.Ordinal)) return Uri.UnescapeDataString(option[4..].Replace('+', ' '));
        }
        return null;
    }
}
