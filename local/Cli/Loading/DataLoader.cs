using System;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;

namespace Local.Cli.Loading;

/// <summary>
/// Brings a folder of CSV files into the CRM through a mapping. Streams; a row or a whole document is loaded or rejected with a reason, nothing is half there;
/// ids follow from the source keys, so an interrupted load goes on where it stopped when it is started again.
/// </summary>
public static class DataLoader
{
    /// <param name="service">A user who may create rows of the mapped tables.</param>
    /// <param name="schema">The organisation's tables.</param>
    /// <param name="currencyId">The currency of the amounts in the files.</param>
    /// <param name="folder">Where the files are.</param>
    /// <param name="mapping">How they become rows.</param>
    /// <param name="progress">Told how far each step is.</param>
    /// <exception cref="LoadException">Folder, mapping or files do not fit together; nothing of the failing batch is stored.</exception>
    public static LoadReport Load(IOrganizationService service, DataverseSchema schema, Guid currencyId, string folder, Mapping mapping, IProgress<LoadProgress> progress)
    {
        var session = new LoadSession(service, schema, currencyId, folder, mapping, progress);
        for (var i = 0; i < mapping.Tables.Count; i++) new TableStep(session, mapping.Tables[i], $"tables[{i}]").Load();
        for (var i = 0; i < mapping.Documents.Count; i++) new DocumentStep(session, mapping.Documents[i], $"documents[{i}]").Load();
        return session.Report;
    }
}
