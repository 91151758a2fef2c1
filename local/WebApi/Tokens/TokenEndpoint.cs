using System;
using System.Linq;
using System.Text.Json;
using Local.Dataverse;
using Local.WebApi.Hosting;
using Local.WebApi.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Xrm.Sdk.Query;

namespace Local.WebApi.Tokens;

/// <summary>
/// Where tokens come from: <c>POST /token</c> exchanges the one-time token for the administrator's, <c>POST /token/users</c> gives an administrator
/// one for another user.
/// </summary>
internal sealed class TokenEndpoint(LocalDataverse dataverse, TokenIssuer tokens, WebApiOptions options)
{
    // InvalidAuthTicket and ExpiredAuthTicket of "Web service error codes".
    private const uint Invalid = 0x8004A100, Expired = 0x8004A101, AccessDenied = 0x80048306;

    private const string Exchange = "/token", ForUsers = "/token/users";

    public static bool Takes(PathString path) => path == Exchange || path == ForUsers;

    /// <summary>Who sends a request; null with the answer to send where that cannot be told.</summary>
    public Guid? Caller(HttpContext context, out ApiResponse? refusal)
    {
        const string Scheme = "Bearer ";
        var header = context.Request.Headers.Authorization.ToString();
        refusal = null;
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            refusal = ErrorAnswers.Of(401, Invalid, "The request is not authenticated: it needs the header 'Authorization: Bearer …'.");
            return null;
        }
        if (tokens.Check(header[Scheme.Length..].Trim(), out var why) is { } user) return user;
        refusal = why == TokenRefusal.Expired
            ? ErrorAnswers.Of(401, Expired, "The ticket specified for authentication is expired")
            : ErrorAnswers.Of(401, Invalid, "The ticket specified for authentication didn't pass validation");
        return null;
    }

    public ApiResponse Answer(HttpContext context, byte[] body)
    {
        if (context.Request.Method != "POST") throw new WrongMethodException($"The requested resource does not support http method '{context.Request.Method}'.");
        var isExchange = context.Request.Path == Exchange;
        var asked = Member(body, isExchange ? "one_time_token" : "user");
        if (isExchange)
        {
            return tokens.TryExchange(asked)
                ? Token(dataverse.AdministratorId)
                : ErrorAnswers.Of(401, Invalid, "The one-time token is wrong, expired or was used before. Restart the server for a new one.");
        }
        if (Caller(context, out var refusal) is not { } caller) return refusal!;
        if (!ApiSession.IsAdministrator(dataverse, caller)) return ErrorAnswers.Of(403, AccessDenied, "Only an administrator gets tokens for other users.");
        return Find(asked) is { } user
            ? Token(user)
            : ErrorAnswers.Of(404, 0x80040217, $"There is no user '{asked}'.");
    }

    private static string Member(byte[] body, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String) return value.GetString()!;
        }
        catch (JsonException unreadable)
        {
            throw ODataFaults.Payload(string.Empty, $"Invalid JSON. {unreadable.Message}");
        }
        throw ODataFaults.Payload(string.Empty, $"A property with name '{name}' is needed, whose value is a string.");
    }

    private Guid? Find(string user)
    {
        var query = new QueryExpression("systemuser") { ColumnSet = new ColumnSet(false), TopCount = 1 };
        if (Guid.TryParse(user, out var id)) query.Criteria.AddCondition("systemuserid", ConditionOperator.Equal, id);
        else query.Criteria.AddCondition("domainname", ConditionOperator.Equal, user);
        return dataverse.PlatformService.RetrieveMultiple(query).Entities.FirstOrDefault()?.Id;
    }

    private ApiResponse Token(Guid user) => ApiResponse.Of(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("token_type", "Bearer");
        writer.WriteNumber("expires_in", (long)options.TokenLifetime.TotalSeconds);
        writer.WriteString("access_token", tokens.Issue(user));
        writer.WriteEndObject();
    });
}
