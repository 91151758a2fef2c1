using System;
using System.Collections.Generic;
using System.Globalization;
using System.ServiceModel;
using Local.WebApi.Requests;
using Microsoft.OData;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi.Hosting;

/// <summary>How faults look on the wire: status, code, message and the annotations asked for ("Compose HTTP requests and handle errors").</summary>
internal static class ErrorAnswers
{
    private const string Annotation = "Microsoft.PowerApps.CDS.";

    private static readonly Dictionary<uint, int> statuses = new()
    {
        // 401: tickets.
        [0x8004A100] = 401,
        [0x8004A101] = 401,
        [0x8004A102] = 401,
        [0x8004A103] = 401,
        // 403: PrivilegeDenied, AccessDenied, CannotActOnBehalfOfAnotherUser, column security, UserIsDisabled.
        [0x80040220] = 403,
        [0x80042f09] = 403,
        [0x80048306] = 403,
        [0x8004A110] = 403,
        [0x8004F508] = 403,
        [0x8004F50B] = 403,
        [0x8004F509] = 403,
        [0x8004F50A] = 403,
        [0x80040225] = 403,
        // 404: ObjectDoesNotExist, RecordNotFoundByEntityKey, segments.
        [0x80040217] = 404,
        [0x80060891] = 404,
        [ODataFaults.ResourceNotFound] = 404,
        // 405: CannotDeleteDueToAssociation.
        [0x80040227] = 405,
        // 412: ConcurrencyVersionMismatch, DuplicateRecord, DuplicateRecordEntityKey.
        [0x80060882] = 412,
        [0x80040237] = 412,
        [0x80060892] = 412,
        // 429: service protection.
        [0x80072322] = 429,
        [0x80072321] = 429,
        [0x80072326] = 429,
        // 501: what this engine has not.
        [0x80044180] = 501,
    };

    /// <summary>The answer to a failure of a request.</summary>
    public static ApiResponse Of(Exception failure, Preferences preferences) => failure switch
    {
        FaultException<OrganizationServiceFault> fault => Of(StatusOf(fault.Detail), fault.Detail, preferences),
        ODataException odata => Of(400, Plain(ODataFaults.InvalidQuery, odata.Message), preferences),
        WrongMethodException method => Of(405, Plain(ODataFaults.InvalidQuery, method.Message), preferences),
        // A URL or a header that cannot be read.
        FormatException or UriFormatException => Of(400, Plain(ODataFaults.InvalidQuery, failure.Message), preferences),
        // Strings of JSON are checked when they are read: half a surrogate pair is no text.
        InvalidOperationException when failure.Source?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true => Of(ODataFaults.Payload(string.Empty, $"Invalid JSON. {failure.Message}"), preferences),
        _ => Of(500, Plain(0x80040216, "An unexpected error occurred."), preferences),
    };

    /// <summary>An answer with a code of the platform.</summary>
    public static ApiResponse Of(int status, uint code, string message, Preferences? preferences = null) => Of(status, Plain(code, message), preferences ?? Preferences.Of(null));

    public static int StatusOf(OrganizationServiceFault fault)
    {
        if (statuses.TryGetValue(unchecked((uint)fault.ErrorCode), out var status)) return status;
        // A plug-in may choose the status itself (PluginHttpStatusCode).
        if (Detail(fault, "HttpStatusCode") is { } chosen && int.TryParse(Convert.ToString(chosen, CultureInfo.InvariantCulture), out status) && status is >= 400 and < 600) return status;
        return unchecked((uint)fault.ErrorCode) is 0x80040216 or 0x80040224 or 0x80044172 ? 500 : 400;
    }

    private static OrganizationServiceFault Plain(uint code, string message) => new() { ErrorCode = unchecked((int)code), Message = message };

    private static ApiResponse Of(int status, OrganizationServiceFault fault, Preferences preferences)
    {
        var response = ApiResponse.Of(status, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("error");
            writer.WriteString("code", $"0x{fault.ErrorCode:x8}");
            writer.WriteString("message", fault.Message);
            foreach (var (name, value) in Annotations(fault))
            {
                if (value is not null && preferences.Wants(Annotation + name)) writer.WriteString("@" + Annotation + name, value);
            }
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
        if (status == 401) response.With("WWW-Authenticate", "Bearer");
        if (Detail(fault, "Retry-After") is TimeSpan wait) response.With("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        return response;
    }

    private static IEnumerable<(string Name, string? Value)> Annotations(OrganizationServiceFault fault)
    {
        foreach (var detail in fault.ErrorDetails ?? [])
        {
            if (detail.Key is "OperationStatus" or "SubErrorCode") yield return ("ErrorDetails." + detail.Key, Convert.ToString(detail.Value, CultureInfo.InvariantCulture));
        }
        yield return ("HelpLink", $"http://go.microsoft.com/fwlink/?LinkID=398563&error=Microsoft.Crm.CrmException%3a{fault.ErrorCode:x8}&client=platform");
        yield return ("TraceText", fault.TraceText);
        yield return ("InnerError.Message", (fault.InnerFault ?? fault).Message);
    }

    private static object? Detail(OrganizationServiceFault fault, string name) => fault.ErrorDetails is { } details && details.TryGetValue(name, out var value) ? value : null;
}
