using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using Local.WebApi.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Local.WebApi.Tokens;

/// <summary>Why a token was refused.</summary>
internal enum TokenRefusal { Invalid, Expired }

/// <summary>
/// Issues and checks the tokens of this process: signed JWTs for one user each, and the one-time token that is exchanged for the administrator's.
/// </summary>
/// <remarks>The key is made at start and never leaves the process: a restart ends all sessions.</remarks>
public sealed class TokenIssuer
{
    private const string Name = "local-dataverse";

    private readonly WebApiOptions options;
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };
    private readonly SymmetricSecurityKey key = new(RandomNumberGenerator.GetBytes(32));
    private readonly byte[] oneTimeToken;
    private readonly DateTimeOffset oneTimeTokenExpires;
    private int exchanged;

    /// <param name="options">Clock and lifetimes.</param>
    public TokenIssuer(WebApiOptions options)
    {
        this.options = options;
        OneTimeToken = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        oneTimeToken = Encoding.ASCII.GetBytes(OneTimeToken);
        oneTimeTokenExpires = options.Clock.GetUtcNow() + options.OneTimeTokenLifetime;
    }

    /// <summary>To be printed once; whoever has it becomes the administrator, once.</summary>
    public string OneTimeToken { get; }

    /// <summary>Uses the one-time token up.</summary>
    /// <returns>Whether it was the right one, in time, and not used before.</returns>
    public bool TryExchange(string token)
    {
        var isRight = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), oneTimeToken);
        return isRight && options.Clock.GetUtcNow() < oneTimeTokenExpires && Interlocked.Exchange(ref exchanged, 1) == 0;
    }

    /// <summary>A token for a user.</summary>
    public string Issue(Guid userId)
    {
        var now = options.Clock.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = Name,
            Claims = new Dictionary<string, object> { [JwtRegisteredClaimNames.Sub] = userId.ToString("D") },
            IssuedAt = now,
            NotBefore = now,
            Expires = now + options.TokenLifetime,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>The user a token is for.</summary>
    /// <param name="token">As it stands behind "Bearer ".</param>
    /// <param name="refusal">Why it is refused, where there is no user.</param>
    internal Guid? Check(string token, out TokenRefusal refusal)
    {
        refusal = TokenRefusal.Invalid;
        var result = handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Name,
            ValidAudience = Name,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RequireExpirationTime = true,
            LifetimeValidator = (notBefore, expires, _, _) => notBefore <= Now() && Now() < expires,
        }).GetAwaiter().GetResult();
        if (result.IsValid) return result.Claims.TryGetValue(JwtRegisteredClaimNames.Sub, out var subject) && Guid.TryParse(subject as string, out var user) ? user : null;
        if (result.Exception is SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException) refusal = TokenRefusal.Expired;
        return null;
    }

    private DateTime Now() => options.Clock.GetUtcNow().UtcDateTime;
}
