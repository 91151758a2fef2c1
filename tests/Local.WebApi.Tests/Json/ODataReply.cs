using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Microsoft.OData;
using Microsoft.OData.Edm;

namespace Local.WebApi.Tests.Json;

/// <summary>An answer of the server as Microsoft's own OData reader is given it.</summary>
internal sealed class ODataReply : IODataResponseMessage
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
    private readonly byte[] body;

    public ODataReply(int status, string contentType, string text)
    {
        StatusCode = status;
        body = Encoding.UTF8.GetBytes(text);
        SetHeader("Content-Type", contentType);
        SetHeader("OData-Version", "4.0");
    }

    public IEnumerable<KeyValuePair<string, string>> Headers => headers;

    public int StatusCode { get; set; }

    public string? GetHeader(string headerName) => headers.GetValueOrDefault(headerName);

    public void SetHeader(string headerName, string headerValue) => headers[headerName] = headerValue;

    public Stream GetStream() => new MemoryStream(body, writable: false);

    /// <summary>Reads with every check of the library.</summary>
    /// <param name="root">Service root.</param>
    /// <param name="model">What $metadata says; null for answers that need none.</param>
    /// <param name="knowsAll">Whether every property must be declared: aliases of aggregates and of FetchXML are in no model.</param>
    public ODataMessageReader Open(Uri root, IEdmModel? model, bool knowsAll = true) => new(
        this,
        new ODataMessageReaderSettings
        {
            BaseUri = root,
            ShouldIncludeAnnotation = static _ => true,
            Validations = knowsAll ? ValidationKinds.All : ValidationKinds.All & ~ValidationKinds.ThrowOnUndeclaredPropertyForNonOpenType,
            MessageQuotas = { MaxReceivedMessageSize = 64 * 1024 * 1024 },
        },
        model ?? EdmCoreModel.Instance);
}
