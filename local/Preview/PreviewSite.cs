using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Local.WebApi.Hosting;
using Microsoft.AspNetCore.Http;

namespace Local.Preview;

/// <summary>
/// The preview beside a Web API: its pages at <c>/preview/</c>, a session for whoever has the key, and the web resources of the organisation at
/// <c>/WebResources/</c>, where forms and pages expect them.
/// </summary>
/// <remarks>
/// The key is in the link that is printed, behind <c>#</c>, so that it reaches neither logs nor other sites. It makes its holder the administrator
/// for as long as the process lives. Frames send no token: a cookie that scripts cannot read says to them who asks for a web resource.
/// </remarks>
public sealed class PreviewSite : ISite
{
    private const string Root = "/preview", Session = "/preview/session", WebResources = "/WebResources", Cookie = "local_preview";

    // Styles: the component library sets attributes and makes style elements. Everything else comes from here.
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
        + "frame-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // A web resource is somebody's page and may have scripts in it, but nothing from outside.
    private const string ResourcePolicy =
        "default-src 'self' 'unsafe-inline' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private readonly byte[] key;

    public PreviewSite()
    {
        Key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        key = Encoding.ASCII.GetBytes(Key);
    }

    /// <summary>Opens a session, as often as it is asked for.</summary>
    public string Key { get; }

    /// <summary>The address to open in a browser.</summary>
    /// <param name="server">Where the server listens.</param>
    public Uri LinkFor(Uri server) => new(server, $"preview/#key={Key}");

    /// <inheritdoc/>
    public async Task<bool> TryAnswer(HttpContext context, SiteAccess access)
    {
        var path = context.Request.Path;
        if (path == Session) await OpenSession(context, access);
        else if (path == Root) context.Response.Redirect(Root + "/" + context.Request.QueryString);
        else if (path.StartsWithSegments(Root, out var asset)) await Send(context, asset);
        else if (path.StartsWithSegments(WebResources, out var name)) await SendWebResource(context, access, name);
        else return false;
        return true;
    }

    private async Task OpenSession(HttpContext context, SiteAccess access)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || await GivenKey(context.Request) is not { } given || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), key))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var user = access.Dataverse.AdministratorId;
        var token = access.Issue(user);
        context.Response.Cookies.Append(Cookie, token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = WebResources, MaxAge = access.TokenLifetime, IsEssential = true });
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(new { access_token = token, expires_in = (long)access.TokenLifetime.TotalSeconds, user_id = user });
    }

    private static async Task<string?> GivenKey(HttpRequest request)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body);
            return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("key", out var key) && key.ValueKind == JsonValueKind.String ? key.GetString() : null;
        }
        catch (JsonException)
        {
            // Whatever was sent is not the key.
            return null;
        }
    }

    private static async Task Send(HttpContext context, PathString asset)
    {
        var file = PreviewFile.Find(asset.Value?.TrimStart('/') is { Length: > 0 } name ? name : "index.html");
        var response = context.Response;
        response.Headers.ContentSecurityPolicy = PagePolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache";
        if (file is null || !IsReading(context.Request))
        {
            response.StatusCode = file is null ? StatusCodes.Status404NotFound : StatusCodes.Status405MethodNotAllowed;
            return;
        }
        await Write(context, file.Content, file.ContentType, file.Tag);
    }

    private static async Task SendWebResource(HttpContext context, SiteAccess access, PathString name)
    {
        var response = context.Response;
        if (!IsReading(context.Request) || context.Request.Cookies[Cookie] is not { } token || access.UserOf(token) is not { } user)
        {
            response.StatusCode = IsReading(context.Request) ? StatusCodes.Status401Unauthorized : StatusCodes.Status405MethodNotAllowed;
            return;
        }
        if (WebResourceFile.Read(access.Dataverse.ServiceFor(user), name.Value!.TrimStart('/')) is not { } file)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        response.Headers.ContentSecurityPolicy = ResourcePolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-cache";
        await Write(context, file.Content, file.ContentType, file.Tag);
    }

    private static async Task Write(HttpContext context, byte[] content, string contentType, string tag)
    {
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch.Any(t => t == tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        context.Response.ContentType = contentType;
        context.Response.ContentLength = content.Length;
        if (HttpMethods.IsGet(context.Request.Method)) await context.Response.Body.WriteAsync(content);
    }

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
