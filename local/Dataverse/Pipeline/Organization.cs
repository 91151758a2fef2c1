using System;
using System.IO;
using System.ServiceModel;
using Local.Dataverse.Columns;
using Local.Dataverse.Import;
using Local.Dataverse.Messages;
using Local.Dataverse.Messages.Metadata;
using Local.Dataverse.Pipeline.Jobs;
using Local.Dataverse.Schema;
using Local.Dataverse.Security;
using Local.Dataverse.Storage;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>
/// One organisation at work. A request from outside waits for the one before, runs in one transaction, and takes everything it caused back
/// when anything of it fails.
/// </summary>
internal sealed class Organization : IDisposable
{
    public const string UniqueName = "local";

    /// <summary>Plug-ins calling each other deeper than this are taken for a loop.</summary>
    private const int DeepestCall = 8;

    private readonly object gate = new();
    private readonly object watch = new();

    // The organisation whose observer runs on this thread: the request it watches has the gate, on whichever thread.
    [ThreadStatic]
    private static Organization? observed;

    private readonly MessageCatalog messages = StandardMessages.Catalog();
    private readonly ServiceProtection? protection;
    private Action<RequestObservation>[] observers = [];

    public Organization(
        Store store, CoreOperations core, OrganizationFacts facts, Guid systemUserId, DataverseSchema schema, LocalDataverseOptions options)
    {
        Store = store;
        Core = core;
        Facts = facts;
        SystemUserId = systemUserId;
        Schema = schema;
        Options = options;
        if (options.ServiceProtection is { } limits) protection = new ServiceProtection(limits, options.Clock);
        Components = new ComponentRegistry(this);
        Settings = new Settings(this);
        Security = new OrganizationSecurity(this);
        Guard = new RowGuard(this);
        Plugins = new PluginRunner(this);
        Jobs = new JobQueue(this);
        RowLabels = new RowLabels(this);
        DefinitionVersions = new DefinitionVersions(store);
    }

    public Store Store { get; }
    public CoreOperations Core { get; }
    public OrganizationFacts Facts { get; }
    public LocalDataverseOptions Options { get; }
    public ComponentRegistry Components { get; }
    public Settings Settings { get; }
    public OrganizationSecurity Security { get; }
    public RowGuard Guard { get; }
    public PluginRunner Plugins { get; }
    public JobQueue Jobs { get; }
    public RowLabels RowLabels { get; }
    public DefinitionVersions DefinitionVersions { get; }

    /// <summary>The user SYSTEM, who may do everything and whom plug-ins ask for with a null user id.</summary>
    public Guid SystemUserId { get; }

    /// <summary>Tables and relationships as of now; an import replaces it.</summary>
    public DataverseSchema Schema { get; private set; }

    public DateTime UtcNow => Options.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Runs something that is no request while no request runs.</summary>
    public T Exclusively<T>(Func<T> action)
    {
        if (observed == this) return action();
        lock (gate) return action();
    }

    /// <summary>Imports a solution in a transaction of its own. Whoever calls sees to it that no request runs.</summary>
    public SolutionImportResult Import(Stream zip, SolutionImportOptions? options)
    {
        try
        {
            return StoredImport.Run(Store, Core, Facts, PlatformContext(), zip, options);
        }
        finally
        {
            Renew();
        }
    }

    /// <summary>Changes definitions in a transaction of its own. Whoever calls sees to it that no request runs.</summary>
    public void ChangeSchema(Action<SchemaDraft> change)
    {
        try
        {
            StoredImport.Change(Store, Facts, change);
        }
        finally
        {
            Renew();
        }
    }

    // Refused or not: nothing that was prepared from the rows may survive.
    private void Renew()
    {
        Schema = Store.Schema;
        Components.Refresh();
        Settings.Forget();
        Security.Forget();
        RowLabels.Forget();
    }

