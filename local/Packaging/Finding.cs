using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace Local.Packaging;

/// <summary>How much a <see cref="Finding"/> matters.</summary>
public enum Severity
{
    /// <summary>Worth a look; does not keep the solution from being imported.</summary>
    Note,

    /// <summary>The import would fail, or bring in something broken.</summary>
    Error,
}

/// <summary>One thing that is wrong with a solution, and where.</summary>
/// <param name="Severity">Whether it matters for the import.</param>
/// <param name="Rule">Short stable name of the rule, for example <c>form-column</c>.</param>
/// <param name="File">Path inside the folder or the zip, with forward slashes.</param>
/// <param name="Line">Line in that file, from 1; 0 where a file as a whole is meant.</param>
/// <param name="Message">What is wrong, naming the parts.</param>
public sealed record Finding(Severity Severity, string Rule, string File, int Line, string Message)
{
    /// <summary>An error at an XML node, located by the file it was read from.</summary>
    public static Finding ErrorAt(XObject node, string rule, string message) =>
        new(Severity.Error, rule, SourceFile.Of(node), ((IXmlLineInfo)node).LineNumber, message);

    /// <summary>An error of a file as a whole.</summary>
    public static Finding ErrorIn(string file, string rule, string message) => new(Severity.Error, rule, file, 0, message);

    /// <summary>As compilers write it, so that editors can jump to it: <c>file(line): error rule: message</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}{1}: {2} {3}: {4}", File, Line > 0 ? $"({Line})" : "", Severity == Severity.Error ? "error" : "note", Rule, Message);
}

/// <summary>A solution that cannot be packed or read; carries every reason at once.</summary>
public sealed class SolutionException : Exception
{
    /// <summary>Refuses with all reasons.</summary>
    public SolutionException(IReadOnlyCollection<Finding> findings)
        : base(string.Join(Environment.NewLine, findings.Select(finding => finding.ToString()))) => Findings = findings;

    /// <summary>Every reason.</summary>
    public IReadOnlyCollection<Finding> Findings { get; }
}

/// <summary>Remembers on a document's root which file it came from, also after it was moved into another document.</summary>
internal sealed record SourceFile(string Path)
{
    public static string Of(XObject node)
    {
        for (XObject? at = node; at is not null; at = at.Parent)
        {
            if (at.Annotation<SourceFile>() is { } source) return source.Path;
        }
        return "";
    }
}
