using System;
using System.Collections.Generic;
using System.Linq;

namespace Local.Dataverse.Import;

/// <summary>One reason why a solution or data package cannot be imported.</summary>
/// <param name="File">File inside the package; null when the package as a whole is meant.</param>
/// <param name="Line">Line in the file, from 1; 0 when unknown.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record ImportError(string? File, int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => File is null ? Message : Line > 0 ? $"{File}({Line}): {Message}" : $"{File}: {Message}";
}

/// <summary>The import was refused; nothing of the package was kept.</summary>
public sealed class SolutionImportException : Exception
{
    /// <summary>The platform's own code of the first reason, e.g. 0x8004801D for missing dependencies.</summary>
    public int ErrorCode { get; }

    /// <summary>Every reason that was found, not only the first.</summary>
    public IReadOnlyList<ImportError> Errors { get; }

    internal SolutionImportException(ImportFailure failure, IReadOnlyList<ImportError> errors, Exception? inner = null)
        : base($"{failure.Message}\n{string.Join('\n', errors.Select(e => e.ToString()))}", inner)
    {
        ErrorCode = failure.Code;
        Errors = errors;
    }

    internal SolutionImportException(ImportFailure failure, string? file, int line, string message, Exception? inner = null)
        : this(failure, [new ImportError(file, line, message)], inner)
    {
    }
}
