using System;

namespace Microsoft.Xrm.Sdk.Workflow;

/// <summary>Shows an In argument of an activity to the workflow designer under that name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute : ParameterAttribute
{
    public InputAttribute(string name)
        : base(name)
    {
    }
}
