using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>A message the engine knows: what runs when a request of its name comes, and what the answer is called.</summary>
internal sealed class Message
{
    public required string Name { get; init; }

    /// <summary>Does everything: steps, main operation, results into <see cref="MessageExecution.Output"/>.</summary>
    public required Action<MessageExecution> Handle { get; init; }

    /// <summary>Makes the typed answer; its Results are replaced.</summary>
    public Func<OrganizationResponse> NewResponse { get; init; } = static () => new OrganizationResponse();

    /// <summary>Known, but only to be refused with a better word than an unknown one.</summary>
    public bool IsRefused { get; init; }
}

/// <summary>All messages by name. Filled once; custom APIs come from rows and are looked up apart.</summary>
internal sealed class MessageCatalog
{
    private readonly Dictionary<string, Message> byName = new(StringComparer.Ordinal);

    /// <summary>The messages that do something, by name.</summary>
    public IEnumerable<string> Supported => byName.Values.Where(m => !m.IsRefused).Select(m => m.Name);

    public Message? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>Adds a message that is refused by name.</summary>
    /// <param name="name">Of the message.</param>
    /// <param name="why">What follows the name in the refusal, e.g. what to do instead.</param>
    public void Refuse(string name, string why) =>
        byName.Add(name, new Message { Name = name, Handle = _ => throw PlatformErrors.NotSupportedHere($"message {name}{why}"), IsRefused = true });

    /// <summary>Adds a message whose handler runs inside the transaction without any steps around it.</summary>
    public void Add(string name, Action<MessageExecution> handle, Func<OrganizationResponse>? response = null) =>
        byName.Add(name, response is null
            ? new Message { Name = name, Handle = handle }
            : new Message { Name = name, Handle = handle, NewResponse = response });
}
