using System;
using System.IO;
using System.ServiceModel;
using Local.Cli.Loading;
using Local.Dataverse.Import;
using Microsoft.Xrm.Sdk;

namespace Local.Cli.Commands;

/// <summary>A command that cannot go on: the message says what to do and is shown as it is.</summary>
public sealed class CommandException(string message) : Exception(message);

/// <summary>How a command ends: 0 done, 1 refused with a sentence.</summary>
internal static class Failure
{
    /// <summary>Runs a command; expected failures become one sentence on the error stream.</summary>
    public static int Shown(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (Exception error) when (Sentence(error) is { } sentence)
        {
            Console.Error.WriteLine(sentence);
            return 1;
        }
    }

    private static string? Sentence(Exception error) => error switch
    {
        CommandException or LoadException => error.Message,
        FaultException<OrganizationServiceFault> fault => $"Dataverse refused (0x{fault.Detail.ErrorCode:X8}): {fault.Detail.Message}{Causes(fault.Detail.InnerFault)}",
        // Files that are not there, are in use, may not be read or are something else; a solution or data package that cannot be imported.
        IOException or InvalidDataException or UnauthorizedAccessException or SolutionImportException => error.Message,
        _ => null,
    };

    // What a plug-in did not expect is of use to its author only as a whole.
    private static string Causes(OrganizationServiceFault? inner) => inner is null ? "" : $"{Environment.NewLine}  because: {inner.Message}{Causes(inner.InnerFault)}";
}
