namespace Kam.Plugins.Pipeline;

/// <summary>The platform's messages our steps are registered on, by their names.</summary>
public static class Message
{
    public const string Create = "Create";
    public const string Update = "Update";
    public const string Delete = "Delete";
    public const string Retrieve = "Retrieve";
    public const string RetrieveMultiple = "RetrieveMultiple";
    public const string SetState = "SetStateDynamicEntity";
    public const string Associate = "Associate";
    public const string Disassociate = "Disassociate";
    public const string GrantAccess = "GrantAccess";
    public const string Merge = "Merge";
}
