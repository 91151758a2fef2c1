using System;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>What a plug-in is told about the request that woke it. One object per run of a step.</summary>
internal sealed class PluginContext : IPluginExecutionContext7
{
    /// <summary>Sandbox: the only isolation there is online.</summary>
    private const int Sandbox = 2;

    private static readonly EntityImageCollection[] NoImages = [];
    private readonly PipelineFrame frame;
    private readonly Step? step;

    public PluginContext(PipelineFrame frame, int stage, Step? step)
    {
        this.frame = frame;
        this.step = step;
        Stage = stage;
        IsInTransaction = frame.Execution.IsInTransaction;
    }

    /// <summary>The step this context was made for; null for the context of a pipeline itself and for a custom API's main operation.</summary>
    public Step? Step => step;

    /// <summary>The type that implements a custom API; set instead of a step.</summary>
    public EntityReference? MainOperation { get; init; }

    public PipelineFrame Frame => frame;
    public int Stage { get; }
    /// <summary>0 synchronous, 1 asynchronous.</summary>
    public int Mode { get; init; }
    public int IsolationMode => Sandbox;
    public int Depth => frame.Execution.Caller.Depth;
    public string MessageName => frame.MessageName;
    public string PrimaryEntityName => frame.Table ?? "none";
    public string SecondaryEntityName => "none";
    public Guid PrimaryEntityId => frame.RowId;
    public Guid? RequestId => frame.Execution.RequestId;
    public ParameterCollection InputParameters => frame.Input;
    public ParameterCollection OutputParameters => frame.Output;
    public ParameterCollection SharedVariables => frame.SharedVariables;
    public Guid UserId => step?.ImpersonatedUserId ?? frame.Execution.Caller.UserId;
    public Guid InitiatingUserId => frame.Execution.Caller.UserId;
    public Guid AuthenticatedUserId => frame.Execution.Caller.OnBehalfBy ?? frame.Execution.Caller.UserId;
    public Guid BusinessUnitId => frame.Execution.Organization.Settings.Of(InitiatingUserId).BusinessUnitId;
    public Guid OrganizationId => frame.Execution.Organization.Facts.OrganizationId;
    public string OrganizationName => Organization.UniqueName;
    public EntityImageCollection PreEntityImages { get; init; } = [];
    public EntityImageCollection PostEntityImages { get; init; } = [];
    public EntityImageCollection[] PreEntityImagesCollection { get; init; } = NoImages;
    public EntityImageCollection[] PostEntityImagesCollection { get; init; } = NoImages;
    public Guid CorrelationId => frame.Execution.Run.CorrelationId;
    /// <summary>The asynchronous job; empty for synchronous steps.</summary>
    public Guid OperationId { get; init; }
    public DateTime OperationCreatedOn => frame.Execution.Context.UtcNow;
    public bool IsExecutingOffline => false;
    public bool IsOfflinePlayback => false;
    public bool IsInTransaction { get; }
    public IPluginExecutionContext? ParentContext => frame.ParentContext;
    IPluginExecutionContext IPluginExecutionContext.ParentContext => frame.ParentContext!;

    public EntityReference OwningExtension => MainOperation ?? (step is null
        ? null!
        : new EntityReference("sdkmessageprocessingstep", step.Id) { Name = step.Name });

    public bool IsPortalsClientCall => false;
    public Guid PortalsContactId => Guid.Empty;
    public Guid InitiatingUserApplicationId => Guid.Empty;
    public Guid InitiatingUserAzureActiveDirectoryObjectId => Guid.Empty;
    public Guid UserAzureActiveDirectoryObjectId => Guid.Empty;
    public string InitiatingUserAgent => string.Empty;
    public string EnvironmentId => OrganizationId.ToString("D");
    public Guid TenantId => Guid.Empty;
    public bool IsApplicationUser => false;
}
