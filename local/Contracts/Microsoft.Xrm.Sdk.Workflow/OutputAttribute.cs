using System;

namespace Microsoft.Xrm.Sdk.Workflow;

/// <summary>Shows an Out argument of an activity to the workflow designer under that name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : ParameterAttribute
{
    public OutputAttribute(string name)
        : base(name)
    {
    }
}
