namespace Microsoft.Xrm.Sdk;

public interface IPluginExecutionContext4 : IExecutionContext, IPluginExecutionContext, IPluginExecutionContext2, IPluginExecutionContext3
{
    EntityImageCollection[] PostEntityImagesCollection { get; }

    EntityImageCollection[] PreEntityImagesCollection { get; }
}
