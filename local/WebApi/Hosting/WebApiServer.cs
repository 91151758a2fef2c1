using System;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Local.Dataverse;
using Local.WebApi.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Local.WebApi.Hosting;

/// <summary>The Web API of an organisation, on Kestrel. It owns nothing: whoever opened the organisation closes it, after the server.</summary>
public sealed class WebApiServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ModelCache models;
    private readonly TokenIssuer tokens;

    private WebApiServer(WebApplication app, ModelCache models, TokenIssuer tokens)
    {
        this.app = app;
        this.models = models;
        this.tokens = tokens;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        BaseAddress = new Uri(address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal) + "/");
    }

    /// <summary>Where it listens; the service root is <c>api/data/v9.2/</c> below it.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Exchanged once for the administrator's token: <c>POST token {"one_time_token": …}</c>.</summary>
    public string OneTimeToken => tokens.OneTimeToken;

    /// <summary>Starts to listen.</summary>
    /// <exception cref="System.IO.IOException">The port is taken.</exception>
    public static async Task<WebApiServer> StartAsync(LocalDataverse dataverse, WebApiOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Both are answered in the platform's form; Kestrel's own limits only stand behind them.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestLineSize = options.LongestUrl * 2;
            if (options.LoopbackOnly) kestrel.Listen(IPAddress.Loopback, options.Port);
            else kestrel.ListenAnyIP(options.Port);
        });
        var app = builder.Build();
        var models = new ModelCache(dataverse);
        var tokens = new TokenIssuer(options);
        app.Run(new WebApiEndpoint(dataverse, models, tokens, options).Handle);
        await app.StartAsync();
        return new WebApiServer(app, models, tokens);
    }

    /// <summary>Runs until it is told to stop.</summary>
    public Task WaitForShutdownAsync() => app.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        models.Dispose();
    }
}
