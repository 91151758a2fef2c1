using System;
using System.Collections.Generic;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse.Pipeline;

/// <summary>Counts what each user asks for and refuses what goes beyond <see cref="ServiceProtectionLimits"/>.</summary>
/// <remarks>Keeps at most as many entries of a user as the window allows requests.</remarks>
internal sealed class ServiceProtection(ServiceProtectionLimits limits, TimeProvider clock)
{
    // Nothing is published about how long a client should wait for one of its own requests to end.
    private static readonly TimeSpan waitForOwnRequest = TimeSpan.FromSeconds(1);

    private readonly TimeProvider clock = clock;
    private readonly Dictionary<Guid, User> users = [];

    private sealed class User
    {
        public int Running { get; set; }
        public Queue<DateTimeOffset> Begun { get; } = [];
        public Queue<(DateTimeOffset At, TimeSpan Duration)> Ended { get; } = [];
        public TimeSpan ExecutionTime { get; set; }
    }

    /// <summary>Lets a request of a user in. To be disposed when it has been answered.</summary>
    /// <exception cref="FaultException{T}">0x80072322, 0x80072321 or 0x80072326.</exception>
    public Admission Admit(Guid userId)
    {
        lock (users)
        {
            if (!users.TryGetValue(userId, out var user)) users[userId] = user = new User();
            var now = clock.GetUtcNow();
            ForgetBefore(user, now - limits.Window);
            if (user.Running >= limits.ConcurrentRequests) throw PlatformErrors.TooManyConcurrentRequests.Fault(limits.ConcurrentRequests).After(waitForOwnRequest);
            if (user.Begun.Count >= limits.Requests) throw PlatformErrors.TooManyRequests.Fault(limits.Requests, limits.Window.TotalSeconds).After(user.Begun.Peek() + limits.Window - now);
            if (user.ExecutionTime >= limits.ExecutionTime)
            {
                throw PlatformErrors.TooMuchExecutionTime.Fault(limits.ExecutionTime.TotalMilliseconds, limits.Window.TotalSeconds).After(UntilLess(user) + limits.Window - now);
            }
            user.Running++;
            user.Begun.Enqueue(now);
            return new Admission(this, user);
        }
    }

    private static void ForgetBefore(User user, DateTimeOffset begin)
    {
        while (user.Begun.TryPeek(out var begun) && begun <= begin) user.Begun.Dequeue();
        while (user.Ended.TryPeek(out var ended) && ended.At <= begin) user.ExecutionTime -= user.Ended.Dequeue().Duration;
    }

    // When the request ended that has to leave the window before the rest is below the limit.
    private DateTimeOffset UntilLess(User user)
    {
        var rest = user.ExecutionTime;
        foreach (var (at, duration) in user.Ended)
        {
            rest -= duration;
            if (rest < limits.ExecutionTime) return at;
        }
        return clock.GetUtcNow();
    }

    private void End(User user, TimeSpan executed)
    {
        lock (users)
        {
            user.Running--;
            if (executed == TimeSpan.Zero) return;
            user.Ended.Enqueue((clock.GetUtcNow(), executed));
            user.ExecutionTime += executed;
        }
    }

    /// <summary>A request that was let in, whether one call carries it out or, as those of a batch, several, one after the other.</summary>
    public sealed class Admission : IDisposable
    {
        private readonly ServiceProtection protection;
        private readonly User user;
        private TimeSpan executed;

        internal Admission(ServiceProtection protection, object user)
        {
            this.protection = protection;
            this.user = (User)user;
        }

        /// <summary>Runs a part of it. Only this is execution; before, it waited.</summary>
        public T Run<T>(Func<T> part)
        {
            var begun = protection.clock.GetUtcNow();
            try
            {
                return part();
            }
            finally
            {
                executed += protection.clock.GetUtcNow() - begun;
            }
        }

        public void Dispose() => protection.End(user, executed);
    }
}

/// <summary>When to try again.</summary>
internal static class RetryAfter
{
    /// <summary>Key in the details of a fault; the value is a TimeSpan.</summary>
    public const string Key = "Retry-After";

    public static FaultException<OrganizationServiceFault> After(this FaultException<OrganizationServiceFault> fault, TimeSpan wait)
    {
        fault.Detail.ErrorDetails[Key] = wait;
        return fault;
    }
}
