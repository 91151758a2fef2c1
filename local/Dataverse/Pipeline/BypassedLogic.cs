using System;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>
/// Which steps a request asks to leave out, by its optional parameter BypassBusinessLogicExecution. Only steps of that very operation are left out;
/// what the platform or a plug-in does because of it runs in full ("Bypass custom Dataverse logic").
/// </summary>
internal static class BypassedLogic
{
    private const string Parameter = "BypassBusinessLogicExecution", Synchronous = "CustomSync", Asynchronous = "CustomAsync";

    /// <summary>Optional parameters of the same kind that are not imitated.</summary>
    private static readonly string[] Unsupported = ["BypassBusinessLogicExecutionStepIds", "BypassCustomPluginExecution"];

    /// <summary>The steps that are left to run; null when none are.</summary>
    public static MessageSteps? Remaining(MessageSteps? steps, ParameterCollection input)
    {
        foreach (var name in Unsupported)
        {
            if (input.ContainsKey(name)) throw PlatformErrors.NotSupportedHere($"optional parameter {name}");
        }
        if (!input.TryGetValue(Parameter, out var value) || value is null) return steps;
        if (value is not string text) throw PipelineErrors.WrongParameterType(Parameter, typeof(string).FullName!, value);

        bool synchronous = false, asynchronous = false;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part == Synchronous) synchronous = true;
            else if (part == Asynchronous) asynchronous = true;
            else throw PipelineErrors.Invalid($"{Parameter} takes {Synchronous}, {Asynchronous} or both with a comma between; '{part}' is neither.");
        }
        return steps is null || (synchronous && asynchronous) ? null : Without(steps, synchronous, asynchronous);
    }

    private static MessageSteps? Without(MessageSteps steps, bool synchronous, bool asynchronous)
    {
        var left = new MessageSteps
        {
            PreValidation = synchronous ? [] : steps.PreValidation,
            PreOperation = synchronous ? [] : steps.PreOperation,
            PostOperation = synchronous ? [] : steps.PostOperation,
            Asynchronous = asynchronous ? [] : steps.Asynchronous,
        };
        return left.PreValidation.Length + left.PreOperation.Length + left.PostOperation.Length + left.Asynchronous.Length == 0 ? null : left;
    }
}
