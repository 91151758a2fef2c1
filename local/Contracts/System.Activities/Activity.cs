namespace System.Activities;

/// <summary>A step of a workflow.</summary>
public abstract class Activity
{
    protected Activity() => DisplayName = GetType().Name;

    public string DisplayName { get; set; }

    internal abstract void Run(ActivityContext context);
}
