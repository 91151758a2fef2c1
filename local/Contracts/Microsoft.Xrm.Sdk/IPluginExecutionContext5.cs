namespace Microsoft.Xrm.Sdk;

public interface IPluginExecutionContext5 : IExecutionContext, IPluginExecutionContext, IPluginExecutionContext2, IPluginExecutionContext3, IPluginExecutionContext4
{
    string InitiatingUserAgent { get; }
}
