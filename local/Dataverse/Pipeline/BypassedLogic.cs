using System;
using System.Collections.Generic;
using Local.Dataverse.Security;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>
/// Which steps a request asks to leave out, by the optional parameters BypassBusinessLogicExecution, BypassBusinessLogicExecutionStepIds and
/// BypassCustomPluginExecution. Only steps of that very operation are left out; what the platform or a plug-in does because of it runs in full
/// ("Bypass custom Dataverse logic").
/// </summary>
internal static class BypassedLogic
{
    private const string Kinds = "BypassBusinessLogicExecution", StepIds = "BypassBusinessLogicExecutionStepIds", AllSynchronous = "BypassCustomPluginExecution";
    private const string Synchronous = "CustomSync", Asynchronous = "CustomAsync";
    private const string KindsPrivilege = "prvBypassCustomBusinessLogic", AllSynchronousPrivilege = "prvBypassCustomPlugins";

    /// <summary>So many steps may be named unless an organisation allows more.</summary>
    private const int MostStepIds = 3;

    /// <summary>The steps that are left to run; null when none are.</summary>
    public static MessageSteps? Remaining(MessageSteps? steps, ParameterCollection input, CallerAccess? access)
    {
        bool synchronous = false, asynchronous = false;
        ReadKinds(input, access, ref synchronous, ref asynchronous);
        if (input.TryGetValue(AllSynchronous, out var all) && all is not null)
        {
            if (all is not bool bypasses) throw PipelineErrors.WrongParameterType(AllSynchronous, typeof(bool).FullName!, all);
            if (bypasses) access?.Require(AllSynchronousPrivilege);
            synchronous |= bypasses;
        }
        var named = ReadStepIds(input, access);
        if (steps is null || (!synchronous && !asynchronous && named is null)) return steps;
        return Without(steps, synchronous, asynchronous, named ?? []);
    }

    private static void ReadKinds(ParameterCollection input, CallerAccess? access, ref bool synchronous, ref bool asynchronous)
    {
        if (!input.TryGetValue(Kinds, out var value) || value is null) return;
        if (value is not string text) throw PipelineErrors.WrongParameterType(Kinds, typeof(string).FullName!, value);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part == Synchronous) synchronous = true;
            else if (part == Asynchronous) asynchronous = true;
            else throw PipelineErrors.Invalid($"{Kinds} takes {Synchronous}, {Asynchronous} or both with a comma between; '{part}' is neither.");
        }
        access?.Require(KindsPrivilege);
    }

    private static HashSet<Guid>? ReadStepIds(ParameterCollection input, CallerAccess? access)
    {
        if (!input.TryGetValue(StepIds, out var value) || value is null) return null;
        if (value is not string text) throw PipelineErrors.WrongParameterType(StepIds, typeof(string).FullName!, value);
        var ids = new HashSet<Guid>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            ids.Add(Guid.TryParse(part, out var id) ? id : throw PipelineErrors.Invalid($"{StepIds} takes ids with commas between; '{part}' is none."));
        }
        if (ids.Count > MostStepIds) throw PipelineErrors.Invalid($"{StepIds} takes {MostStepIds} ids at most.");
        access?.Require(KindsPrivilege);
        return ids;
    }

    private static MessageSteps? Without(MessageSteps steps, bool synchronous, bool asynchronous, HashSet<Guid> named)
    {
        var left = new MessageSteps
        {
            PreValidation = Left(steps.PreValidation, synchronous, named),
            PreOperation = Left(steps.PreOperation, synchronous, named),
            PostOperation = Left(steps.PostOperation, synchronous, named),
            Asynchronous = Left(steps.Asynchronous, asynchronous, named),
        };
        return left.PreValidation.Length + left.PreOperation.Length + left.PostOperation.Length + left.Asynchronous.Length == 0 ? null : left;
    }

    private static Step[] Left(Step[] steps, bool none, HashSet<Guid> named) => none ? [] : named.Count == 0 ? steps : Array.FindAll(steps, s => !named.Contains(s.Id));
}
