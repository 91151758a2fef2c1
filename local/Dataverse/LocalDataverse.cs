using System;
using System.IO;
using Local.Dataverse.Columns.Rollups;
using Local.Dataverse.Import;
using Local.Dataverse.Pipeline;
using Local.Dataverse.Schema;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse;

/// <summary>
/// A Dataverse organisation in this process: schema, rows, messages and the plug-in pipeline, in a file or in memory. It takes the solution
/// zip a real environment takes, and runs the plug-in DLL out of it.
/// </summary>
/// <remarks>Requests from several threads wait for each other; each is one transaction.</remarks>
public sealed class LocalDataverse : IDisposable
{
    private readonly Organization organization;

    private LocalDataverse(OpenedOrganization opened)
    {
        organization = opened.Organization;
        AdministratorId = opened.AdministratorId;
        AdministratorService = ServiceFor(AdministratorId);
    }

    /// <summary>Opens the organisation in the file, or sets up a new one where there is none.</summary>
    public static LocalDataverse Open(LocalDataverseOptions options) => new(OrganizationSetup.Open(options));

    internal Organization Organization => organization;

    /// <summary>Tables, columns, choices and relationships as of now.</summary>
    public DataverseSchema Schema => organization.Schema;

    /// <summary>The user with the role System Administrator.</summary>
    public Guid AdministratorId { get; }

    public Guid OrganizationId => organization.Facts.OrganizationId;

    public Guid RootBusinessUnitId => organization.Facts.RootBusinessUnitId;

    public Guid BaseCurrencyId => organization.Facts.BaseCurrencyId;

    /// <summary>The service of the administrator.</summary>
    public IOrganizationService AdministratorService { get; }

    /// <summary>The service of a user: every request runs in his name.</summary>
    public IOrganizationService ServiceFor(Guid userId) => new OrganizationService(request => organization.Execute(request, userId));

    /// <summary>The service of a user who acts for another: requests need each privilege of both, reach the rows the other reaches, and rows say on whose behalf they were written.</summary>
    /// <param name="userId">Whom the requests run as.</param>
    /// <param name="onBehalfBy">Who sends them; he needs the privilege prvActOnBehalfOfAnotherUser.</param>
    public IOrganizationService ServiceFor(Guid userId, Guid onBehalfBy) => new OrganizationService(request => organization.Execute(request, userId, onBehalfBy));

    /// <summary>Opens a request of a user that several calls carry out, such as a batch: it counts once.</summary>
    /// <inheritdoc cref="ServiceProtection.Admit"/>
    internal IncomingRequest Admit(Guid sender) => new(organization, sender);

    /// <summary>What a host of the organisation asks on its own account: everything is open to it, and it counts for nobody.</summary>
    internal IOrganizationService PlatformService => new OrganizationService(request => organization.ExecuteAdmitted(request, organization.SystemUserId, onBehalfBy: null, admission: null));

    /// <summary>Imports a solution zip, managed or unmanaged: all of it or nothing.</summary>
    /// <exception cref="SolutionImportException">The package is refused; nothing has changed.</exception>
    public SolutionImportResult ImportSolution(Stream zip, SolutionImportOptions? options = null) =>
        organization.Exclusively(() => organization.Import(zip, options));

    /// <summary>Loads a zip of the Configuration Migration tool (data_schema.xml, data.xml) as the administrator: all of it or nothing.</summary>
    /// <returns>How many records the package has.</returns>
    /// <exception cref="SolutionImportException">A record is refused, named with file, line and field; nothing has changed.</exception>
    public int ImportConfigurationData(Stream zip) =>
        organization.Exclusively(() => ConfigurationImport.Run(organization, AdministratorId, PackageArchive.Read(zip)));

    /// <summary>The same from a folder that holds the two files.</summary>
    /// <inheritdoc cref="ImportConfigurationData(Stream)"/>
    public int ImportConfigurationData(string folder) =>
        organization.Exclusively(() => ConfigurationImport.Run(organization, AdministratorId, PackageArchive.ReadFolder(folder)));

    /// <summary>Runs queued system jobs, in the order they were queued, until none is due, each as one turn among the requests; then the hourly calculation of rollup columns where it is due.</summary>
    /// <returns>How many ran; a job that failed and will be tried again counts each time, a rollup column once.</returns>
    public int RunAsyncJobs() => organization.Jobs.RunDue() + organization.Exclusively(() => RollupJob.RunDue(organization));

    /// <summary>Tells of every request, at any depth, before it runs. Dispose the result to stop.</summary>
    public IDisposable ObserveRequests(Action<RequestObservation> observer) => organization.Observe(observer);

    public void Dispose() => organization.Dispose();
}
