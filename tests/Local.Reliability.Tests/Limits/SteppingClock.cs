using System;

namespace Local.Reliability.Tests.Limits;

/// <summary>A clock that goes only when it is told to.</summary>
internal sealed class SteppingClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    public void Advance(TimeSpan time) => now += time;

    public override DateTimeOffset GetUtcNow() => now;
}
