using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace Local.WebApi.Requests;

/// <summary>The answer to one request; its body is written when it is sent, so that a page is never held twice.</summary>
internal sealed class ApiResponse(int status)
{
    public const string Json = "application/json; odata.metadata=minimal";

    public int Status => status;

    public Dictionary<string, string> Headers { get; } = new(ApiRequest.HeaderNames);

    /// <summary>Writes the body; null for none.</summary>
    public Action<Utf8JsonWriter>? JsonBody { get; init; }

    /// <summary>A body that is not JSON.</summary>
    public byte[]? RawBody { get; init; }

    /// <summary>The row it is about, which later parts of a change set may name by content id.</summary>
    public Microsoft.Xrm.Sdk.EntityReference? Row { get; init; }

    public static ApiResponse NoContent() => new(204);

    public static ApiResponse Of(int status, Action<Utf8JsonWriter> body)
    {
        var response = new ApiResponse(status) { JsonBody = body };
        response.Headers["Content-Type"] = Json;
        return response;
    }

    public static ApiResponse Text(string text, string contentType)
    {
        var response = new ApiResponse(200) { RawBody = Encoding.UTF8.GetBytes(text) };
        response.Headers["Content-Type"] = contentType;
        return response;
    }

    public ApiResponse With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }
}
