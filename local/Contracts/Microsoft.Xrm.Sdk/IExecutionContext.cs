using System;

namespace Microsoft.Xrm.Sdk;

public interface IExecutionContext
{
    EntityImageCollection PostEntityImages { get; }

    EntityImageCollection PreEntityImages { get; }

    EntityReference OwningExtension { get; }

    ParameterCollection InputParameters { get; }

    ParameterCollection OutputParameters { get; }

    ParameterCollection SharedVariables { get; }

    bool IsExecutingOffline { get; }

    bool IsInTransaction { get; }

    bool IsOfflinePlayback { get; }

    DateTime OperationCreatedOn { get; }

    Guid BusinessUnitId { get; }

    Guid CorrelationId { get; }

    Guid InitiatingUserId { get; }

    Guid OperationId { get; }

    Guid OrganizationId { get; }

    Guid PrimaryEntityId { get; }

    Guid UserId { get; }

    int Depth { get; }

    int IsolationMode { get; }

    int Mode { get; }

    Guid? RequestId { get; }

    string MessageName { get; }

    string OrganizationName { get; }

    string PrimaryEntityName { get; }

    string SecondaryEntityName { get; }
}
