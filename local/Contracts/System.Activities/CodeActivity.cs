namespace System.Activities;

/// <summary>A step written as code: reads its In arguments, does its work, sets its Out arguments.</summary>
public abstract class CodeActivity : Activity
{
    protected abstract void Execute(CodeActivityContext context);

    internal override void Run(ActivityContext context) => Execute(new CodeActivityContext(context));
}
