namespace System.Activities;

/// <summary>A value of that type the activity is given and gives back.</summary>
public sealed class InOutArgument<T> : InOutArgument
{
    public InOutArgument()
        : base(typeof(T))
    {
    }

    public new T Get(ActivityContext context) => context.GetValue(this);

    public void Set(ActivityContext context, T value) => context.SetValue(this, value);
}
