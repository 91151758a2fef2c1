using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

public sealed class InputArgument : DataCollection<string, object>
{
}
