using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>The platform's errors about messages, plug-ins and custom APIs. Names and codes as in "Web service error codes".</summary>
internal static class PipelineErrors
{
    /// <summary>A plug-in refused the operation.</summary>
    public const int IsvAborted = unchecked((int)0x80040265);

    /// <summary>A plug-in threw something else than InvalidPluginExecutionException.</summary>
    public const int IsvUnexpected = unchecked((int)0x80040224);

    /// <summary>A plug-in swallowed the failure of a request inside the transaction.</summary>
    public const int IsvTransactionCount = unchecked((int)0x8009000C);

    /// <summary>More than eight plug-ins called each other (SdkCorrelationTokenDepthTooHigh).</summary>
    public const int InfiniteLoop = unchecked((int)0x80044182);

    /// <summary>A plug-in ran longer than it may (SandboxHostPluginTimeout).</summary>
    public const int PluginTimeout = unchecked((int)0x80044172);

    /// <summary>A request misses something or holds something wrong.</summary>
    public const int InvalidArgument = unchecked((int)0x80040203);

    public static FaultException<OrganizationServiceFault> PluginTimedOut() =>
        Fault(PluginTimeout, "The plug-in execution failed because the operation has timed-out at the Sandbox Host.");

    public static FaultException<OrganizationServiceFault> NoActiveTransaction() => Fault(
        unchecked((int)0x80040251),
        "There is no active transaction. This error is usually caused by custom plug-ins that ignore errors from service calls and continue processing.");

    public static FaultException<OrganizationServiceFault> SwallowedFault(OrganizationServiceFault? swallowed) => Fault(
        IsvTransactionCount,
        "ISV code reduced the open transaction count. Custom plug-ins should not catch exceptions from OrganizationService calls and continue processing.",
        swallowed);

    public static FaultException<OrganizationServiceFault> DepthTooHigh() => Fault(
        InfiniteLoop,
        "This workflow job was canceled because the workflow that started it included an infinite loop. Correct the workflow logic and try again. For information about workflow logic, see Help.");

    public static FaultException<OrganizationServiceFault> AssemblyNotSigned(string assembly) =>
        Fault(unchecked((int)0x8004416C), $"Public assembly must have public key token. Assembly: {assembly}.");

    public static FaultException<OrganizationServiceFault> AssemblyNotLoaded(string assembly, string why, Exception? cause = null) =>
        Fault(unchecked((int)0x8004024E), $"Failed to load assembly {assembly}: {why}", cause: cause);

    public static FaultException<OrganizationServiceFault> NotAPlugin(string type) => Fault(
        unchecked((int)0x8004A200),
        $"The plug-in specified does not implement the required interface Microsoft.Xrm.Sdk.IPlugin or Microsoft.Crm.Sdk.IPlugin. Type: {type}.");

    public static FaultException<OrganizationServiceFault> StepNotAllowed(string message) => Fault(
        unchecked((int)0x80044187),
        $"Custom SdkMessageProcessingStep is not allowed on the specified message and entity. Message: {message}.");

    public static FaultException<OrganizationServiceFault> MissingParameter(string name) =>
        Fault(InvalidArgument, $"Required field '{name}' is missing.");

    public static FaultException<OrganizationServiceFault> UnknownParameter(string message, string name) =>
        Fault(InvalidArgument, $"Unrecognized request parameter: {name} of request {message}.");

    public static FaultException<OrganizationServiceFault> WrongParameterType(string name, string expected, object actual) =>
        Fault(InvalidArgument, $"The request parameter '{name}' is a {actual.GetType().FullName}; expected is {expected}.");

    public static FaultException<OrganizationServiceFault> Invalid(string message) => Fault(InvalidArgument, message);

    /// <summary>Makes the exception every caller of IOrganizationService gets.</summary>
    public static FaultException<OrganizationServiceFault> Fault(
        int code, string message, OrganizationServiceFault? inner = null, Exception? cause = null)
    {
        var fault = new OrganizationServiceFault
        {
            ErrorCode = code,
            Message = message,
            Timestamp = DateTime.UtcNow,
            ActivityId = Guid.NewGuid(),
            ErrorDetails = [],
            InnerFault = inner ?? (cause is null ? null : Describe(cause)),
        };
        return new FaultException<OrganizationServiceFault>(fault, new FaultReason(message));
    }

    /// <summary>An exception as the fault inside a fault.</summary>
    public static OrganizationServiceFault Describe(Exception exception) => exception is FaultException<OrganizationServiceFault> fault
        ? fault.Detail
        : new OrganizationServiceFault
        {
            ErrorCode = exception.HResult,
            Message = $"{exception.GetType().FullName}: {exception.Message}",
            Timestamp = DateTime.UtcNow,
            ErrorDetails = [],
            InnerFault = exception.InnerException is null ? null : Describe(exception.InnerException),
        };
}
