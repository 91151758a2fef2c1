using System;

namespace Microsoft.Xrm.Sdk;

public interface IPluginExecutionContext2 : IExecutionContext, IPluginExecutionContext
{
    bool IsPortalsClientCall { get; }

    Guid InitiatingUserApplicationId { get; }

    Guid InitiatingUserAzureActiveDirectoryObjectId { get; }

    Guid PortalsContactId { get; }

    Guid UserAzureActiveDirectoryObjectId { get; }
}
