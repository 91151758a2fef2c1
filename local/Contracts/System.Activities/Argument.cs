namespace System.Activities;

/// <summary>A place for a value of an activity. The value itself lives in the context of one run, so one activity may run many times at once.</summary>
public abstract class Argument
{
    internal Argument(Type argumentType, ArgumentDirection direction)
    {
        ArgumentType = argumentType;
        Direction = direction;
    }

    public Type ArgumentType { get; }

    public ArgumentDirection Direction { get; }

    /// <summary>Whether it holds a value before anybody passes one.</summary>
    internal virtual bool HasInitialValue => false;

    internal virtual object InitialValue => ArgumentType.IsValueType ? Activator.CreateInstance(ArgumentType) : null;

    public object Get(ActivityContext context) => context.GetValue(this);

    public T Get<T>(ActivityContext context) => (T)context.GetValue(this);

    public void Set(ActivityContext context, object value) => context.SetValue(this, value);
}
