using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Local.Dataverse;
using Local.WebApi.Batches;
using Local.WebApi.Requests;
using Local.WebApi.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Local.WebApi.Hosting;

/// <summary>Takes requests off the wire: limits, tokens, the service root, and answers back onto it.</summary>
internal sealed partial class WebApiEndpoint(LocalDataverse dataverse, ModelCache models, TokenIssuer tokens, WebApiOptions options)
{
    private readonly TokenEndpoint tokenEndpoint = new(dataverse, tokens, options);
    private readonly SiteAccess access = new(dataverse, tokens, options);

    public async Task Handle(HttpContext context)
    {
        ApiResponse response;
        try
        {
            if (IsAllowed(context.Request.Host.Host) && await IsOfSite(context)) return;
            response = await Answer(context);
        }
        catch (BadHttpRequestException unreadable)
        {
            response = ErrorAnswers.Of(unreadable.StatusCode, ODataFaults.InvalidQuery, unreadable.Message);
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or OperationCanceledException))
        {
            response = ErrorAnswers.Of(failure, Preferences.Of(context.Request.Headers["Prefer"]));
        }
        try
        {
            await Send(context, response);
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or OperationCanceledException) && !context.Response.HasStarted)
        {
            context.Response.Clear();
            await Send(context, ErrorAnswers.Of(failure, Preferences.Of(context.Request.Headers["Prefer"])));
        }
    }

    private async Task<ApiResponse> Answer(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (target.Length > options.LongestUrl) return ErrorAnswers.Of(414, ODataFaults.InvalidQuery, $"The URL is longer than {options.LongestUrl} characters.");
        if (!IsAllowed(context.Request.Host.Host)) return ErrorAnswers.Of(400, ODataFaults.InvalidQuery, "This server answers on the loopback address only.");
        if (TokenEndpoint.Takes(context.Request.Path)) return tokenEndpoint.Answer(context, await Body(context));

        var service = ServiceRoot().Match(target);
        if (!service.Success) return ErrorAnswers.Of(404, ODataFaults.ResourceNotFound, "The Web API is at /api/data/v9.2/.");
        if (tokenEndpoint.Caller(context, out var refusal) is not { } caller) return refusal!;
        var root = $"{context.Request.Scheme}://{context.Request.Host}{service.Groups["root"].Value}/";
        var request = new ApiRequest(context.Request.Method, service.Groups["rest"].Value, Headers(context.Request), await Body(context));
        // Whatever it takes to answer it, it is one request: a batch, a file in blocks, a row that is read back.
        using var incoming = dataverse.Admit(caller);
        var session = new ApiSession(dataverse, models.Current, incoming, caller, root);
        if (request.Path != "$batch" && request.Path != "%24batch") return session.Answer(request);
        if (request.Method != "POST") throw new WrongMethodException($"The requested resource does not support http method '{request.Method}'.");
        var parts = await new BatchParts(root, options.MostRequestsInBatch).Read(request.Header("Content-Type"), request.Body, context.RequestAborted);
        return new BatchRun(session, request).Run(parts);
    }

    private async Task<byte[]> Body(HttpContext context)
    {
        if (context.Request.ContentLength > options.LongestBody) throw TooLarge();
        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
        {
            if (buffer.Length + read > options.LongestBody) throw TooLarge();
            buffer.Write(chunk, 0, read);
        }
        return buffer.ToArray();
    }

    private BadHttpRequestException TooLarge() => new($"The body of the request is longer than {options.LongestBody} bytes.", StatusCodes.Status413PayloadTooLarge);

    private static Dictionary<string, string> Headers(HttpRequest request)
    {
        var headers = new Dictionary<string, string>(ApiRequest.HeaderNames);
        foreach (var header in request.Headers) headers[header.Key] = string.Join(',', header.Value.ToArray());
        return headers;
    }

    private static async Task Send(HttpContext context, ApiResponse response)
    {
        var http = context.Response;
        http.StatusCode = response.Status;
        var id = Guid.NewGuid().ToString("D");
        http.Headers["OData-Version"] = "4.0";
        http.Headers["REQ_ID"] = id;
        http.Headers["x-ms-service-request-id"] = id;
        http.Headers.CacheControl = "no-cache";
        if (context.Request.Headers["x-ms-client-request-id"] is [{ } client]) http.Headers["x-ms-client-request-id"] = client;
        foreach (var header in response.Headers) http.Headers[header.Key] = header.Value;
        if (response.RawBody is { } raw)
        {
            http.ContentLength = raw.Length;
            await http.Body.WriteAsync(raw);
        }
        else if (response.JsonBody is { } write)
        {
            // Pages are written as they go, so that a slow reader holds the writer up and memory stays flat.
            context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
            await using var writer = new Utf8JsonWriter(http.Body, JsonOutput.Options);
            write(writer);
        }
    }

    private async Task<bool> IsOfSite(HttpContext context)
    {
        foreach (var site in options.Sites)
        {
            if (await site.TryAnswer(context, access)) return true;
        }
        return false;
    }

    private bool IsAllowed(string host) => !options.LoopbackOnly || host is "localhost" or "127.0.0.1" or "[::1]";

    [GeneratedRegex(@"^(?<root>/api/data/v9\.[0-9])(/(?<rest>.*))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex ServiceRoot();
}
