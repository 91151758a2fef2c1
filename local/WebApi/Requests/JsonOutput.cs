using System.Text.Encodings.Web;
using System.Text.Json;

namespace Local.WebApi.Requests;

/// <summary>How JSON is written.</summary>
internal static class JsonOutput
{
    /// <summary>Letters of all languages as they are; it is read by JSON parsers, not put into HTML.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
