using System;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>One request on its way: what came in, what goes out, and on whose behalf.</summary>
internal sealed class MessageExecution
{
    private UnitOfWork? unit;
    private RequestContext? platformContext;

    public required Organization Organization { get; init; }
    public required RequestRun Run { get; init; }
    public required Caller Caller { get; init; }
    public required string MessageName { get; init; }
    /// <summary>Parameters of the request; plug-ins before the main operation may change them.</summary>
    public required ParameterCollection Input { get; init; }
    /// <summary>Results of the response.</summary>
    public ParameterCollection Output { get; } = [];
    /// <summary>The caller with his rights: what the request itself reads and writes.</summary>
    public required RequestContext Context { get; init; }

    /// <summary>The caller with every right: what the platform reads and writes on its own account to carry the request out.</summary>
    public RequestContext PlatformContext => platformContext ??= Context.Unrestricted();
    public Guid? RequestId { get; init; }

    /// <summary>What the sender wants steps to find among their shared variables under <c>tag</c>.</summary>
    public object? Tag { get; init; }

    /// <summary>Whether the request is part of a transaction that somebody else ends.</summary>
    public bool IsInOuterTransaction { get; init; }

    /// <summary>Whether the transaction has begun: before that, what plug-ins do stands for itself.</summary>
    public bool IsInTransaction => unit is not null;

    /// <summary>The transaction; the first use begins it.</summary>
    public UnitOfWork Unit => unit ??= new UnitOfWork(Organization, Run);

    public UnitOfWork? OpenUnit => unit;

    public void Join(UnitOfWork outer) => unit = outer;

    /// <summary>A parameter that must be there and of its type.</summary>
    public T Required<T>(string name)
    {
        if (!Input.TryGetValue(name, out object? value) || value is null) throw PipelineErrors.MissingParameter(name);
        return value is T typed ? typed : throw PipelineErrors.WrongParameterType(name, typeof(T).FullName!, value);
    }

    /// <summary>A parameter that may be missing.</summary>
    public T? Optional<T>(string name)
    {
        if (!Input.TryGetValue(name, out object? value) || value is null) return default;
        return value is T typed ? typed : throw PipelineErrors.WrongParameterType(name, typeof(T).FullName!, value);
    }

    /// <summary>The steps of a message on a table, without those the request asks to leave out; null when none are to run.</summary>
    public MessageSteps? Steps(string message, string? table) => BypassedLogic.Remaining(Organization.Components.Steps(message, table), Input, Context.Access);

    /// <summary>Sends a request the platform itself makes as part of this one: same transaction, same depth.</summary>
    /// <param name="message">Name of the message.</param>
    /// <param name="input">Its parameters.</param>
    /// <param name="parentContext">What its steps see as parent; null for the caller's.</param>
    /// <param name="context">With whose rights, and whether columns are written that no request may set; null for those of this request.</param>
    public ParameterCollection Send(string message, ParameterCollection input, IPluginExecutionContext? parentContext, RequestContext? context = null) =>
        Organization.ExecuteInside(this, message, input, parentContext, context ?? Context);

    /// <summary>The caller with his rights, who may set what no request may; see <see cref="RequestContext.ByPlatform"/>.</summary>
    public RequestContext PrivilegedContext => Context with { ByPlatform = true };

    /// <summary>Creates a row as part of this request, with all steps of Create.</summary>
    public Guid SendCreate(Entity row, PipelineFrame frame, bool byPlatform = false) =>
        (Guid)Send("Create", new ParameterCollection { ["Target"] = row }, frame.AsContext(), byPlatform ? PrivilegedContext : null)["id"]!;

    /// <summary>Updates a row as part of this request, with all steps of Update.</summary>
    public void SendUpdate(Entity row, PipelineFrame frame, bool byPlatform = false) =>
        Send("Update", new ParameterCollection { ["Target"] = row }, frame.AsContext(), byPlatform ? PrivilegedContext : null);
}
