namespace System.Activities;

/// <summary>What a <see cref="CodeActivity"/> sees of its run.</summary>
public class CodeActivityContext : ActivityContext
{
    internal CodeActivityContext(ActivityContext context)
        : base(context)
    {
    }
}
