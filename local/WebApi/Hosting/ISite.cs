using System;
using System.Threading.Tasks;
using Local.Dataverse;
using Local.WebApi.Tokens;
using Microsoft.AspNetCore.Http;

namespace Local.WebApi.Hosting;

/// <summary>Pages that a server shows beside the Web API, under addresses of their own.</summary>
public interface ISite
{
    /// <summary>Answers a request that is meant for this site. Only requests for an allowed host name come here.</summary>
    /// <returns>Whether it has been answered.</returns>
    Task<bool> TryAnswer(HttpContext context, SiteAccess access);
}

/// <summary>What a site has of the server it belongs to.</summary>
public sealed class SiteAccess
{
    private readonly TokenIssuer tokens;
    private readonly WebApiOptions options;

    internal SiteAccess(LocalDataverse dataverse, TokenIssuer tokens, WebApiOptions options)
    {
        Dataverse = dataverse;
        this.tokens = tokens;
        this.options = options;
    }

    public LocalDataverse Dataverse { get; }

    /// <summary>How long a token is good for.</summary>
    public TimeSpan TokenLifetime => options.TokenLifetime;

    /// <summary>A token for a user, as it stands behind "Bearer ".</summary>
    public string Issue(Guid userId) => tokens.Issue(userId);

    /// <summary>The user a token is for; null when it is not good.</summary>
    public Guid? UserOf(string token) => tokens.Check(token, out _);
}
