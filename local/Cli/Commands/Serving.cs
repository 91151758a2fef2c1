using System;
using System.IO;
using Local.Dataverse;
using Local.Preview;
using Local.WebApi.Hosting;

namespace Local.Cli.Commands;

/// <summary>An organisation being served: its apps to look at and its Web API.</summary>
internal static class Serving
{
    /// <summary>The port where nobody asks for another one.</summary>
    public const int UsualPort = 5092;

    /// <summary>Prints where things are, and returns when the process is told to stop.</summary>
    /// <exception cref="CommandException">The port is taken.</exception>
    public static void UntilStopped(LocalDataverse organisation, int port)
    {
        PreviewUsers.AddOneForEachRole(organisation);
        var preview = new PreviewSite();
        var server = Started(organisation, port, preview);
        Console.WriteLine($"The app:        {preview.LinkFor(server.BaseAddress)}");
        Console.WriteLine($"Web API:        {new Uri(server.BaseAddress, "api/data/v9.2/")}");
        Console.WriteLine($"One-time token: {server.OneTimeToken}");
        Console.WriteLine($"Exchange it once: curl -d '{{\"one_time_token\":\"…\"}}' {new Uri(server.BaseAddress, "token")}");
        Console.WriteLine("Ctrl+C stops.");
        server.WaitForShutdownAsync().GetAwaiter().GetResult();
        server.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static WebApiServer Started(LocalDataverse organisation, int port, PreviewSite preview)
    {
        try
        {
            return WebApiServer.StartAsync(organisation, new WebApiOptions { Port = port, Sites = [preview] }).GetAwaiter().GetResult();
        }
        catch (IOException taken)
        {
            throw new CommandException($"{taken.Message} Take another one with --port.");
        }
    }
}
