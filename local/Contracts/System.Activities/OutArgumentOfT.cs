namespace System.Activities;

/// <summary>A value of that type the activity gives back.</summary>
public sealed class OutArgument<T> : OutArgument
{
    public OutArgument()
        : base(typeof(T))
    {
    }

    public new T Get(ActivityContext context) => context.GetValue(this);

    public void Set(ActivityContext context, T value) => context.SetValue(this, value);
}
