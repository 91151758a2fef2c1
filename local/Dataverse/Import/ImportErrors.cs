using System.Collections.Generic;
using System.Xml;
using System.Xml.Linq;

namespace Local.Dataverse.Import;

/// <summary>Collects everything that is wrong, so that whoever built the package sees all of it at once.</summary>
internal sealed class ImportErrors
{
    private readonly List<ImportError> errors = [];
    private ImportFailure? first;

    public void Add(ImportFailure failure, XObject? at, string message)
    {
        first ??= failure;
        errors.Add(new ImportError(at is null || at.BaseUri.Length == 0 ? null : at.BaseUri, at is IXmlLineInfo line && line.HasLineInfo() ? line.LineNumber : 0, message));
    }

    public void Add(XObject? at, string message) => Add(ImportFailure.InvalidXml, at, message);

    public void ThrowIfAny()
    {
        if (first is not null) throw new SolutionImportException(first, errors);
    }
}
