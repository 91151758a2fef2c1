namespace System.Activities;

/// <summary>A value of that type the activity is given.</summary>
public sealed class InArgument<T> : InArgument
{
    private readonly T _constant;

    public InArgument()
        : base(typeof(T))
    {
    }

    public InArgument(T constValue)
        : base(typeof(T))
    {
        _constant = constValue;
        HasInitialValue = true;
    }

    internal override bool HasInitialValue { get; }

    internal override object InitialValue => _constant;

    public static implicit operator InArgument<T>(T constValue) => new(constValue);

    public new T Get(ActivityContext context) => context.GetValue(this);

    public void Set(ActivityContext context, T value) => context.SetValue(this, value);
}
