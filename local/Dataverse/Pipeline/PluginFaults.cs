using System;
using System.Globalization;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>What the caller gets when a plug-in throws.</summary>
internal static class PluginFaults
{
    /// <summary>The fault for an exception that came out of a plug-in.</summary>
    public static FaultException<OrganizationServiceFault> From(
        Exception exception, string pluginType, PluginContext? context, string? trace)
    {
        // A refusal further down, the loop guard and the time limit pass through every plug-in above as they are.
        if (exception is FaultException<OrganizationServiceFault> fault && PassesThrough(fault.Detail.ErrorCode)) return fault;

        var made = exception is InvalidPluginExecutionException refusal
            ? Refused(refusal)
            : PipelineErrors.Fault(
                PipelineErrors.IsvUnexpected,
                $"An unexpected error occurred from ISV code. (ErrorType = ClientError) Unexpected exception from plug-in (Execute): {pluginType}: {exception.GetType()}: {exception.Message}",
                PipelineErrors.Describe(exception));
        made.Detail.TraceText = trace;
        var details = made.Detail.ErrorDetails;
        details["ApiExceptionSourceKey"] = "Plugin/" + pluginType;
        if (context is not null)
        {
            details["ApiDepthKey"] = context.Depth.ToString(CultureInfo.InvariantCulture);
            if (context.Step is { } step) details["ApiStepKey"] = step.Id.ToString();
        }
        return made;
    }

    private static FaultException<OrganizationServiceFault> Refused(InvalidPluginExecutionException refusal)
    {
        var code = CodeFor(refusal.HttpStatus);
        var message = string.IsNullOrEmpty(refusal.Message) ? "ISV code aborted the operation." : refusal.Message;
        var fault = PipelineErrors.Fault(code, message, refusal.InnerException is null ? null : PipelineErrors.Describe(refusal.InnerException));
        var details = fault.Detail.ErrorDetails;
        details["OperationStatus"] = ((int)refusal.Status).ToString(CultureInfo.InvariantCulture);
        if (refusal.ErrorCode != 0) details["SubErrorCode"] = refusal.ErrorCode.ToString(CultureInfo.InvariantCulture);
        if (refusal.HttpStatus != PluginHttpStatusCode.NotSet)
        {
            details["ApiExceptionHttpStatusCode"] = ((int)refusal.HttpStatus).ToString(CultureInfo.InvariantCulture);
        }
        foreach (var detail in refusal.ExceptionDetails ?? EmptyDetails) details[detail.Key] = detail.Value;
        return fault;
    }

    private static readonly System.Collections.Generic.Dictionary<string, string> EmptyDetails = [];

    private static bool PassesThrough(int code) => code is PipelineErrors.InfiniteLoop or PipelineErrors.PluginTimeout
        or PipelineErrors.IsvTransactionCount or PipelineErrors.IsvAborted
        || (code >= CodeFor(PluginHttpStatusCode.NotFound) && code <= CodeFor(PluginHttpStatusCode.RequestEntityTooLarge));

    private static int CodeFor(PluginHttpStatusCode status) => unchecked((int)(status switch
    {
        PluginHttpStatusCode.NotFound => 0x80048D02,
        PluginHttpStatusCode.ServiceUnavailable => 0x80048D03,
        PluginHttpStatusCode.TooManyRequests => 0x80048D04,
        PluginHttpStatusCode.Unauthorized => 0x80048D05,
        PluginHttpStatusCode.Forbidden => 0x80048D06,
        PluginHttpStatusCode.RequestTimeout => 0x80048D07,
        PluginHttpStatusCode.Conflict => 0x80048D08,
        PluginHttpStatusCode.PreconditionFailed => 0x80048D09,
        PluginHttpStatusCode.InternalServerError => 0x80048D0A,
        PluginHttpStatusCode.BadRequest => 0x80048D0B,
        PluginHttpStatusCode.MethodNotAllowed => 0x80048D0C,
        PluginHttpStatusCode.Gone => 0x80048D0D,
        PluginHttpStatusCode.FailedDependency => 0x80048D0E,
        PluginHttpStatusCode.BadGateway => 0x80048D0F,
        PluginHttpStatusCode.GatewayTimeout => 0x80048D10,
        PluginHttpStatusCode.RequestEntityTooLarge => 0x80048D11,
        _ => 0x80040265u,
    }));
}