    /// <summary>A request from outside.</summary>
    /// <param name="request">The request.</param>
    /// <param name="userId">Whom it runs as.</param>
    /// <param name="onBehalfBy">Who sends it, when he acts for that user; null when nobody does.</param>
    public OrganizationResponse Execute(OrganizationRequest request, Guid userId, Guid? onBehalfBy = null)
    {
        using var admission = observed == this ? null : Admit(onBehalfBy ?? userId);
        return ExecuteAdmitted(request, userId, onBehalfBy, admission);
    }

    /// <summary>Lets a request from outside in; null without limits. To be disposed when it has been answered.</summary>
    /// <inheritdoc cref="ServiceProtection.Admit"/>
    public ServiceProtection.Admission? Admit(Guid sender) => protection?.Admit(sender);

    /// <summary>A request, or one of several, that carries out what was let in; without an admission nobody counts it.</summary>
    public OrganizationResponse ExecuteAdmitted(OrganizationRequest request, Guid userId, Guid? onBehalfBy, ServiceProtection.Admission? admission)
    {
        var caller = new Caller { UserId = userId, OnBehalfBy = onBehalfBy };
        if (observed == this) return ExecuteAs(request, caller);
        lock (gate) return admission is null ? ExecuteAs(request, caller) : admission.Run(() => ExecuteAs(request, caller));
    }

    private OrganizationResponse ExecuteAs(OrganizationRequest request, Caller caller)
    {
        if (caller.OnBehalfBy is { } sender && Security.Of(sender) is { } access && !access.Has("prvActOnBehalfOfAnotherUser")) throw SecurityErrors.CannotActOnBehalf();
        return ExecuteAlone(request, caller, new RequestRun());
    }

    /// <summary>A request in a transaction of its own.</summary>
    public OrganizationResponse ExecuteAlone(OrganizationRequest request, Caller caller, RequestRun run)
    {
        var execution = Begin(request.RequestName, Copies.Parameters(request.Parameters), request.RequestId, caller, run);
        try
        {
            var response = Handle(execution);
            execution.OpenUnit?.Commit();
            return response;
        }
        catch (Exception exception) when (exception is not FaultException<OrganizationServiceFault>)
        {
            throw Unexpected(exception);
        }
        finally
        {
            execution.OpenUnit?.Dispose();
            if (caller.Depth == 1) TraceLog.Write(this, run);
        }
    }

    /// <summary>A request a plug-in sends: part of the transaction when the plug-in is inside one.</summary>
    public OrganizationResponse ExecuteFromPlugin(OrganizationRequest request, Caller caller, MessageExecution parent)
    {
        lock (parent.Run.Sync) parent.Run.ThrowIfAbandoned();
        if (parent.OpenUnit is not { } unit)
        {
            if (caller.Depth > DeepestCall) throw PipelineErrors.DepthTooHigh();
            return ExecuteAlone(request, caller, parent.Run);
        }
        if (unit.IsDoomed) throw PipelineErrors.NoActiveTransaction();
        return ExecuteInTransaction(request, caller, parent.Run, unit);
    }

    /// <summary>A request as part of a transaction: its failure dooms the transaction, whoever catches it.</summary>
    public OrganizationResponse ExecuteInTransaction(OrganizationRequest request, Caller caller, RequestRun run, UnitOfWork unit)
    {
        try
        {
            if (caller.Depth > DeepestCall) throw PipelineErrors.DepthTooHigh();
            var execution = Begin(request.RequestName, Copies.Parameters(request.Parameters), request.RequestId, caller, run);
            execution.Join(unit);
            return Handle(execution);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            unit.Doom(fault.Detail);
            throw;
        }
        catch (Exception exception)
        {
            var fault = Unexpected(exception);
            unit.Doom(fault.Detail);
            throw fault;
        }
    }

