using System;
using System.Collections.Generic;

namespace Local.Dataverse.Import.Components;

/// <summary>Ids of the platform's messages, the same in every environment. Source: learn.microsoft.com, "Use messages with the SDK for .NET".</summary>
internal static class MessageIds
{
    private static readonly Dictionary<Guid, string> Names = new()
    {
        [new("8cbdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "Assign",
        [new("9ebdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "Create",
        [new("a1bdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "Delete",
        [new("c5bdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "GrantAccess",
        [new("dbbdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "Merge",
        [new("dcbdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "ModifyAccess",
        [new("f2bdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "Retrieve",
        [new("03bebb1b-ea3e-db11-86a7-000a3a5473e8")] = "RetrieveMultiple",
        [new("04bebb1b-ea3e-db11-86a7-000a3a5473e8")] = "RetrievePrincipalAccess",
        [new("11bebb1b-ea3e-db11-86a7-000a3a5473e8")] = "RevokeAccess",
        [new("1cbebb1b-ea3e-db11-86a7-000a3a5473e8")] = "SetState",
        [new("1dbebb1b-ea3e-db11-86a7-000a3a5473e8")] = "SetStateDynamicEntity",
        [new("20bebb1b-ea3e-db11-86a7-000a3a5473e8")] = "Update",
        [new("16e7c888-3b24-448b-b7da-ebfe9b681762")] = "Associate",
        [new("bdfc191d-fc56-493a-a6b1-cb0c47a22ecc")] = "Disassociate",
    };

    /// <summary>The name, or null for an id this list does not have.</summary>
    public static string? NameOf(Guid id) => Names.GetValueOrDefault(id);

    /// <summary>The id of a message; for one that is not listed, an id of its own that is always the same.</summary>
    public static Guid IdOf(string name)
    {
        foreach (var (id, known) in Names)
        {
            if (string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) return id;
        }
        return StableId.Of("sdkmessage", name);
    }
}
