namespace System.Activities;

/// <summary>Nobody can start the activity without a value for this argument.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequiredArgumentAttribute : Attribute
{
}