    /// <summary>A request the platform makes as part of another one: same transaction, same depth.</summary>
    public ParameterCollection ExecuteInside(
        MessageExecution outer, string message, ParameterCollection input, IPluginExecutionContext? parentContext, RequestContext context)
    {
        var caller = parentContext is null ? outer.Caller : new Caller
        {
            UserId = outer.Caller.UserId,
            OnBehalfBy = outer.Caller.OnBehalfBy,
            Depth = outer.Caller.Depth,
            PluginType = outer.Caller.PluginType,
            ParentContext = parentContext,
        };
        var execution = new MessageExecution
        {
            Organization = this,
            Run = outer.Run,
            Caller = caller,
            MessageName = message,
            Input = input,
            Context = context,
            RequestId = outer.RequestId,
        };
        execution.Join(outer.Unit);
        messages.Find(message)!.Handle(execution);
        return execution.Output;
    }

    public IDisposable Observe(Action<RequestObservation> observer)
    {
        lock (watch) observers = [.. observers, observer];
        return new Observation(this, observer);
    }

    /// <summary>For what the engine reads and writes on its own account.</summary>
    public RequestContext PlatformContext() => new()
    {
        UserId = SystemUserId,
        InitiatingUserId = SystemUserId,
        UtcNow = UtcNow,
        Schema = Schema,
        LanguageCode = Facts.BaseLanguage,
        ByPlatform = true,
    };

    public RequestContext NewContext(Guid userId, Guid? onBehalfBy = null) => new()
    {
        UserId = userId,
        InitiatingUserId = onBehalfBy ?? userId,
        UtcNow = UtcNow,
        Schema = Schema,
        LanguageCode = Settings.LanguageOf(userId),
        LocaleId = Settings.LocaleOf(userId),
        Calendar = Settings.CalendarOf(userId),
        Access = Security.Of(userId, onBehalfBy),
    };

    public void Dispose()
    {
        lock (gate)
        {
            Plugins.Dispose();
            Store.Dispose();
        }
    }

    private MessageExecution Begin(string name, ParameterCollection input, Guid? requestId, Caller caller, RequestRun run) => new()
    {
        Organization = this,
        Run = run,
        Caller = caller,
        MessageName = name ?? throw PipelineErrors.MissingParameter("RequestName"),
        Tag = OptionalParameters.TakeTag(input),
        Input = input,
        Context = NewContext(caller.UserId, caller.OnBehalfBy),
        RequestId = requestId,
    };

    private OrganizationResponse Handle(MessageExecution execution)
    {
        if (observers.Length > 0) Report(execution);
        var message = messages.Find(execution.MessageName) ?? CustomApiMessage(execution);
        message.Handle(execution);
        var response = message.NewResponse();
        response.ResponseName = execution.MessageName;
        response.Results = execution.Output;
        return response;
    }

    private Message CustomApiMessage(MessageExecution execution) =>
        Components.CustomApi(execution.MessageName)?.Message
        ?? throw PlatformErrors.NotSupportedHere($"message {execution.MessageName}");

    private void Report(MessageExecution execution)
    {
        var observation = new RequestObservation(
            execution.MessageName, Targets.TableOf(execution.Input), execution.Caller.Depth, execution.Caller.PluginType);
        var before = observed;
        observed = this;
        try
        {
            foreach (var observer in observers) observer(observation);
        }
        finally
        {
            observed = before;
        }
    }

    private static FaultException<OrganizationServiceFault> Unexpected(Exception exception) =>
        exception as FaultException<OrganizationServiceFault>
        ?? (exception is SolutionImportException refused ? PipelineErrors.Fault(refused.ErrorCode, refused.Message) : null)
        ?? PipelineErrors.Fault(unchecked((int)0x80040216), $"{exception.GetType()}: {exception.Message}", cause: exception);

    private sealed class Observation(Organization organization, Action<RequestObservation> observer) : IDisposable
    {
        public void Dispose()
        {
            lock (organization.watch) organization.observers = Array.FindAll(organization.observers, o => o != observer);
        }
    }
}
