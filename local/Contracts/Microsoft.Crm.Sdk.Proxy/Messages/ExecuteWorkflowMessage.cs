using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ExecuteWorkflowRequest : OrganizationRequest
{
    public ExecuteWorkflowRequest()
    {
        RequestName = "ExecuteWorkflow";
        InputArguments = default;
        EntityId = default;
        WorkflowId = default;
    }

    public InputArgumentCollection InputArguments
    {
        get => Parameters.ValueOrDefault<InputArgumentCollection>("InputArguments");
        set => Parameters["InputArguments"] = value;
    }

    public Guid EntityId
    {
        get => Parameters.ValueOrDefault<Guid>("EntityId");
        set => Parameters["EntityId"] = value;
    }

    public Guid WorkflowId
    {
        get => Parameters.ValueOrDefault<Guid>("WorkflowId");
        set => Parameters["WorkflowId"] = value;
    }
}

[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ExecuteWorkflowResponse : OrganizationResponse
{
    public Guid Id => Results.ValueOrDefault<Guid>("Id");
}
